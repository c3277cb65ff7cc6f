import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Whether nobody listens on the port, looked for both on every address and on 127.0.0.1 alone (Linux lets the two live
 * side by side).
 */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, undefined)) && (await canListen(port, '127.0.0.1'));
}

async function canListen(port: number, host: string | undefined): Promise<boolean> {
  const server = createServer().listen({ port, ...(host && { host }), exclusive: true });
  const listening = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (listening) {
    server.close();
    await once(server, 'close');
  }
  return listening;
}

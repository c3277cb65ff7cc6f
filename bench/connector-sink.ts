import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

export type ConnectorSink = {
  serviceUrl: string;
  received(): number;
  untilReceived(count: number): Promise<void>;
  close(): void;
};

/** A Teams connector that takes everything and keeps nothing. */
export async function startConnectorSink(): Promise<ConnectorSink> {
  let received = 0;
  let waiting: { count: number; come: () => void } | null = null;
  const server = createServer((request, response) => {
    received += 1;
    if (waiting && received >= waiting.count) waiting.come();
    request.resume();
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ id: randomUUID() }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    serviceUrl: `http://127.0.0.1:${port}/_connector`,
    received: () => received,
    untilReceived: (count) =>
      new Promise((come) => {
        waiting = { count, come };
        if (received >= count) come();
      }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

import { Agent, request } from 'node:http';

export type Client = {
  post(port: number, body: unknown): Promise<{ status: number; text: string; ms: number }>;
  close(): void;
};

/**
 * One client for everything that is measured: few connections, kept open, as Teams keeps them. `ms` runs until the
 * answer's last byte.
 */
export function openClient(): Client {
  const agent = new Agent({ keepAlive: true });
  return {
    post(port, body) {
      const payload = Buffer.from(JSON.stringify(body));
      const headers = { 'Content-Type': 'application/json', 'Content-Length': payload.length };
      return new Promise((done, failed) => {
        const began = performance.now();
        const sent = request(
          { agent, host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', failed);
            response.on('end', () => {
              const ms = performance.now() - began;
              done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), ms });
            });
          },
        );
        sent.on('error', failed);
        sent.end(payload);
      });
    },
    close: () => agent.destroy(),
  };
}

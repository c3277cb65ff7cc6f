import { Agent, request } from 'node:http';

/** Milliseconds run until the answer's last byte. */
export type Answered = { status: number; text: string; ms: number };
export type Client = {
  /** An activity as Teams sends it, with its token. */
  say(port: number, activity: unknown): Promise<Answered>;
  /** A change notification as Graph sends it. */
  notify(port: number, notification: unknown): Promise<Answered>;
  close(): void;
};

/** One client for everything that is measured: few connections, kept open, as Teams keeps them. */
export function openClient(token: string): Client {
  const agent = new Agent({ keepAlive: true });
  function post(port: number, path: string, body: unknown, own: Record<string, string>): Promise<Answered> {
    const payload = Buffer.from(JSON.stringify(body));
    const headers = { 'Content-Type': 'application/json', 'Content-Length': payload.length, ...own };
    return new Promise((done, failed) => {
      const began = performance.now();
      const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', failed);
        response.on('end', () => {
          const ms = performance.now() - began;
          done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), ms });
        });
      });
      sent.on('error', failed);
      sent.end(payload);
    });
  }
  return {
    say: (port, activity) => post(port, '/api/messages', activity, { Authorization: `Bearer ${token}` }),
    notify: (port, notification) => post(port, '/graph/notifications', notification, {}),
    close: () => agent.destroy(),
  };
}

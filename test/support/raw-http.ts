/** HTTP by hand: requests that no client would send, and what comes back until the connection ends or the answer is whole. */
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export type RawAnswer = { status: number; head: string; body: string };

/** Sends the bytes as they are. Status 0: the connection ended without an answer. */
export const sendRaw = (port: number, ...bytes: (string | Buffer)[]): Promise<RawAnswer> =>
  new Promise((resolve) => {
    let answer = '';
    const end = () => {
      socket.destroy();
      const [head = '', ...rest] = answer.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') });
    };
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of bytes) socket.write(part);
    });
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (isWhole(answer)) end();
    });
    socket.on('error', end);
    socket.on('close', end);
  });

function isWhole(answer: string): boolean {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  if (rest.length === 0) return false;
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length !== undefined) return rest.join('\r\n\r\n').length >= Number(length);
  return answer.endsWith('0\r\n\r\n');
}

/** A request with its length; `Host` unless told. */
export function request(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): [string, Buffer] {
  const bytes = Buffer.from(body);
  const all = { Host: '127.0.0.1', 'Content-Length': String(bytes.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return [`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, bytes];
}

/** A connection that has sent this, and waits. */
export const standing = (port: number, ...bytes: (string | Buffer)[]): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of bytes) socket.write(part);
      resolve(socket);
    });
    socket.on('error', reject);
    socket.resume();
    onTestFinished(() => void socket.destroy());
  });

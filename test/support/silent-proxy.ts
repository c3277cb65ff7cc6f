/** Stands between a program and its database, and can go silent: nothing is lost, nothing is said. */
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

export type SilentProxy = {
  /** The database's address by way of the proxy. */
  url: string;
  /** Keeps from now on what either side says, or only what the database answers. */
  hush(who: 'both' | 'database'): void;
  /** Hands over what was kept, and goes on. */
  speak(): void;
  close(): Promise<void>;
};

export async function startSilentProxy(databaseUrl: string): Promise<SilentProxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [program: Socket, database: Socket]>();
  let hushed: 'both' | 'database' | null = null;

  const settle = ([program, database]: readonly [Socket, Socket]) => {
    if (hushed) database.pause();
    else database.resume();
    if (hushed === 'both') program.pause();
    else program.resume();
  };
  const server = createServer((program) => {
    const database = dial(Number(target.port), target.hostname);
    const pair = [program, database] as const;
    pairs.add(pair);
    for (const [from, to] of [
      [program, database],
      [database, program],
    ] as const) {
      from.on('data', (bytes) => void to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
    settle(pair);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    hush(who) {
      hushed = who;
      pairs.forEach(settle);
    },
    speak() {
      hushed = null;
      pairs.forEach(settle);
    },
    close() {
      for (const [program] of pairs) program.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** What nobody of ours sends: to every route of a server, from its own table of routes. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { request } from './raw-http.ts';

export type Hostile = { name: string; bytes: (string | Buffer)[] };
type KnownRoute = { method: string; path: string };

const MULTIPART = '--x\r\nContent-Disposition: form-data; name="a"; filename="canary.txt"\r\n\r\ncanary\r\n--x--\r\n';

const BODIES: Record<string, [type: string | null, body: string]> = {
  'no type': [null, '{}'],
  'broken JSON': ['application/json', '{"a":'],
  'text of JSON': ['text/plain', '{}'],
  HTML: ['text/html', '<form>'],
  CSV: ['text/csv', 'a,b\n1,2\n'],
  'a form': ['application/x-www-form-urlencoded', 'a=1&b[c]=2'],
  multipart: ['multipart/form-data; boundary=x', MULTIPART],
  'multipart without its boundary': ['multipart/form-data', MULTIPART],
  bytes: ['application/octet-stream', '\x00\x01'],
  NDJSON: ['application/x-ndjson', '{}\n{}\n'],
};

/** 32 MB of zeros, packed. */
const BOMB = gzipSync(Buffer.alloc(32 * 1024 * 1024));
const ENCODINGS: Record<string, [header: string | null, pack: (body: string) => string | Buffer]> = {
  plain: [null, (body) => body],
  'junk as gzip': ['gzip', () => 'x'],
  'a gzip bomb': ['gzip', () => BOMB],
  gzip: ['gzip', gzipSync],
  deflate: ['deflate', deflateSync],
  brotli: ['br', brotliCompressSync],
  'packed twice': ['gzip, gzip', (body) => gzipSync(gzipSync(body))],
};

const filled = (path: string) => path.replace(/:\w+/g, 'x');

/** Every route × type × encoding. Each must be 415, 413 or 400, whoever sends it. */
export const wrongBodies = (routes: readonly KnownRoute[], headers: Record<string, string>): Hostile[] =>
  routes.flatMap(({ method, path }) =>
    Object.entries(BODIES).flatMap(([what, [type, body]]) =>
      Object.entries(ENCODINGS).map(([how, [encoding, pack]]) => ({
        name: `${method.toUpperCase()} ${path}: ${what}, ${how}`,
        bytes: request(
          method.toUpperCase(),
          filled(path),
          {
            ...headers,
            ...(type ? { 'Content-Type': type } : {}),
            ...(encoding ? { 'Content-Encoding': encoding } : {}),
          },
          pack(body),
        ),
      })),
    ),
  );

const json = { 'Content-Type': 'application/json' };
const UNKNOWN = '01990000-0000-7000-8000-000000000000';
const notification = { subscriptionId: UNKNOWN, clientState: 'x', resourceData: { id: 'x' } };
const forged = JSON.stringify({ value: Array.from({ length: 20 }, () => notification) });
const TOKEN = `Bearer ${Buffer.from('{"alg":"RS256","kid":"x"}').toString('base64url')}.e30.AA`;

/** What else comes from outside: odd addresses, upgrades, cut requests, floods of headers, forged secrets. */
export const oddRequests = (routes: readonly KnownRoute[]): Hostile[] => [
  ...routes.flatMap(({ method, path }) => {
    const [verb, where] = [method.toUpperCase(), filled(path)];
    const made: [string, (string | Buffer)[]][] = [
      ['a host that is none', request(verb, where, { Host: '[' })],
      ['an upgrade', request(verb, where, { Connection: 'Upgrade', Upgrade: 'websocket' })],
      ['cut in its headers', [`${verb} ${where} HTTP/1.1\r\nHo`]],
      ['another method', request('PURGE', where)],
      ['bytes that are no text', request(verb, path.replace(/:\w+/g, '%ff%00'))],
      ['a token that is none', request(verb, where, { ...json, Authorization: TOKEN })],
      ['a flood of headers', request(verb, where, { X: 'x'.repeat(20_000) })],
      ['a long address', request(verb, `${where}?${'x'.repeat(10_000)}`)],
    ];
    return made.map(([what, bytes]) => ({ name: `${verb} ${path}: ${what}`, bytes }));
  }),
  { name: 'forged notifications', bytes: request('POST', '/graph/notifications', json, forged) },
  { name: 'nested JSON', bytes: request('POST', '/graph/notifications', json, '['.repeat(250_000)) },
  { name: 'JSON of many values', bytes: request('POST', '/graph/notifications', json, `[${'{},'.repeat(80_000)}0]`) },
  { name: 'a handshake', bytes: request('POST', `/graph/notifications?validationToken=${'<'.repeat(3_000)}`) },
  { name: 'a wrong print link', bytes: request('POST', `/print/${UNKNOWN}/%C3%A5${'x'.repeat(41)}`) },
  { name: 'no HTTP', bytes: ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'] },
];

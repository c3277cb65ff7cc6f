/** Where a request comes from, when the program stands behind proxies that say so in `X-Forwarded-For`. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** "10.0.0.0/8", "127.0.0.1", "fd00::/8". Throws where one of them is no address. */
export function proxyList(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of addresses) {
    const [address = '', bits] = text.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) throw new Error('no address');
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * The last address that none of the trusted proxies has. What stands further to the left anybody may have written. Null
 * where that cannot be read: a made-up text gets no measure of its own.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: BlockList,
): string | null {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const hops = [...(forwarded[0] === '' ? [] : forwarded), socket.remoteAddress ?? ''].map(plain);
  for (const hop of hops.reverse()) {
    if (isIP(hop) === 0) return null;
    if (!proxies.check(hop, isIPv4(hop) ? 'ipv4' : 'ipv6')) return networkOf(hop);
  }
  return null;
}

/** Without a port ("1.2.3.4:5678", "[::1]:80"), and without the coat that IPv4 wears on an IPv6 socket. */
const plain = (text: string): string =>
  text
    .trim()
    .slice(0, 60)
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:(?=[\d.]+$)/i, '');

/** Whoever has one address of IPv6 has the other 2^64 of its network too. */
function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head.split(':').filter((part) => part !== '');
  const right = (tail ?? '').split(':').filter((part) => part !== '');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

import type { Response } from 'restify';
import type { Route } from '../bot/http/open-door.ts';

/**
 * Tells open pages that something changed; they then fetch what they show. Server-sent events, the browser reconnects
 * by itself.
 */
export type ChangeStream = {
  route: Route;
  tell(): void;
  close(): void;
};

export function createChangeStream(): ChangeStream {
  const open = new Set<Response>();
  return {
    route: {
      method: 'get',
      path: '/sandbox/changes',
      take({ request, response }) {
        // Stays for as long as the page is open, however little happens.
        request.socket.setTimeout(0);
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
        response.write('retry: 1000\n\n');
        open.add(response);
        response.on('close', () => open.delete(response));
      },
    },
    tell() {
      for (const response of open) response.write('data: changed\n\n');
    },
    close() {
      for (const response of open) response.end();
    },
  };
}

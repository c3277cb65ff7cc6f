import type { Request, Response } from 'restify';

/**
 * Tells open pages that something changed; they then fetch what they show. Server-sent events, the browser reconnects
 * by itself.
 */
export type ChangeStream = {
  open(request: Request, response: Response): void;
  tell(): void;
  close(): void;
};

export function createChangeStream(): ChangeStream {
  const open = new Set<Response>();
  return {
    open(request, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 1000\n\n');
      open.add(response);
      request.on('close', () => open.delete(response));
    },
    tell() {
      for (const response of open) response.write('data: changed\n\n');
    },
    close() {
      for (const response of open) response.end();
    },
  };
}

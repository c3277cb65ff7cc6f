import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One request that left the program, without tokens. `status` is null when nothing came back. */
export type OutboundRequest = {
  at: string;
  to: 'graph' | 'teams';
  method: string;
  url: string;
  body: unknown;
  status: number | null;
  response: unknown;
};

/**
 * Appends to `outbound.jsonl`, at once: the secrecy test reads the file and must not miss what left just before a kill.
 */
export function openRecord(folder: string): (request: OutboundRequest) => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'outbound.jsonl');
  return (request) => appendFileSync(file, `${JSON.stringify(request)}\n`);
}

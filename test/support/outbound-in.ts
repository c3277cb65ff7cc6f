import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutboundRequest } from '../../sandbox/record.ts';

/** Everything that left a sandbox with this folder. */
export const outboundIn = async (dataDir: string): Promise<OutboundRequest[]> =>
  (await readFile(join(dataDir, 'outbound.jsonl'), 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

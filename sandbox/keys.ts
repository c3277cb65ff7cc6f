import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { openStoredJson } from './stored-json.ts';

/**
 * Keys of this sandbox alone, made at its first start and kept in `keys.json`: the same columns are sealed here as in
 * production.
 */
export function sandboxKeys(folder: string): { dataKeys: string; logKey: string } {
  const stored = openStoredJson(join(folder, 'keys.json'), z.object({ dataKeys: z.string(), logKey: z.string() }), {
    dataKeys: '',
    logKey: '',
  });
  if (stored.value.dataKeys === '') stored.save({ dataKeys: `sandbox:${newKey()}`, logKey: newKey() });
  return stored.value;
}

const newKey = () => randomBytes(32).toString('base64');

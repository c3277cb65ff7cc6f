import { join } from 'node:path';
import { pino } from 'pino';
import type { SandboxConfig } from '../bot/config/config.ts';
import { createLog, type Log } from '../bot/log/log.ts';
import { sandboxKeys } from './keys.ts';

/** The terminal belongs to the one line that says what to do. */
export function sandboxLog({ dataDir, logLevel }: SandboxConfig): Log {
  const destination = pino.destination({ dest: join(dataDir, 'program.log'), sync: true });
  return createLog({ key: sandboxKeys(dataDir).logKey, level: logLevel, destination });
}

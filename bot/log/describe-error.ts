/**
 * An error as it may stand in the log: its class, its code and where it was thrown. Its message may quote what somebody
 * typed.
 */
import type { LogFields } from './log-field.ts';

const FRAME = /(?<![\w./@+-])(?:file:\/\/)?([\w./@+-]+\.[cm]?[jt]s:\d+):\d+\)?$/;

export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const errorCode = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const [at, from, before] = framesOf(error);
  return { error: error.constructor.name, errorCode, at, from, before };
}

/**
 * `file:line` of each frame, nearest first. The stack's head is cut off: a message with line breaks could pass for
 * frames.
 */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const head = stack.indexOf(error.message);
  if (head < 0) return [];
  const lines = stack.slice(head + error.message.length).split('\n');
  return lines
    .map((line) => FRAME.exec(line)?.[1])
    .filter((frame) => frame !== undefined)
    .map(shorten);
}

const shorten = (frame: string) =>
  (frame.split('node_modules/').at(-1) ?? '').replace(`${process.cwd()}/`, '').replaceAll('@', '');

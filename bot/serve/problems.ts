/** What can be wrong around the program, as one sentence that says what to mend. */
import { databaseCode, databaseSentence } from '../../prisma/database-sentence.ts';
import type { ServeConfig } from '../config/config.ts';

/** Something that whoever runs the program can mend. The message is one sentence that says what to do. */
export class ServeProblem extends Error {}

/** Anything else is a surprise, and stays what it is. */
export function databaseProblem(error: unknown): unknown {
  const sentence = databaseSentence(error);
  return sentence === null ? error : new ServeProblem(sentence);
}

/** `row`: `dataKey:k1`. A key that is gone, another key and a word that was damaged look the same. */
export const keyProblem = (row: string): ServeProblem =>
  new ServeProblem(
    `DATA_KEYS does not open what is sealed in the database (table Setting, row ${row}): every key that has been the first must still be there, unchanged. If it is, the row is damaged: see "Changing keys" in OPERATIONS.md.`,
  );

export function listenProblem(error: unknown, { host, port }: ServeConfig): unknown {
  const code = databaseCode(error);
  if (code === 'EADDRINUSE')
    return new ServeProblem(`Port ${port} is in use: stop the program that has it, or choose another one with PORT.`);
  if (code === 'EACCES') return new ServeProblem(`Port ${port} is not for this user: choose one above 1023 with PORT.`);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code))
    return new ServeProblem(
      `HOST (${host}) is not an address of this machine (${code}): 127.0.0.1 is reached from here only, 0.0.0.0 from everywhere.`,
    );
  return error;
}

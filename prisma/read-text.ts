/** The text of a file that somebody has saved in an editor or a spreadsheet, whatever that has put around it. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

export type ReadText = { text: string } | { fault: string };

const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: 'is not there: see that path and name are right',
  EISDIR: 'is a folder: give the path of a file in it',
  EACCES: 'may not be read by this user',
};

/** With what is wrong as the rest of a sentence that begins with the file's name. */
export async function readText(file: string): Promise<ReadText> {
  try {
    return decodeText(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { fault: `${WHY_NOT[code] ?? `cannot be read (${code || 'unknown cause'})`}.` };
  }
}

/** UTF-8, or UTF-16 that says so (PowerShell, Excel's "Unicode text"); the mark at the beginning is taken away. */
export function decodeText(bytes: Buffer): ReadText {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    return { fault: 'is a workbook, not a text: save it as "CSV UTF-8" in Excel.' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.includes(0)) return { fault: 'holds NUL (U+0000), so it is no text in UTF-8: save it as UTF-8.' };
  if (!isUtf8(bytes))
    return {
      fault: `line ${firstOddLine(bytes)}: is not in UTF-8 (but in Latin-1, or "ANSI"): save the file as UTF-8.`,
    };
  return { text: new TextDecoder().decode(bytes) };
}

const firstOddLine = (bytes: Buffer): number =>
  bytes
    .toString('latin1')
    .split('\n')
    .findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;

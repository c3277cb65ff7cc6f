/** How `npm run import` is called, and how it ends. */
import { parseArgs } from 'node:util';

export const HELP = `npm run import -- register.json [people.csv] [--dry-run] [--yes]
  register.json  units, places, channels, settings, and people unless they stand in people.csv
  people.csv     people as a spreadsheet has them, one a row (.csv, .tsv or .txt)
  --dry-run      shows what would change and touches nothing
  --yes          also where more than a fifth of the people or places would become inactive
npm run import -- --schema  the file's format as JSON Schema
Exit code: 0 imported (or would be), 1 the file is not right, 2 the command is not, 3 --yes is wanted, 4 the database or a setting.
The format is described in OPERATIONS.md, "The register".`;

/** What a supervisor or a script may look at. */
export const EXIT = { done: 0, file: 1, command: 2, asks: 3, outside: 4 };

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  schema: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Command = { values: Record<keyof typeof OPTIONS, boolean>; json: string; csv: string | undefined };

/** Excel saves "Unicode text" as .txt, and some editors a register as register.json.txt. */
const isTable = (file: string): boolean => /(?<!\.json)\.(csv|tsv|txt)$/i.test(file);

/** `takenByNpm`: which of the options npm has kept to itself. */
export function readCommand(
  args: string[],
  takenByNpm: (options: readonly string[]) => string[],
): Command | { fault: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const kept = takenByNpm(Object.keys(OPTIONS)).filter((option) => !values[option as keyof typeof OPTIONS]);
    if (kept.length > 0) return { fault: keptByNpm(kept, args) };
    const tables = positionals.filter(isTable);
    const [json, ...more] = positionals.filter((file) => !isTable(file));
    const [csv, ...moreTables] = tables;
    const tooMany = [...more, ...moreTables];
    if (tooMany.length > 0)
      return { fault: `${tooMany.join(', ')}: one register and one people.csv is all that is taken.` };
    if (!json && !values.help && !values.schema)
      return {
        fault: `Say which file${csv ? ` the register stands in, beside ${csv}` : ''}: register.json is missing.`,
      };
    return { values, json: json ?? '', csv };
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
    return { fault: `${sentence}.` };
  }
}

const keptByNpm = (options: readonly string[], args: readonly string[]): string => {
  const flags = options.map((option) => `--${option}`).join(' ');
  return `npm has kept ${flags} to itself, and nothing was done. Put -- before the file: npm run import -- ${[...args, flags].join(' ')}`;
};

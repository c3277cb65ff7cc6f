/** The glossary is true: what it calls something is what the code calls it, and one thing has one word. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CODE = ['bot', 'cards', 'domain', 'documents', 'graph', 'prisma']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.(ts|json|prisma)$/.test(file) && !file.startsWith('prisma/generated'));
const PROSE = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'OPERATIONS.md', 'GLOSSARY.md'];
const source = [...CODE, ...CODE.map((file) => readFileSync(file, 'utf8'))].join('\n');

/** A row of the process: the Swedish words, what it is called in code, what it means. */
const rows = readFileSync('GLOSSARY.md', 'utf8')
  .split('\n')
  .map((line) => /^\| (?<words>[^|]+) \| (?<inCode>[^|]+) \| (?<means>.+) \|$/.exec(line)?.groups)
  .filter((groups) => groups !== undefined);

const namesIn = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => name.match(/[A-Za-z][\w-]*/g) ?? []);

describe('what the glossary names is there', () => {
  it.each(
    rows.flatMap(({ words = '', inCode = '' }) => (namesIn(inCode).length > 0 ? [[words, namesIn(inCode)]] : [])),
  )('%s: %s', (_, names) => {
    expect([names].flat().filter((name) => !new RegExp(`\\b${name}\\b`).test(source))).toEqual([]);
  });
});

/** Words for the same thing that are not the glossary's, each with the one that is. */
const OTHER_WORDS: readonly (readonly [says: RegExp, word: string])[] = [
  [/restricted mode|everything (is |stands )?on paper\b/i, 'on paper only'],
  [/page of a case (that is )?on paper|paper-only page/i, 'the paper page'],
];
describe('one thing has one word', () => {
  it.each(OTHER_WORDS)('%s is called: %s', (says) => {
    const said = [...CODE, ...PROSE].filter((file) => says.test(readFileSync(file, 'utf8')));
    expect(said).toEqual([]);
  });

  it.each([
    ['på papper', 'on paper only'],
    ['papperssidan', 'paper page'],
    ['sittings', 'sittings'],
  ])('and stands in the glossary: %s', (_, word) => {
    expect(rows.some(({ means = '' }) => means.includes(word))).toBe(true);
  });
});

/** A case on paper only is said to be handled so, in the same words wherever a card speaks of it. */
it('what people read of it says one thing', () => {
  const texts = JSON.parse(readFileSync('cards/texts/sv.json', 'utf8')) as Record<string, string>;
  for (const key of [
    'prot.yes',
    'next.paper',
    'missing.paperOnly',
    'doorWhy.protection',
    'start.cannotDecide',
    'lift.next',
  ])
    expect(texts[key], key).toMatch(/ärendet (sköts|inte längre ska skötas) på papper|sköts ärendet på papper/i);
});

/**
 * The tables in test/README.md are true: every rule and fault they name has a test of that name in each file they name.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = [
  ...readFileSync('test/README.md', 'utf8').matchAll(/^\| (T\d+|\d(?:\.\d)?) \| [EW] \|.*\| (.*) \|$/gm),
].map(([, rule = '', files = '']) => ({
  rule,
  files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
}));

test('there are rows', () => {
  expect(rows.length).toBeGreaterThan(20);
});

test.each(rows)('$rule', ({ rule, files }) => {
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const named = new RegExp(`['"\x60](?:[^'"\x60\\n]*, )?${rule.replace('.', '\\.')}(?:,|:)`);
    expect(readFileSync(`test/${file}`, 'utf8'), `${rule} in ${file}`).toMatch(named);
  }
});

const laws = [
  ...readFileSync('test/README.md', 'utf8').matchAll(/^\| ([A-Zb]\S+ [\d:]+(?: [a-z])?) \| [^|]+ \| (.*) \|$/gm),
];

test.each(laws.map(([, law = '', files = '']) => ({ law, files })))('$law', ({ law, files }) => {
  for (const [, file = ''] of files.matchAll(/`([^`]+)`/g))
    expect(readFileSync(`test/${file}`, 'utf8'), file).toMatch(new RegExp(`['"\x60]${law}[:,]`));
});

test('there are laws', () => {
  expect(laws.map(([, law]) => law)).toContain('OSL 12:3');
});

const faults = [...readFileSync('test/README.md', 'utf8').matchAll(/^\| (\d+) \| [^|]{2,} \| (.*) \|$/gm)];

test.each(faults.map(([, fault = '', files = '']) => ({ fault, files })))('fault $fault', ({ fault, files }) => {
  for (const [, file = ''] of files.matchAll(/`([^`]+)`/g))
    expect(readFileSync(`test/${file}`, 'utf8'), file).toMatch(
      new RegExp(`['"\x60](?:fault \\d+, )*fault ${fault}[:,]`),
    );
});

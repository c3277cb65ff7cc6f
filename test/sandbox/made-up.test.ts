/** Nobody real can be rung, mailed or looked up by what the sandbox and the examples show. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UNIT_KINDS } from '../../domain/codes.ts';
import { hasPersonnummer } from '../../domain/words/personnummer.ts';
import { madeUpRegister } from '../../sandbox/register.ts';

/** PTS keeps these for books, films and plays; 112 and 1177 are everybody's. */
const FICTION = /^(0313900(6\d\d)|084650(04\d\d)|0406280(4\d\d)|0980319(2\d\d)|0701740(60[5-9]|6[1-9]\d)|112|1177)$/;
const FILES = ['sandbox/register.json', 'register.example.json', 'people.example.csv'];
const NUMBER = /(?<![\w-])(?:0\d{1,3}[- ]\d[\d ]{4,}\d|112|1177)(?![\w-])/g;

test.each(FILES)('%s: telephone numbers out of PTS’s ranges for fiction', (file) => {
  const numbers = readFileSync(file, 'utf8').match(NUMBER) ?? [];
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((number) => !FICTION.test(number.replace(/\D/g, '')))).toEqual([]);
});

test.each(FILES)('%s: addresses that nobody can have, and no personnummer', (file) => {
  const text = readFileSync(file, 'utf8');
  const hosts = [...text.matchAll(/(?:@|https:\/\/)((?:[\w-]+\.)+[\w-]+)/g)].map(([, host = '']) => host);
  const microsoft = ['smba.trafficmanager.net', 'teams.microsoft.com', 'thread.tacv2'];
  expect(hosts.filter((host) => !host.endsWith('.example') && !microsoft.includes(host))).toEqual([]);
  expect(text.split('\n').filter((line) => hasPersonnummer(line))).toEqual([]);
});

test('the sandbox shows everything that a register can hold: its kinds of unit but those that are names for "another"', () => {
  const register = madeUpRegister(1);
  const shown = register.units.map(({ kind }) => kind);
  const others = ['PRESCHOOL', 'UPPER_SECONDARY', 'INDEPENDENT_SCHOOL', 'OTHER_REGION', 'OTHER_AGENCY'];
  expect(UNIT_KINDS.filter((kind) => !shown.includes(kind))).toEqual(others);
  expect(register.people.every(({ phone }) => phone)).toBe(true);
  for (const has of ['aliases', 'coordinates'] as const)
    expect(register.people.some((one) => [one[has]].flat().some(Boolean))).toBe(true);
  expect(register.settings).toMatchObject({ agreement: {}, links: {}, personalData: {}, acuteNumbers: {} });
});

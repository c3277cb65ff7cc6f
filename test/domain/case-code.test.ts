import { expect, test } from 'vitest';
import { makeCaseCode } from '../../domain/case-code.ts';
import { hasPersonnummer } from '../../domain/words/personnummer.ts';

test('three and three signs, none that can be taken for another', () => {
  let turn = 0;
  const codes = Array.from({ length: 500 }, () => makeCaseCode((below) => (turn++ * 7919) % below));
  for (const code of codes) expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{3}-[ACDEFGHJKMNPQRTWXY34679]{3}$/);
  expect(codes.join('')).not.toMatch(/[01258BILOSUVZ]/);
});

test('every sign is drawn by itself', () => {
  const asked: number[] = [];
  expect(makeCaseCode((below) => asked.push(below) - 1)).toBe('ACD-EFG');
  expect(asked).toEqual([23, 23, 23, 23, 23, 23]);
});

test('a code is no personnummer', () => {
  expect(hasPersonnummer('K7M-3XQ 764-397')).toBe(false);
});

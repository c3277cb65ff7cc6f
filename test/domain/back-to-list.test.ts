import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { backToList } from '../../domain/back-to-list.ts';
import type { PageRef } from '../../domain/names.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { caseFile, caseRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';

const looking = (status: 'PREPARING' | 'INVITED' = 'PREPARING') =>
  momentAt(caseFile(caseRow({ status })), Temporal.Instant.from('2027-03-01T09:00:00Z'));
const from = (backTo: 'LIST' | 'PAPER' | null) => ({ page: 'allOnPaper', backTo }) as const;
const GUIDE = { page: 'guide' } as const;

test('a page that was opened from the overview goes back there', () => {
  expect(backToList(GUIDE, from(null), looking(), false)).toEqual(GUIDE);
  expect(backToList({ ...GUIDE, backTo: null }, from('LIST'), looking(), false)).toEqual({ ...GUIDE, backTo: null });
});

test('one that was opened from what is missing goes back to the list; to a page of its own it goes as it says', () => {
  expect(backToList(GUIDE, from('LIST'), looking(), false)).toEqual({ page: 'missing', backTo: 'LIST' });
  expect(backToList({ page: 'childMore' }, from('LIST'), looking(), false)).toEqual({ page: 'childMore' });
});

test('in one sweep it goes on to the next page that something is missing on, until somebody goes back', () => {
  expect(backToList({ ...GUIDE, backTo: 'PAPER' }, from(null), looking(), false)).toEqual({
    page: 'childMore',
    backTo: 'PAPER',
  });
  expect(backToList(GUIDE, from('PAPER'), looking(), true)).toEqual({ ...GUIDE, backTo: null });
});

test('a card that was sent out from the read-back of a meeting that was broken off meanwhile is in no list', () => {
  expect(backToList(GUIDE, { page: 'time', backTo: 'READBACK' }, looking(), false)).toEqual({ ...GUIDE, backTo: null });
});

test('a case that has left the preparation has no list', () => {
  expect(backToList(GUIDE, from('LIST'), looking('INVITED'), false)).toEqual(GUIDE);
});

const atTable = momentAt(caseFile(caseRow({ status: 'MEETING' })), Temporal.Instant.from('2027-03-01T09:00:00Z'));
const walk = (page: PageRef, to: PageRef, backTo: Posting['backTo'] = 'READBACK') =>
  backToList({ page: to }, { page, backTo }, atTable, false);

test('whoever was sent somewhere by the plan as it is read aloud is back there when they leave', () => {
  expect(walk('readback', 'goals', null)).toEqual({ page: 'goals', backTo: 'READBACK' });
  expect(walk('goals', 'measures')).toEqual({ page: 'readback', backTo: null });
  expect(walk('goals', 'measures', null)).toEqual({ page: 'measures' });
  expect(walk('attendance', 'case')).toEqual({ page: 'readback', backTo: null });
});

test.each([
  ['goals', 'goals:3-1'],
  ['measures:2-0', 'measureMore:2-0'],
  ['measureMore:2-0', 'measures:2-0'],
  ['responsibility', 'openPoints'],
  ['openPoints:1-0', 'responsibility'],
  ['goals', 'paused:goals'],
  ['screen:goals', 'goals'],
] as const)('from %s to %s they have not left yet', (page, to) => {
  expect(walk(page, to)).toEqual({ page: to });
});

test('whoever opens the meeting anew walks through its parts', () => {
  const anew = { page: 'attendance', backTo: null } as const;
  expect(backToList(anew, { page: 'readback', backTo: 'READBACK' }, atTable, false)).toEqual(anew);
});

test('its own "Tillbaka" and "Nästa", and the rest of it, are no errand', () => {
  const back = backToList({ page: 'responsibility' }, { page: 'readback', backTo: null }, atTable, true);
  expect(back).toEqual({ page: 'responsibility' });
  expect(walk('readback', 'closing', null)).toEqual({ page: 'closing' });
  expect(walk('readback', 'readback:1', null)).toEqual({ page: 'readback:1' });
});

test('who answers for the plan is an errand like the others', () => {
  expect(walk('readback', 'responsibility', null)).toEqual({ page: 'responsibility', backTo: 'READBACK' });
  expect(walk('responsibility', 'measures')).toEqual({ page: 'readback', backTo: null });
});

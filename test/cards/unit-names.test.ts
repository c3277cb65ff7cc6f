/** A unit has one name: that of the register, on every card in somebody's own chat. */
import { expect, it } from 'vitest';
import { say, textKey } from '../../cards/texts/say.ts';
import { LANGUAGES } from '../../domain/codes.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Register } from '../../domain/rows/register.ts';
import { cardOf, fullFile, PAGE_NAMES, registerWith, statesOf, viewOf, wordsOf } from '../support/case-views.ts';

const sandbox = registerWith();
/** Names that no kind of unit is a part of. */
const NAMES: Record<string, string> = {
  elevhalsan: 'Enheten Alfa',
  'individ-och-familj': 'Enheten Beta',
  'bup-dalsland': 'Enheten Gamma',
};
const named = Object.keys(NAMES);
const register: Register = {
  ...sandbox,
  units: sandbox.units.filter(({ id }) => NAMES[id]).map((unit) => ({ ...unit, name: NAMES[unit.id] ?? '' })),
  people: sandbox.people.filter(({ unitId }) => NAMES[unitId]),
};

/** Somebody has said no, somebody did not come, the talks do not want the same, the calendar is not read. */
const full = fullFile({ ageBand: 'A12_14' }, ['GUARDIAN_1', 'GUARDIAN_2']);
const FILES: CaseFile[] = statesOf({
  ...full,
  talks: full.talks.map((talk) => ({ ...talk, wants: ['bup-dalsland'] })),
  meetings: full.meetings.map((meeting) => ({ ...meeting, stray: 'STANDS' as const, unread: 'REFUSED' as const })),
  participants: full.participants.map((row) => ({
    ...row,
    answer: 'DECLINED' as const,
    declineReason: 'NOT_GIVEN' as const,
    attendance: 'ABSENT' as const,
  })),
});
/** Not the cards of a channel; nor the page that asks who wanted a plan, where no unit is meant. */
const OWN_CHAT = PAGE_NAMES.filter((page) => page !== 'measure' && page !== 'measure-open' && page !== 'startMore');

it.each(LANGUAGES)('one name for a unit: no card in the own chat says its kind instead (%s)', (language) => {
  const kinds = register.units.map(({ kind }) => say(language, textKey(`unitKind.${kind}`)));
  const isKind = new RegExp(`(?<!\\p{L})(${kinds.join('|')})(?!\\p{L})`, 'u');
  const said = (page: (typeof PAGE_NAMES)[number]) => [
    ...new Set(FILES.flatMap((file) => wordsOf(cardOf(page, viewOf(page, file, language, register))))),
  ];
  const byPage = Object.fromEntries(OWN_CHAT.map((page) => [page, said(page)]));
  expect(
    Object.entries(byPage).flatMap(([page, words]) =>
      words.filter((text) => isKind.test(text)).map((text) => `${page}: ${text}`),
    ),
  ).toEqual([]);
  // They do say which unit it is.
  for (const page of ['case', 'guide', 'check', 'cases', 'answers', 'invite', 'told', 'deviations'] as const)
    expect(
      named.some((id) => byPage[page]?.some((text) => text.includes(NAMES[id] ?? '-'))),
      page,
    ).toBe(true);
});

/** Wherever a card says "Ring": who of the staff, with the number that the register has, or that it has none. */
import { describe, expect, it, test } from 'vitest';
import { renderStanding } from '../../bot/engine/render.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { sayPhones, sayWithPhone, WHOM_TO_RING, withPhones } from '../../cards/texts/say-phone.ts';
import sv from '../../cards/texts/sv.json' with { type: 'json' };
import { LANGUAGES } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { textOf } from '../support/card-json.ts';
import { cardOf, fullFile, NOW, registerWith, viewOf, wordsOf } from '../support/case-views.ts';

const register = registerWith();
const LENA = register.people.find(({ name }) => name === 'Lena Hassel');
const LENAS = 'BUP Dalsland · Lena Hassel, psykolog, 070-174 06 12';
const SOCIAL = 'Individ- och familjeomsorgen, 08-465 004 13';

/** These say it beside a value or a list that has the number. */
const HAS_ITS_OWN: Record<string, string> = {
  'propose.why': 'the choices',
  'error.noChat': 'the choices',
  'paper.ring': 'a heading: the units below it',
};
test('every sentence that says "Ring" has whom it means, and the number', () => {
  const says = Object.entries(sv).filter(([, text]) => /(?<!\p{L})ring(?!\p{L})/iu.test(text));
  expect(says.length).toBeGreaterThan(15);
  const forgotten = says.filter(([key, text]) => {
    const plain = key.replace(/\.youth$/, '');
    return !(plain in WHOM_TO_RING) && !/\{(who|ring)\}/.test(text) && !(key in HAS_ITS_OWN);
  });
  expect(forgotten).toEqual([]);
});

describe('who is rung', () => {
  const lena = { unitId: 'bup-dalsland', personId: LENA?.id ?? '' };
  const without = (id: string) => ({
    ...register,
    people: register.people.map((one) => (one.id === LENA?.id ? { ...one, phone: null } : one)),
    units: register.units.map((one) => (one.id === id ? { ...one, phone: null } : one)),
  });
  test('a person by their own number, else the unit’s', () => {
    expect(sayWithPhone('sv', register, lena)).toBe(LENAS);
    expect(sayWithPhone('sv', without(''), lena)).toBe('BUP Dalsland · Lena Hassel, psykolog, 08-465 004 14');
    expect(sayWithPhone('sv', register, { ...lena, personId: null })).toBe('BUP Dalsland, 08-465 004 14');
  });
  test('where the register has none it says so, with a way on', () => {
    expect(sayWithPhone('sv', without('bup-dalsland'), lena)).toBe(
      'BUP Dalsland · Lena Hassel, psykolog (numret står inte i registret: fråga växeln)',
    );
    expect(sayWithPhone('en', without('bup-dalsland'), lena)).toContain('ask the switchboard');
  });
});

const full = fullFile({ ageBand: 'A12_14' }, ['GUARDIAN_1', 'GUARDIAN_2']);
/** Two are called: Lena, and whoever is at an address of the social services that somebody typed. */
const called = (set: Partial<Participant> = {}, more: Partial<CaseFile['meetings'][number]> = {}): CaseFile => ({
  ...full,
  case: { ...full.case, status: 'INVITED' },
  meetings: full.meetings.map((one) => ({ ...one, status: 'SENT' as const, familyAgreed: true, ...more })),
  participants: full.participants.map((row) =>
    row.unitId === 'bup-dalsland'
      ? { ...row, personId: LENA?.id ?? '', answer: 'ACCEPTED' as const, ...set }
      : { ...row, mail: 'nagon@vanersborg.example', mailTyped: true, answer: 'ACCEPTED' as const },
  ),
});
const DECLINED = { answer: 'DECLINED', declineReason: 'NOT_GIVEN' } as const;
const lines = (page: PageName, file: CaseFile) => wordsOf(cardOf(page, viewOf(page, file, 'sv', register)));
const standing = (file: CaseFile, page: PageName = 'case') => {
  const { posting } = viewOf(page, file, 'sv', register);
  const listed = { files: [{ ...file, postings: [{ ...posting, kind: 'CASE' as const }] }], total: 1 };
  return textOf(renderStanding(posting, file, listed, register, NOW));
};

describe('beside the sentence', () => {
  test.each<[string, CaseFile]>([
    ['Nej från BUP Dalsland, utan orsak. Ring och fråga', called(DECLINED)],
    ['Nej från BUP Dalsland. Ring och fråga', called({ ...DECLINED, reasonAsked: true })],
    ['Ett svar saknas: BUP Dalsland. Ring om det dröjer.', called({ answer: 'NONE' })],
    ['Försök igen, eller ring.', called({ callState: 'FAILED' })],
  ])('%s: the one whom it is about, on the card as it stands and in the list', (sentence, file) => {
    for (const text of [standing(file), standing(file, 'cases')]) {
      expect(text).toContain(sentence);
      expect(text.split('\n')).toContain(LENAS);
      expect(text).not.toContain(SOCIAL);
    }
  });

  test.each<[string, CaseFile]>([
    ['eller ring dem som är kallade', called({}, { status: 'FAILED' })],
    ['Ta kontakt med dem som är kallade', called({}, { eventState: 'GONE' })],
    ['Svaren i kalendern går inte att läsa. Ring dem', called({}, { unread: 'REFUSED' })],
    ['ring dem som är kallade. Är det borta?', called({}, { stray: 'STANDS' })],
    ['ring dem som är kallade. Är den borta?', called({}, { stray: 'LOST' })],
    ['Ring dem om det är bråttom.', called({}, { stray: 'LEFT' })],
  ])('%s: everybody who is called, and no address that somebody typed', (sentence, file) => {
    const text = standing(file);
    expect(text).toContain(sentence);
    expect(text.split('\n')).toEqual(expect.arrayContaining([LENAS, SOCIAL]));
    expect(text).not.toContain('nagon@');
  });

  test.each(['prot.placeCleared', 'prot.placeStands'] as const)(
    '%s, a sentence that an act left on the card',
    (key) => {
      const file = called();
      const { posting } = viewOf('case', file, 'sv', register);
      const card = renderStanding({ ...posting, notice: { key } }, file, { files: [], total: 0 }, register, NOW);
      expect(textOf(card).split('\n')).toEqual(expect.arrayContaining([LENAS, SOCIAL]));
    },
  );

  test('the page of answers, the line to read on the telephone, what staff read where a guardian says no', () => {
    expect(lines('answers', called(DECLINED))).toContain(LENAS);
    // Who came last time, or has the plan, knows.
    expect(lines('told', called())).not.toContain(LENAS);
    const isNew = called({ attendance: null });
    expect(lines('told', { ...isNew, planRecipients: [] })).toContain(LENAS);
    const refused = lines('refuse', { ...full, case: { ...full.case, ageBand: 'A12_14' } }).join('\n');
    expect(refused).toMatch(/Ring dem\.\n\nIndivid- och familjeomsorgen, 08-465 004 13/);
  });

  test('from 18: social services', () => {
    const youth = fullFile({ ageBand: 'A18_20', guardianOne: null, guardianTwo: null }, ['YOUTH']);
    expect(lines('start', youth).join('\n')).toContain(SOCIAL);
    expect(lines('start', full).join('\n')).not.toContain(SOCIAL);
  });

  test('who is to get a proposal', () => {
    expect(lines('propose', full)).toContain('Elevhälsan · Jonas Alm, skolpsykolog, 070-174 06 06');
  });
});

describe('nobody is named', () => {
  const isNamed = (text: string) => text.includes('Hassel') || /\d{3} \d\d/.test(text);

  test('on what stands of a case on paper only; the one who has pressed is told', () => {
    const file = { ...called(), case: { ...full.case, status: 'PREPARING' as const, safety: 'RESTRICTED' as const } };
    expect(isNamed(standing(file, 'paper').replace(register.settings.emergencyLine, ''))).toBe(false);
    expect(lines('paper', file)).toContain(LENAS);
  });

  test('at the table: the screen is on the wall', () => {
    const file = called(DECLINED, { unread: 'REFUSED', openedAt: NOW });
    const atTable: CaseFile = { ...file, case: { ...file.case, status: 'MEETING' } };
    for (const key of Object.keys(WHOM_TO_RING) as TextKey[])
      expect(sayPhones({ ...viewOf('case', atTable, 'sv', register), file: atTable }, key)).toEqual([]);
  });

  test('of the family: nobody has a number', () => {
    const reminder = say('sv', 'next.remind.PAPER', { on: 'i dag' });
    expect(reminder).toContain('jag sparar inga nummer till familjer');
    for (const language of LANGUAGES)
      expect(withPhones({ ...viewOf('guide', full, language, register), file: full }, 'next.remind.PAPER', '')).toBe(
        '',
      );
  });

  it('not in what a locked telephone shows either', () => {
    const { speak, fallbackText } = cardOf('case', viewOf('case', called(DECLINED), 'sv', register));
    expect(isNamed(`${speak} ${fallbackText}`)).toBe(false);
  });
});

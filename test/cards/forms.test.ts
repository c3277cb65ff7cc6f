/** What Teams sends from a form, as the steps get it. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { start } from '../../cards/case/start.ts';
import { consent } from '../../cards/consent/consent.ts';
import { consentScope } from '../../cards/consent/consent-scope.ts';
import { buildCard } from '../../cards/frame.ts';
import { invite } from '../../cards/meeting/invite.ts';
import { OWN_TIME, time } from '../../cards/meeting/time.ts';
import { attendance } from '../../cards/sip/attendance.ts';
import { childTalk } from '../../cards/talks/child-talk.ts';
import { fieldIn } from '../../domain/names.ts';
import { allCards } from '../support/all-cards.ts';
import { inputsOf } from './walk-card.ts';

/** A number that the Tax Agency has published for tests. */
const TEST_NUMBER = '189001019802';

const errorsOf = (result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));

describe('an empty form', () => {
  it('is never wrong: nothing is required before the kallelse', () => {
    const nothing = {
      ageBand: null,
      guardianOne: null,
      guardianTwo: null,
      protectedIdentity: null,
      secretPlace: null,
    };
    expect(start.form().parse({})).toEqual(nothing);
    expect(start.form().parse({ ageBand: '', guardianOne: '', guardianTwo: '' })).toEqual(nothing);
    expect(consent.form().parse({})).toEqual({
      signedOn: null,
      method: null,
      validFromOn: null,
      validMonths: null,
      validToOn: null,
    });
    expect(consentScope.form(['u-1']).parse({})).toEqual({
      parties: [],
      topics: [],
      scopes: [],
      originalLocation: null,
    });
  });
});

describe('a filled in form', () => {
  it('gives days, toggles, several choices and numbers as values', () => {
    const sent = { signedOn: '2026-03-02', method: 'PAPER', validMonths: '6', validToOn: '' };
    expect(consent.form().parse(sent)).toEqual({
      signedOn: Temporal.PlainDate.from('2026-03-02'),
      method: 'PAPER',
      validFromOn: null,
      validMonths: '6',
      validToOn: null,
    });
    const ticked = {
      parties: 'u-3,u-1',
      topics: 'FAMILY,SCHOOL',
      scopes: 'MEETING,PLAN_COPY',
      originalLocation: ' Elevhälsans akt ',
    };
    expect(consentScope.form(['u-1', 'u-2', 'u-3']).parse(ticked)).toEqual({
      parties: ['u-1', 'u-3'],
      topics: ['SCHOOL', 'FAMILY'],
      scopes: ['MEETING', 'PLAN_COPY'],
      originalLocation: 'Elevhälsans akt',
    });
    expect(childTalk.form().parse({ wordsMayBeShown: 'true', words: 'hej' })).toMatchObject({
      wordsMayBeShown: true,
      words: 'hej',
    });
    const own = time
      .form(['s-1', OWN_TIME], ['r-1'])
      .parse({ slot: 'OWN', date: '2026-03-10', clock: '13:00', minutes: '60', place: 'r-1' });
    expect(own).toMatchObject({
      slot: 'OWN',
      clock: Temporal.PlainTime.from('13:00'),
      minutes: 60,
      place: 'r-1',
      lateReason: null,
    });
  });

  it('keeps the words as they were said, åäö, line breaks and all', () => {
    const words = 'Jag vill kunna gå i skolan.\n”Ring 070-174 06 05”, sa [en kompis].';
    expect(childTalk.form().parse({ words })).toMatchObject({ words });
  });

  it('answers per unit and per participant, whatever the inputs are called', () => {
    const units = [
      { id: 'u-1', choices: [{ value: 'a-1' }, { value: 'NONE' }] },
      { id: 'u-2', choices: [{ value: 'FUNCTIONAL' }] },
    ];
    expect(
      invite.form(units, ['u-1']).parse({ who_0: 'a-1', otherUnit: 'u-1', otherMail: 'Eva.Lind@Vardcentral.example' }),
    ).toEqual({
      who: { 'u-1': 'a-1', 'u-2': null },
      otherUnit: 'u-1',
      otherMail: 'eva.lind@vardcentral.example',
    });
    const sent = {
      ...{ a_CONVENER: 'REMOTE', 'p_d-1': 'IN_ROOM', 'p_d-2': 'ABSENT' },
      ...{ child: 'PART', relatives: '2', interpreter: 'NONE' },
    };
    expect(attendance.form(['CONVENER', 'GUARDIAN_1'], ['d-1', 'd-2']).parse(sent)).toEqual({
      attendees: { CONVENER: 'REMOTE', GUARDIAN_1: null },
      participants: { 'd-1': 'IN_ROOM', 'd-2': 'ABSENT' },
      child: 'PART',
      relatives: 2,
      interpreter: null,
    });
  });
});

describe('what does not belong', () => {
  it('is a sentence at its own field, with the other fields unharmed', () => {
    const sent = { signedOn: '2026-02-30', validMonths: '7' };
    expect(
      errorsOf(consentScope.form(['u-1']).safeParse({ parties: 'u-9', originalLocation: 'x'.repeat(121) })),
    ).toEqual({
      parties: 'error.choice',
      originalLocation: 'error.tooLong',
    });
    expect(errorsOf(consent.form().safeParse(sent))).toEqual({
      signedOn: 'error.date',
      validMonths: 'error.choice',
    });
    expect(errorsOf(time.form([], []).safeParse({ clock: '25:00', date: 'i morgon' }))).toEqual({
      clock: 'error.clock',
      date: 'error.date',
    });
    expect(errorsOf(invite.form([], []).safeParse({ otherMail: 'inte en adress' }))).toEqual({
      otherMail: 'error.mail',
    });
  });

  it('a personnummer is refused in every box that takes words', () => {
    expect(errorsOf(childTalk.form().safeParse({ words: `Hen heter ${TEST_NUMBER}` }))).toEqual({
      words: 'error.personnummer',
    });
    expect(errorsOf(consentScope.form([]).safeParse({ originalLocation: TEST_NUMBER }))).toEqual({
      originalLocation: 'error.personnummer',
    });
    expect(errorsOf(invite.form([], []).safeParse({ otherMail: `${TEST_NUMBER}@skola.example` }))).toEqual({
      otherMail: 'error.personnummer',
    });
  });

  it('OSL 40:7 g: a report of concern is refused in every box that takes words', () => {
    const boxes = allCards.flatMap((card) =>
      inputsOf(
        buildCard(card, card.sample as Record<string, unknown>, {
          language: 'sv',
          page: 'guide',
          posting: 'p',
          turn: 't',
        }),
      )
        .filter(({ type }) => type === 'Input.Text')
        .map(({ id }) => ({ card, id: fieldIn(String(id)) })),
    );
    expect(boxes.length).toBeGreaterThan(15);
    for (const { card, id } of boxes) {
      const form = card.form as unknown as (...lists: string[][]) => ZodType;
      const sent = { [id]: 'Det är gjort en orosanmälan' };
      expect(errorsOf(form([], [], [], []).safeParse(sent))[id], `${card.name} ${id}`).toBe('error.notHere');
    }
  });

  it('fields that are not on the card are dropped', () => {
    const sent = JSON.parse('{"ageBand":"A6_11","caseId":"x","__proto__":{"admin":true},"constructor":"y"}');
    expect(Object.keys(start.form().parse(sent)).sort()).toEqual([
      'ageBand',
      'guardianOne',
      'guardianTwo',
      'protectedIdentity',
      'secretPlace',
    ]);
  });

  it('odd values never throw', () => {
    for (const odd of [
      1,
      {},
      [],
      [[]],
      { toString: 'x' },
      '\u0000',
      '\ud800',
      'x'.repeat(1_000_000),
      true,
      Number.NaN,
    ]) {
      const sent = { words: odd, wordsMayBeShown: odd, outcome: odd, heldOn: odd, participation: odd };
      expect(() => childTalk.form().safeParse(sent)).not.toThrow();
      expect(() => consent.form().safeParse({ signedOn: odd, validFromOn: odd, validMonths: odd })).not.toThrow();
      expect(() =>
        consentScope.form(['u-1']).safeParse({ parties: odd, topics: odd, originalLocation: odd }),
      ).not.toThrow();
    }
  });

  it('control characters and half characters never reach the database', () => {
    const { words } = childTalk.form().parse({ words: 'a\u0000b\u202ec\ud800d\r\ne' });
    expect(words).toBe('abc\ufffdd\ne');
  });
});

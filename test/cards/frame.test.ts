/** What the frame adds to a page: notice, errors, values, the row's own posting. */
import { describe, expect, it } from 'vitest';
import { cases } from '../../cards/case/cases.ts';
import { consentScope } from '../../cards/consent/consent-scope.ts';
import { measureOpen } from '../../cards/followup/measure-open.ts';
import { plan } from '../../cards/followup/plan.ts';
import { buildCard, type Frame } from '../../cards/frame.ts';
import { invite } from '../../cards/meeting/invite.ts';
import { childTalk } from '../../cards/talks/child-talk.ts';
import { actionsOf, elementsOf, inputsOf, textsOf } from './walk-card.ts';

const frame: Frame = { language: 'sv', page: 'start', posting: 'p', turn: 't' };
const valuesOf = (card: Parameters<typeof inputsOf>[0]) =>
  Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));

describe('a page with answers', () => {
  it('stands filled in, choices of several as Teams wants them', () => {
    const values = { parties: ['u-1', 'u-3'], scopes: ['MEETING'], topics: [] };
    expect(valuesOf(buildCard(consentScope, consentScope.sample, { ...frame, values }))).toEqual({
      parties: 'u-1,u-3',
      scopes: 'MEETING',
      topics: '',
    });
  });

  it('keeps what was typed where it is refused, and says why at that field and at the top', () => {
    const values = { words: 'Jag heter [en kompis]', wordsMayBeShown: true };
    const card = buildCard(childTalk, childTalk.sample, { ...frame, values, errors: { words: 'Ta bort det.' } });
    expect(valuesOf(card)).toMatchObject({ words: 'Jag heter [en kompis]', wordsMayBeShown: 'true' });
    const texts = textsOf(card).map(({ text }) => text);
    expect(texts).toContain('Rätta: Ta bort det.');
    expect(texts).toContain('Något behöver rättas. Det står vid rutan nedanför.');
  });

  it('says an error at the top when its input is not on the page', () => {
    const card = buildCard(childTalk, childTalk.sample, { ...frame, errors: { elsewhere: 'Välj plats.' } });
    expect(elementsOf(card).find(({ type }) => type === 'Container')).toMatchObject({
      items: [{ text: 'Välj plats.' }],
    });
  });
});

it('a notice stands between the next step and the page, in words', () => {
  const card = buildCard(consentScope, consentScope.sample, { ...frame, notice: 'Samtycket är klart.' });
  expect((card.body as unknown[])[2]).toMatchObject({
    type: 'Container',
    items: [{ text: 'Samtycket är klart.', wrap: true }],
  });
});

it('each row of "mina ärenden" carries the posting and turn of its own case', () => {
  const data = actionsOf(buildCard(cases, cases.sample, frame)).map((action) => action.data);
  expect(data).toContainEqual({ posting: 'p-2', turn: 't-2', verb: 'case.show' });
  expect(data).toContainEqual({ posting: 'p', turn: 't', verb: 'case.new' });
});

it('what is said aloud and shown without card support is plain text', () => {
  const card = buildCard(measureOpen, { ...measureOpen.sample, next: 'Kallelsen är **inte** skickad.' }, frame);
  expect(card.speak).toBe('Åtgärd 2 · K7M-3XQ. Kallelsen är inte skickad.');
  expect(card.fallbackText).not.toContain('**');
});

const ROW = { heading: '', lead: 'Åtgärd', about: 'BUP', style: 'default', spacing: 'Small' } as const;

it('fault 39: very long words are shown shorter rather than refused by Teams', () => {
  const long = Array.from({ length: 30 }, () => ({ ...ROW, text: 'å'.repeat(400) }));
  const card = buildCard(plan, { ...plan.sample, rows: long }, frame);
  expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(28 * 1024);
  expect(
    textsOf(card)
      .filter(({ text }) => text.startsWith('ååå'))
      .every(({ text }) => text.endsWith(' …')),
  ).toBe(true);
});

it('fault 39: a text that is shown shorter ends with a whole character', () => {
  const long = Array.from({ length: 30 }, (_, n) => ({
    ...ROW,
    text: `${'å'.repeat(n % 2)}${'😀'.repeat(200)}`,
  }));
  const shown = textsOf(buildCard(plan, { ...plan.sample, rows: long }, frame)).filter(({ text }) =>
    text.includes('😀'),
  );
  expect(shown.filter(({ text }) => /\p{Surrogate}/u.test(text))).toEqual([]);
});

it('fault 39: of units with hundreds of people the first are shown, with whoever is chosen and nobody, and it says so', () => {
  const people = Array.from({ length: 300 }, (_, n) => ({
    title: `Person ${n}, socialsekreterare`,
    value: `${n}`.padStart(36, 'a'),
  }));
  const units = Array.from({ length: 8 }, (_, n) => ({
    id: `u-${n}`,
    label: `Verksamhet ${n}`,
    choices: [...people, { title: 'Ingen härifrån', value: 'NONE' }],
  }));
  const chosen = people[222]?.value ?? '';
  const card = buildCard(invite, { ...invite.sample, units }, { ...frame, values: { who_3: chosen } });
  expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(28 * 1024);
  const lists = inputsOf(card).map(({ choices }) => (choices ?? []) as { value: string }[]);
  expect(lists[3]?.map(({ value }) => value)).toEqual(expect.arrayContaining([people[0]?.value, chosen, 'NONE']));
  expect(textsOf(card).map(({ text }) => text)).toContain(
    'Listan är för lång för ett kort. Alla syns inte, men det som är valt finns kvar.',
  );
});

it('data that does not fit the card is refused', () => {
  expect(() =>
    buildCard(measureOpen, { ...measureOpen.sample, what: undefined as unknown as string }, frame),
  ).toThrow();
});

/** What somebody changes in Outlook is seen whole, and at once. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { backToToday, breakGraph, closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, inputsOf, mainOf, textOf } from '../../support/card-json.ts';
import { inOutlook } from '../../support/in-outlook.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
let outlook: ReturnType<typeof inOutlook>;
beforeAll(async () => {
  sandbox = await openSandbox();
  outlook = inOutlook(sandbox);
});
afterEach(async () => {
  await sandbox.control('faults', { schedule: null });
  await backToToday(sandbox);
});
afterAll(() => closeAtRest(sandbox));

const mailOf = (name: string) => register.people.find((one) => one.name === name)?.mail ?? '';
const from = dayFromNow;

describe('where', () => {
  test('another room: the card does not say the old one, nor the words that were written in Outlook', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.change(story, { location: { displayName: 'Norra skolan, rum 12' } });
    const said = await story.until(/platsen är ändrad i Outlook/);
    expect(said).not.toMatch(/rum Dalbo|rum 12/);
    await outlook.change(story, { location: { displayName: 'Stadshuset, rum Dalbo; Norra skolan, rum 12' } });
    await story.until(/· Stadshuset, rum Dalbo/);
  });

  test('a place of the register is the meeting’s from now on', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.change(story, { location: { displayName: 'Elevhälsan, samtalsrummet' } });
    expect(await story.until(/· Elevhälsan, samtalsrummet/)).not.toContain('Dalbo');
  });

  test('a place that is to be told by word of mouth stands in Outlook: take it away', async () => {
    const story = await caseIn(sandbox, 'sent', { case: { safety: 'PLACE_ORALLY' } });
    await outlook.change(story, { location: { displayName: 'Norra skolan, rum 12' } });
    expect(await story.until(/ska sägas muntligt/)).not.toContain('rum 12');
  });
});

describe('when', () => {
  test('a whole day: said so, and a time is asked for', async () => {
    const story = await caseIn(sandbox, 'sent');
    const midnight = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'W. Europe Standard Time' });
    await outlook.change(story, { isAllDay: true, start: midnight(from(11)), end: midnight(from(12)) });
    const said = await story.until(/hela dagen/);
    expect(said).not.toMatch(/kl\. 0[012]\.00/);
    expect(said).toContain('Välj en tid, eller ställ in mötet.');
    // The card gives it a time again, by its main button.
    expect(mainOf(story.card())).toEqual(['move.open']);
    await story.press('move.open');
    await story.press('move.save', { reason: 'PARTY', askedBy: 'PARTY' });
    await story.press('move.save', { reason: 'PARTY', askedBy: 'PARTY' });
    await story.fill('time', { date: from(11), clock: '09:00' });
    await story.press('move.send', { familyAgreed: 'true' });
    expect(await story.until(/Mötet är flyttat/)).toContain('kl. 09.00–10.00');
    expect(await outlook.read(await outlook.pathOf(story))).toMatchObject({ isAllDay: false });
  });

  test('over midnight: both days', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.move(story, `${from(11)}T23:00:00`, `${from(12)}T01:00:00`);
    await story.until(/\S+ \d+ \S+( \d{4})? kl\. 23\.00 – \S+ \d+ \S+( \d{4})? kl\. 01\.00/);
  });

  test('another year, past the consent: the year, and the consent, at once', async () => {
    const story = await caseIn(sandbox, 'sent');
    const year = Number(from(0).slice(0, 4)) + 1;
    await outlook.move(story, `${year}-12-01T13:00:00`, `${year}-12-01T14:00:00`);
    const said = await story.until(/en dag som samtycket inte gäller/);
    expect(said).toContain(`1 december ${year} kl. 13.00–14.00`);
    // A longer consent is asked for, or another time is chosen: both are there, and the first is the main button.
    expect(said).toMatch(/Samtycke från mamma\nGäller till [^\n]+\. Räcker inte till mötet\nSamtycke från pappa/);
    expect(mainOf(story.card())).toEqual(['consent1.open']);
    expect(story.verbs()).toEqual(expect.arrayContaining(['consent2.open', 'move.open']));
    await story.press('consent1.open');
    expect(story.text()).toContain('Samtycke (mamma), sida 1 av 2');
  });

  test('past the consent of one: a longer form is filled in from the card, and it goes on as any other', async () => {
    const story = await caseIn(sandbox, 'sent', {
      consentOf: { GUARDIAN_2: { validMonths: null, validToOn: Temporal.PlainDate.from(from(20)) } },
    });
    await outlook.move(story, `${from(26)}T13:00:00`, `${from(26)}T14:00:00`);
    const said = await story.until(/en dag som samtycket inte gäller/);
    expect(said).not.toContain('Samtycke från mamma');
    expect(mainOf(story.card())).toEqual(['consent2.open']);
    const after = await story.fill('consent2', { signedOn: from(0), validMonths: '6' });
    expect(after).not.toContain('samtycket inte gäller');
    expect(after).not.toContain('Samtycke från pappa');
  });

  test('into a time that has been: another is chosen by the main button', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.move(story, `${from(-1)}T09:00:00`, `${from(-1)}T10:00:00`);
    await story.until(/en tid som redan har varit\. Välj en ny tid/);
    expect(mainOf(story.card())).toEqual(['move.open']);
    await story.press('move.open');
    expect(story.input('askedBy')).toBeDefined();
  });

  test('past the last day: why is asked, and the family’s yes; both can be answered, and then it is as any other', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.move(story, `${from(40)}T09:00:00`, `${from(40)}T10:00:00`);
    await story.until(/flyttat i Outlook\. Fråga familjen om tiden/);
    await story.press('moved.open');
    expect(await story.press('moved.save', { familyAgreed: 'true' })).toContain('Rätta: ');
    const saved = await story.press('moved.save', { familyAgreed: 'true', lateReason: 'FAMILY_WISH' });
    expect(saved).not.toContain('flyttat i Outlook');
    expect(saved).toMatch(/vet inte än vem det gäller/);
  });

  test('the page of it changes nothing of a meeting that nobody has moved', async () => {
    const story = await caseIn(sandbox, 'sent');
    const [button] = buttonsOf(story.card());
    if (!button) throw new Error('no button');
    for (const verb of ['moved.save', 'moved.back'])
      await story.client.send(
        story.client.pressed({ verb, data: { ...button.data, verb } }, { familyAgreed: 'false' }),
      );
    expect((await fileOf(sandbox, story)).meetings.map(({ familyAgreed }) => familyAgreed)).toEqual([true]);
  });

  test('into the past: said at once', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.move(story, `${from(-2)}T09:00:00`, `${from(-2)}T10:00:00`);
    await story.until(/en tid som redan har varit/);
  });
});

describe('who', () => {
  test('forwarded, or added: said, and whether the consent covers them', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.add(story, { address: mailOf('Oskar Gran') });
    expect(await story.until(/En till i mötet i Outlook/)).toContain(
      'verksamhet som samtycket gäller (Individ- och familjeomsorgen)',
    );
    await outlook.add(story, { address: mailOf('Nils Lönn') });
    expect(
      await story.until(/Samtycket gäller inte\*\* en som står i mötet i Outlook \(Barn- och ungdomshabiliteringen\)/),
    ).toMatch(/Ta bort dem som samtycket inte gäller[\s\S]*Samtycket gäller inte[\s\S]*En till/);
    await outlook.add(story, { address: 'nagon@polisen.example' });
    expect(await story.until(/vet inte vilka de är/)).not.toMatch(/polisen|Oskar|Nils/);
  });
});

describe('free and busy times that are not as they should be', () => {
  test.each([
    ['only the row of digits', 'viewOnly', /2 av 2|1 av 2/],
    ['items that do not say when', 'noTimes', /svarar själva/],
  ])('%s: times are found all the same', async (_, schedule, said) => {
    const story = await caseIn(sandbox, 'chosen');
    await breakGraph(sandbox, { schedule });
    await story.press('time.open');
    const slot = () => inputsOf(story.message.card).find(({ id }) => id === 'slot');
    await sandbox.sink.until(slot, 'the times');
    expect(textOf(story.message.card)).not.toMatch(/svarar inte/);
    expect(
      slot()
        ?.choices.map(({ title }) => title)
        .join(),
    ).toMatch(said);
  });
});

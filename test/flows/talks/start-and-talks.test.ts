import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgeBand } from '../../../domain/codes.ts';
import { backToToday, closeAtRest, storedRows } from '../../support/at-rest.ts';
import { textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory, type Story } from '../../support/story.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';
import { addTries, checkedDecision } from '../../support/unreachable.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

/** What "Till kallelsen" says is missing, and back to the overview. */
async function missing(story: Story): Promise<string[]> {
  const [, next, ...rows] = (await story.press('preview.open')).split('\n');
  expect(next).toBe('Du kan inte skicka kallelsen än. Det här saknas:');
  expect(story.verbs()).not.toContain('kallelse.send');
  await story.press('guide.open');
  return rows;
}

/** What is worth a thought before the kallelse is sent, above the answers. */
async function warnings(story: Story): Promise<string> {
  await story.press('check.open');
  return story.text();
}

/** The first day of a month that lies so many months ahead. */
const monthAhead = (months: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
};
const choicesOf = (story: Story, id: string) => story.input(id)?.choices ?? [];

describe('the start', () => {
  test('T2: 21 or older is refused at the field, with where to turn; up to and including 20 goes on', async () => {
    const story = await beginStory(sandbox);
    for (let tries = 0; tries < 2; tries += 1) {
      await story.press('start.save', { ageBand: 'OVER', guardianOne: 'MOTHER' });
      expect(story.text()).toContain(
        'Västbusmöte gäller till och med 20 år. Äldre kan också få en SIP. Kontakta vårdcentralen',
      );
      expect(story.verbs()).toContain('start.save');
    }
    expect(await story.press('start.save', { ageBand: 'A18_20' })).toContain(
      'Den unge är myndig och lämnar själv samtycke.',
    );
    expect(story.text()).toContain('Fyller den unge 21 under tiden? Då får planen ändå löpa vidare.');
  });

  test('T3: the acute line, T4: the line about a worry: always there, and there is nothing to answer', async () => {
    const story = await beginStory(sandbox);
    expect(story.text()).toMatch(/112/);
    expect(story.text()).toContain('Gör genast en orosanmälan till socialtjänsten. Den kräver inget samtycke');
    expect(story.input('worry')).toBeUndefined();
    await story.fill('start');
    await story.press('start.open');
    expect(story.text()).toMatch(/112[\s\S]*orosanmälan|orosanmälan[\s\S]*112/);
  });

  test('B6: "vet inte" about a guardian is fine until the kallelse', async () => {
    const story = await beginStory(sandbox);
    expect(story.text()).toContain('Kontrollera i folkbokföringen.');
    await story.fill('start', { guardianTwo: 'UNKNOWN' });
    expect(await missing(story)).toContain('Vilka som är vårdnadshavare');
    await story.fill('start');
    expect(await missing(story)).not.toContain('Vilka som är vårdnadshavare');
  });

  test('2.3: placed under LVU the page comes back once and asks who consents, with the day the social worker confirmed it', async () => {
    const story = await beginStory(sandbox);
    await story.press('start.save', { ageBand: 'A6_11', guardianOne: 'MOTHER', guardianTwo: 'FATHER' });
    expect(story.input('placedConsentBy')).toBeUndefined();
    expect(await story.press('startMore.save', { placement: 'UNKNOWN' })).toContain('Efter samtalen');
    const gap = 'Om barnet är placerat, och vem som då samtycker';
    expect(await missing(story)).toContain(gap);
    await story.press('start.open');
    await story.press('start.save');
    expect(await story.press('startMore.save', { placement: 'LVU' })).toContain('Fråga ansvarig socialsekreterare.');
    await story.press('startMore.save', { placedConsentBy: 'SOCIAL_BOARD' });
    expect(await missing(story)).toContain(gap);
    await story.press('start.open');
    await story.press('start.save');
    expect(await story.press('startMore.save', { placedConfirmedOn: dayFromNow(2) })).toContain(
      'Rätta: Dagen har inte varit än.',
    );
    await story.press('startMore.save', { placedConfirmedOn: dayFromNow(-1) });
    const rows = await missing(story);
    expect(rows).not.toContain(gap);
    expect(rows.filter((row) => row.startsWith('Underskrift'))).toEqual(['Underskrift från socialnämnden']);
  });

  test('the month of coming of age: at 15–17 only, this one or ahead, at most three years', async () => {
    const story = await beginStory(sandbox);
    await story.press('start.save', { ageBand: 'A12_14', guardianOne: 'MOTHER', guardianTwo: 'NONE' });
    expect(story.input('turns18')).toBeUndefined();
    await story.press('startMore.back');
    await story.press('start.save', { ageBand: 'A15_17' });
    const months = choicesOf(story, 'turns18').map(({ value }) => value);
    expect([months[0], months.at(-1), months.length]).toEqual([monthAhead(0), monthAhead(36), 37]);
    expect(story.text()).toContain('Välj 18–20 år på förra sidan.');
    expect(await story.press('startMore.save', { turns18: monthAhead(-1) })).toContain('Rätta: ');
    expect(await story.press('startMore.save', { turns18: '' })).toContain('Efter samtalen');
    expect(await missing(story)).toContain('Månaden då den unge fyller 18');
  });

  test('T26: a birthday that has been stands, also when the page is saved again', async () => {
    const story = await beginStory(sandbox);
    await story.fill('start', { ageBand: 'A15_17', turns18: monthAhead(1) });
    expect(story.text()).toContain('Samtycke från mamma');
    try {
      await sandbox.moveClock(`${monthAhead(1)}T09:00:00Z`);
      await story.press('start.open');
      await story.press('start.save');
      expect(story.input('turns18')?.value, 'only the month is known').toBe(monthAhead(1));
      await story.press('startMore.save');
      for (const who of ['mamma', 'den unge']) expect(story.text()).toContain(`Samtycke från ${who}`);
      await sandbox.moveClock(`${monthAhead(2)}T09:00:00Z`);
      await story.press('start.open');
      await story.press('start.save');
      expect(story.input('turns18')).toBeUndefined();
      await story.press('startMore.save');
      expect(story.text()).toContain('Samtycke från den unge');
      expect(story.text()).not.toContain('mamma');
    } finally {
      await backToToday(sandbox);
    }
  });
});

describe('a talk with a guardian', () => {
  test('scenario 1, T8, T9: without the talks nothing is sent', async () => {
    const story = await beginStory(sandbox);
    for (const part of ['start', 'protection', 'consent1', 'consent2', 'invite', 'time', 'family'] as const)
      await story.fill(part);
    expect(await missing(story)).toEqual(['Samtal med mamma', 'Samtal med pappa', 'Samtal med barnet']);
    await story.fill('guardian1');
    expect(await missing(story)).toEqual(['Samtal med barnet']);
    const booked = (await sandbox.outbound()).filter(({ method, url }) => method === 'POST' && url.endsWith('/events'));
    expect(booked.filter(({ body }) => JSON.stringify(body).includes(story.code))).toEqual([]);
  });

  test("T8: one guardian's answers never stand on the other's pages, nor in what is suggested for the other's consent", async () => {
    const story = await caseIn(sandbox, 'started');
    const theirs = { present: 'GUARDIAN_1', wants: 'bup-dalsland', wishes: 'MORNING' };
    await story.press('guardian1.open');
    await story.press('guardian1.practical', { heldOn: dayFromNow(-1), informed: 'true', ...theirs });
    await story.press('guardian1.savePractical', {
      delivery: 'SECURE_POST',
      interpreter: 'so',
      interpreterHow: 'PHONE',
      interpreterBooking: '4711-A',
      support: 'BREAKS',
    });
    await story.press('guardian2.open');
    const page = JSON.stringify(story.card());
    expect(page).not.toContain('mamma)');
    for (const id of ['heldOn', 'wants', 'wishes']) expect(story.input(id)?.value ?? '', id).toBe('');
    await story.press('guardian2.practical', {});
    for (const id of ['delivery', 'interpreter', 'interpreterBooking', 'support'])
      expect(story.input(id)?.value ?? '', id).toBe('');
    expect(JSON.stringify(story.card())).not.toContain('4711');
    await story.press('guardian2.savePractical', {});
    await story.press('consent2.open');
    await story.press('consent2.save', { signedOn: dayFromNow(-1), validMonths: '6' });
    expect(story.input('parties')?.value).not.toContain('bup');
  });

  test('what one guardian needs is kept with that guardian; children never interpret (B8)', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('guardian2.open');
    await story.press('guardian2.practical', {});
    expect(story.text()).toContain('Låt aldrig barn eller anhöriga tolka.');
    expect(choicesOf(story, 'interpreter').find(({ value }) => value === 'sign')?.title).toContain('tolkcentralen');
    const needs = {
      delivery: 'LETTER',
      interpreter: 'ar',
      interpreterHow: 'ON_SITE',
      interpreterBooking: 'B-12',
      support: 'QUIET_ROOM,BREAKS',
    };
    await story.press('guardian2.savePractical', needs);
    await story.press('guardian2.open');
    await story.press('guardian2.practical', {});
    for (const [id, value] of Object.entries(needs)) expect(story.input(id)?.value, id).toBe(value);
  });

  test('what must not be written down is a spoken prompt without a box', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('guardian1.open');
    expect(story.text()).toContain('Är det någon de inte vill ha med?');
    expect(story.text()).toContain('Känner de sig trygga');
    for (const id of ['notParty', 'notTopics', 'safe']) expect(story.input(id)).toBeUndefined();
  });

  test('rung in vain: one press, and the row says when', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('guardian2.open');
    expect(await story.press('guardian2.rang')).toMatch(/Samtal med .*pappa.*\nRingt \S+ \d+ \S+, inte nått/);
    expect(await missing(story)).toContain('Samtal med pappa');
    await story.press('guardian2.open');
    expect(story.text()).toContain('Ringt, inte nått: ');
    await story.press('guardian2.save', { heldOn: dayFromNow(-1), informed: 'true' });
    expect(await missing(story)).not.toContain('Samtal med pappa');
  });

  test('FB 6:13: who cannot be reached is not waited for: the other decides alone, a manager has checked it with role, day and note; it can be undone', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.fill('guardian1', { present: 'GUARDIAN_1' });
    const open = async () => {
      await story.press('guardian2.open');
      await story.press('guardian2.excuse');
    };
    await open();
    const { reference, ...decision } = checkedDecision();
    const save = (more = {}) => story.press('guardian2.saveExcuse', { ...decision, reference, ...more });
    expect(await save()).toContain('Rätta: Det behövs minst tre försök.');
    expect(await story.press('guardian2.tried', { tryHow: 'PHONE', triedOn: dayFromNow(1) })).toContain('Rätta: ');
    await addTries(story);
    expect(story.text()).toMatch(/Försök: .*\(telefon\), .*\(telefon\), .*\(brev\)\./);
    // No manager decides in a guardian's place.
    expect(story.text()).toContain('Först då kan den andra vårdnadshavaren bestämma ensam.');
    expect(JSON.stringify(story.card())).toMatch(/utan att det blir sämre för barnet, det avgör inte barnets framtid/);
    expect(JSON.stringify(story.card())).not.toMatch(/beslut/);
    // Silent is not prevented.
    expect(await save({ hindrance: '' })).toContain('Rätta: Välj vad som hindrar.');
    expect(await save({ checked: 'false' })).toContain('Rätta: En chef ska ha kontrollerat det här.');
    expect(await save({ role: '' })).toContain('Rätta: Välj vem som har kontrollerat.');
    expect(await save({ reference: '' })).toContain('Rätta: Skriv var anteckningen finns.');
    expect(await save({ decidedOn: dayFromNow(1) })).toContain('Rätta: Dagen har inte varit än.');
    expect(await save()).toContain('Väntas inte på: den andra vårdnadshavaren bestämmer ensam');
    const ofDad = (rows: string[]) => rows.filter((row) => row.includes('pappa'));
    expect(ofDad(await missing(story))).toEqual([]);
    await open();
    await story.press('guardian2.undoExcuse');
    expect(ofDad(await missing(story))).toEqual(['Samtal med pappa', 'Underskrift från pappa']);
  });

  test('2.3: the only guardian is always waited for', async () => {
    const story = await caseIn(sandbox, 'started', { oneGuardian: true });
    await story.press('guardian1.open');
    expect(story.verbs()).not.toContain('guardian1.excuse');
  });
});

describe('the talk with the child', () => {
  test('T9: the own words first, read back; an adapted talk and a no from the child are talks; an exception says what can be reported', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('child.open');
    expect(story.text()).toContain('Läs upp det. Skriv bara det som barnet vill ska sparas.');
    for (const outcome of ['ADAPTED', 'DECLINED']) {
      await story.press('child.save', { outcome, heldOn: dayFromNow(-1) });
      await story.press('childMore.save', { informed: 'true' });
      expect(await missing(story), outcome).not.toContain('Samtal med barnet');
      await story.press('child.open');
    }
    await story.press('child.save', { outcome: 'DONE', heldOn: '' });
    await story.press('childMore.save', {});
    expect(await missing(story)).toContain('Samtal med barnet');
    await story.press('child.open');
    expect(await story.press('child.save', { outcome: 'EXCEPTION_HARM' })).toContain(
      'En avvikelse kan du skriva i ert avvikelsesystem.',
    );
    await story.press('childMore.save', { informed: 'false' });
    expect(await missing(story)).not.toContain('Samtal med barnet');
  });

  test('5: the child has been told why and who will talk, or there is an exception', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.fill('child', { informed: 'false' });
    expect(await missing(story)).toContain('Att barnet vet varför ni ses');
    await story.fill('child');
    expect(await missing(story)).not.toContain('Att barnet vet varför ni ses');
    await story.fill('child', { informed: 'false', outcome: 'EXCEPTION_ILL' });
    expect(await missing(story)).not.toContain('Att barnet vet varför ni ses');
  });

  test('a child who is not there the whole time has somebody for the voice: the convener, until somebody else is named', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('child.open');
    await story.press('child.save', { outcome: 'DONE', heldOn: dayFromNow(-1), participation: 'WHOLE' });
    expect(story.input('voiceKeeper')).toBeUndefined();
    await story.press('childMore.back', {});
    await story.press('child.save', { participation: 'LETTER' });
    expect(story.input('voiceKeeper')?.value).toBe('CONVENER');
    await story.press('childMore.save', { voiceKeeper: 'RELATIVE' });
    await story.press('child.open');
    await story.press('child.save');
    expect(story.input('voiceKeeper')?.value).toBe('RELATIVE');
  });

  test('T9: from 18 an exception is refused at its field: nobody of age is planned for without a talk', async () => {
    const story = await caseIn(sandbox, 'started', { youth: true });
    await story.press('child.open');
    expect(await story.press('child.save', { outcome: 'EXCEPTION_ILL', words: 'Jag orkar inte i dag.' })).toContain(
      'Det går inte utan ett samtal.',
    );
    expect(story.input('words')?.value).toBe('Jag orkar inte i dag.');
  });

  const soon18 = Temporal.PlainDate.from(monthAhead(9));
  test.each<[AgeBand, boolean, boolean]>([
    ['A0_5', false, false],
    ['A6_11', true, false],
    ['A12_14', true, true],
    ['A15_17', true, true],
    ['A18_20', false, false],
  ])(
    'OSL 12:3: at %s it is asked what the child says about sharing: %s; what the guardians are not to know: %s',
    async (ageBand, own, tell) => {
      const story = await caseIn(sandbox, 'started', {
        case: { ageBand, turns18On: ageBand === 'A15_17' ? soon18 : null },
      });
      await story.press('child.open');
      await story.press('child.save', { outcome: 'DONE', heldOn: dayFromNow(-1) });
      expect(story.input('shares') !== undefined).toBe(own);
      expect(story.input('mayTell') !== undefined).toBe(tell);
    },
  );

  test('3.4: child and guardians want different units there: said before the kallelse, without whom, and on no page of a guardian', async () => {
    const story = await caseIn(sandbox, 'prepared', { child: { wants: ['elevhalsan', 'habiliteringen'] } });
    const differ = 'Barnet och vårdnadshavarna vill inte ha med samma verksamheter.';
    expect(await missing(story)).toContain('Hur ni går vidare när de inte vill ha med samma verksamheter');
    await story.press('check.open');
    await story.press('goOn.open');
    expect(story.text()).not.toMatch(/habilitering/i);
    await story.press('goOn.save', { differReason: 'NOT_CALLED' });
    expect(story.text()).not.toContain(differ);
    expect(story.text()).not.toMatch(/habilitering/i);
    await story.press('guide.open');
    await story.press('guardian1.open');
    expect(story.input('wants')?.value).not.toContain('habilitering');
    await story.press('guardian1.back');
    await story.fill('child', { wants: 'elevhalsan,individ-och-familj,bup-dalsland' });
    expect(await warnings(story)).not.toContain(differ);
  });

  test("the child's words stand on the child's page only", async () => {
    const story = await caseIn(sandbox, 'prepared');
    for (const verb of ['guardian1', 'guardian2']) {
      await story.press(`${verb}.open`);
      expect(JSON.stringify(story.card())).not.toContain(WORDS.childWords);
      await story.press(`${verb}.practical`);
      expect(JSON.stringify(story.card())).not.toContain(WORDS.childWords);
      await story.press(`${verb}.savePractical`);
    }
    for (const verb of ['consent1', 'consent2', 'family']) {
      await story.press(`${verb}.open`);
      expect(JSON.stringify(story.card()), verb).not.toContain(WORDS.childWords);
      await story.press(`${verb}.back`);
    }
    expect(textOf(story.message.card)).not.toContain(WORDS.childWords);
    await story.press('child.open');
    expect(story.input('words')?.value).toBe(WORDS.childWords);
  });
});

test('"Tillbaka" keeps what is filled in, also on the second pages', async () => {
  const story = await caseIn(sandbox, 'started');
  await story.press('guardian2.open');
  await story.press('guardian2.practical');
  await story.press('guardian2Practical.back', { delivery: 'LETTER', interpreter: 'so' });
  await story.press('guardian2.practical');
  expect([story.input('delivery')?.value, story.input('interpreter')?.value]).toEqual(['LETTER', 'so']);
  await story.press('guardian2Practical.back');
  await story.press('guardian2.excuse');
  await story.press('guardian2Excuse.back', { role: 'HEAD_TEACHER' });
  await story.press('guardian2.excuse');
  expect(story.input('role')?.value).toBe('HEAD_TEACHER');
  // Only a whole decision counts.
  await story.press('guardian2Excuse.back');
  expect(await story.press('guardian2.back')).not.toContain('Väntas inte på');
});

test('OSL 12:3: a child has something that the guardians are not to know: stop, and the answer itself stands nowhere', async () => {
  const story = await caseIn(sandbox, 'started', { case: { ageBand: 'A12_14' } });
  await story.press('child.open');
  await story.press('child.save', { outcome: 'DONE', heldOn: dayFromNow(-1) });
  expect(story.text()).toContain('Ja: skriv det inte här. Prata med din chef och er jurist.');
  const before = (await sandbox.outbound()).filter(({ to }) => to === 'graph').length;
  expect(await story.press('childMore.save', { informed: 'true', mayTell: 'NO' })).toContain(
    'Det här ärendet sköts på papper. Jag skickar ingenting.',
  );
  for (const verb of ['child.open', 'check.open']) expect(story.verbs()).not.toContain(verb);
  expect((await sandbox.outbound()).filter(({ to }) => to === 'graph').length).toBe(before);
  const rows = await storedRows(sandbox);
  const ofCase = rows.find(({ table, row }) => table === 'Case' && row.code === story.code)?.row;
  expect(ofCase?.safety).toBe('RESTRICTED');
  const answered = rows.filter(
    ({ table, text }) => (table === 'SeenAct' || table === 'Audit') && text.includes('childMore.save'),
  );
  expect(answered.length).toBeGreaterThan(5);
  const outcomes = answered.map(({ row }) => JSON.stringify(row.outcome));
  expect(outcomes.filter((one) => /modeChanged|prot\.|noTell/.test(one))).toEqual([]);
  for (const { text } of rows) expect(text).not.toMatch(/mayTell|noTell/);
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { backToToday, breakGraph, closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory, type Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.control('faults', { graph: null, failAfterDoing: false, retryAfter: 0 }));
// One search is given up: what the last test is about.
afterAll(() => closeAtRest(sandbox, { dead: ['find-times network'] }));

/** What "Till kallelsen" says is missing, in the order of the page. */
async function missing(story: Story): Promise<string[]> {
  const [, next, ...rows] = (await story.press('preview.open')).split('\n');
  expect(next).toBe('Du kan inte skicka kallelsen än. Det här saknas:');
  expect(story.verbs()).not.toContain('kallelse.send');
  return rows;
}

const toGraph = async () => (await sandbox.outbound()).filter(({ to }) => to === 'graph');

describe('"Skicka kallelse" is refused with the list of what is missing, until every gate is passed', () => {
  test('a child with two guardians, gate by gate', async () => {
    const story = await beginStory(sandbox);
    await story.press('start.save', { ageBand: '', guardianOne: '', guardianTwo: '' });
    await story.press('startMore.save', { needNoticedOn: '' });
    const all = [
      'Ålder',
      'Dagen då ni såg behovet',
      'Vilka som är vårdnadshavare',
      'Om barnet är placerat, och vem som då samtycker',
      'Samtal med vårdnadshavare 1',
      'Samtal med barnet',
      'Svar om skyddade uppgifter',
      'Underskrift från vårdnadshavare 1',
      'Vilka som kallas',
      'Tid för mötet',
      'Plats för mötet',
    ];
    expect(await missing(story)).toEqual(all);

    await story.fill('start', { guardianTwo: 'UNKNOWN' });
    expect(await missing(story)).toContain('Vilka som är vårdnadshavare');
    await story.fill('start');
    const talks = ['Samtal med mamma', 'Samtal med pappa', 'Samtal med barnet'];
    const papers = [
      'Underskrift från mamma',
      'Underskrift från pappa',
      'Vilka som kallas',
      'Tid för mötet',
      'Plats för mötet',
    ];
    expect(await missing(story)).toEqual([...talks, 'Svar om skyddade uppgifter', ...papers]);

    await story.press('guide.open');
    await story.fill('guardian1', { present: 'GUARDIAN_1', informed: 'false' });
    expect(await missing(story)).toContain('Samtal med mamma');
    await story.fill('guardian1', { present: 'GUARDIAN_1' });
    expect(await missing(story)).toEqual([...talks.slice(1), 'Svar om skyddade uppgifter', ...papers]);
    await story.press('guardian2.open');
    await story.press('guardian2.save', { heldOn: dayFromNow(-1), informed: 'true', present: 'GUARDIAN_2' });
    await story.fill('child', { outcome: 'EXCEPTION_ILL', heldOn: '', words: '' });
    await story.fill('protection', { protectedIdentity: 'UNKNOWN' });
    expect(await missing(story)).toEqual(['Svar om skyddade uppgifter', ...papers]);
    await story.fill('protection');
    expect(await missing(story)).toEqual(papers);

    await story.fill('consent1');
    expect(await story.press('guide.open')).toContain(
      'En vårdnadshavare har skrivit under. Den andras underskrift saknas.',
    );
    expect(await missing(story)).toEqual(papers.slice(1));
    expect(await story.press('guide.open').then(() => story.press('invite.open'))).toContain('Samtycket kommer först.');
    expect(await story.fill('consent2')).toContain('Samtycket är klart. Nu kan du välja vilka som kallas');
    expect(await missing(story)).toEqual(papers.slice(2));

    await story.press('guide.open');
    expect(await story.press('time.open')).toContain('Välj först vilka som kallas.');
    await story.fill('invite');
    expect(await missing(story)).toEqual(papers.slice(3));
    await story.fill('time');
    expect(await missing(story)).toEqual(['Familjens ja till tiden']);
    // The last gap is mended: the answers, to check.
    expect(await story.fill('family')).toContain('Nu kan du skicka kallelsen. Läs igenom svaren först.');
    expect(await story.press('preview.open')).toContain('Läs igenom kallelsen och skicka den.');
    expect(story.verbs()).toContain('kallelse.send');
    expect(await toGraph().then((sent) => sent.filter(({ url }) => /\/events/.test(url)))).toEqual([]);
  });

  test('from 18 the young person consents alone, and no guardian is asked for', async () => {
    const story = await caseIn(sandbox, 'started', { youth: true });
    expect(story.text()).not.toMatch(/vårdnadshavare |mamma|pappa|barnet/);
    expect(await missing(story)).toEqual([
      'Samtal med den unge',
      'Svar om skyddade uppgifter',
      'Underskrift från den unge',
      'Vilka som kallas',
      'Tid för mötet',
      'Plats för mötet',
    ]);
    await story.press('guide.open');
    for (const part of ['child', 'protection', 'consentYouth', 'invite', 'time', 'family'] as const)
      await story.fill(part);
    expect(await story.press('preview.open')).toContain('Den unge får sin inbjudan på papper av dig.');
  });

  test('with sole custody one guardian is enough', async () => {
    const story = await caseIn(sandbox, 'started', { oneGuardian: true });
    expect((await missing(story)).filter((row) => /Samtal|Underskrift/.test(row))).toEqual([
      'Samtal med mamma',
      'Samtal med barnet',
      'Underskrift från mamma',
    ]);
  });

  test('a unit that only one of the two has consented to cannot be called', async () => {
    const story = await caseIn(sandbox, 'signed', {
      consentOf: { GUARDIAN_2: { parties: ['elevhalsan', 'individ-och-familj'] } },
    });
    await story.press('invite.open');
    const offered = JSON.stringify(story.card());
    expect(offered).toContain(SAMIRA.id);
    expect(offered).not.toContain(LENA.id);
    expect(offered).not.toContain('Oxel');
  });

  test('a unit that has been called and is then struck from the consent stops the kallelse', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.fill('consent2', { parties: 'elevhalsan,bup-dalsland' });
    expect(await missing(story)).toEqual(['Alla som kallas ska stå i samtycket']);
  });

  test('protected identity or a threat: on paper only, and no calendar is asked for anything', async () => {
    for (const answer of [{ protectedIdentity: 'YES' }, { secretPlace: 'THREAT' }]) {
      const story = await caseIn(sandbox, 'chosen', { case: { safety: null } });
      await story.fill('protection', answer);
      expect(story.text()).toContain('Då gör vi det här på papper. Jag skickar ingenting.');
      const before = (await toGraph()).length;
      for (const verb of ['time.open', 'invite.open', 'check.open']) expect(story.verbs()).not.toContain(verb);
      await sandbox.control('clock', { days: 1 });
      expect((await toGraph()).length).toBe(before);
      await backToToday(sandbox);
    }
  });

  test('somebody must not know where: the place is told by word of mouth and stands nowhere', async () => {
    const story = await caseIn(sandbox, 'prepared', { case: { safety: 'PLACE_ORALLY' }, meeting: { placeId: null } });
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect(story.text()).toContain('Platsen lämnas muntligt');
    const [event] = await story.events(SAMIRA);
    expect(event?.location.displayName ?? '').toBe('');
  });
});

describe('the consent', () => {
  let story: Story | undefined;
  test.each([
    ['signedOn', { signedOn: '' }, 'Fyll i dagen som står vid underskriften.'],
    ['signedOn', { signedOn: dayFromNow(2) }, 'Dagen har inte varit än.'],
    ['parties', { parties: 'elevhalsan' }, 'Kryssa för minst två verksamheter.'],
    ['parties', { parties: 'individ-och-familj,bup-dalsland' }, 'Din egen verksamhet ska också vara med.'],
    ['scopes', { scopes: 'PLAN_COPY' }, 'Utan samtycke till själva mötet går det inte att kalla.'],
    ['validMonths', { signedOn: dayFromNow(-120), validMonths: '3' }, 'Samtycket har redan gått ut.'],
    ['originalLocation', { originalLocation: '' }, 'Skriv var originalet finns.'],
    ['originalLocation', { originalLocation: 'Pärm 19121212-1212' }, 'Det ser ut som ett personnummer.'],
  ])('what the form must say, %s', async (_field, over, sentence) => {
    story ??= await caseIn(sandbox, 'started');
    if (story.verbs().includes('consent1Scope.back')) await story.press('consent1Scope.back');
    expect(await story.fill('consent1', over)).toContain(`Rätta: ${sentence}`);
  });

  test('GDPR 4(11), recital 32: nothing is ticked beforehand: not by a wish in the talk, nor by the last form', async () => {
    const story = await caseIn(sandbox, 'heard');
    for (const _round of ['first', 'renewed']) {
      await story.press('consent1.open');
      expect(story.input('validMonths')?.value, 'nor how long').toBe('');
      expect(await story.press('consent1.save', { signedOn: dayFromNow(-1) })).toContain('Rätta: Välj hur länge');
      await story.press('consent1.save', { validMonths: '6' });
      expect(['parties', 'topics', 'scopes'].map((id) => story.input(id)?.value)).toEqual(['', '', '']);
      await story.press('consent1Scope.back');
      await story.fill('consent1');
    }
  });

  test('what is ticked stands in the order of the paper: the own unit first; each scope is explained', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('consent1.open');
    expect(story.input('validMonths')?.choices[0]?.title).toBe('Dagarna som står på blanketten');
    await story.press('consent1.save', { signedOn: dayFromNow(-1), validMonths: '6' });
    const values = (id: string) => story.input(id)?.choices.map(({ value }) => value) ?? [];
    const { units } = await sandbox.stored().database.transaction((store) => store.register());
    expect(values('parties')).toEqual([KARIN.unitId, ...units.map(({ id }) => id).filter((id) => id !== KARIN.unitId)]);
    expect(values('topics')).toEqual(['SCHOOL', 'HEALTH', 'MENTAL_HEALTH', 'SOCIAL', 'FAMILY', 'SUPPORT', 'OTHER']);
    expect(values('scopes')).toEqual(['PREPARE', 'MEETING', 'PLAN_COPY', 'BETWEEN_MEETINGS']);
    expect(story.input('scopes')?.choices.map(({ title }) => title)).toContain('Planen: få var sin kopia av planen');
  });

  test('without Mellan mötena it says once what will not work', async () => {
    const story = await caseIn(sandbox, 'started');
    expect(await story.fill('consent1', { scopes: 'MEETING,PREPARE' })).toContain('åtgärderna visas inte i kanalen');
    expect(await story.fill('consent2', { scopes: 'MEETING,PREPARE' })).not.toContain('visas inte i kanalen');
    const whole = await caseIn(sandbox, 'started');
    expect(await whole.fill('consent1')).not.toContain('visas inte i kanalen');
  });

  test('the days that stand on the form are asked for only where they were chosen', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('consent1.open');
    expect([story.input('validFromOn'), story.input('validToOn')]).toEqual([undefined, undefined]);
    expect(await story.press('consent1.save', { signedOn: dayFromNow(-1), validMonths: 'OWN' })).toContain(
      'Fyll i dagarna som står på blanketten.',
    );
    expect(await story.press('consent1.save')).toContain('Rätta:');
    await story.press('consent1.save', { validToOn: dayFromNow(60) });
    expect(story.verbs()).toContain('consent1.record');
  });
});

describe('who is called', () => {
  test('an address outside the unit is refused at the field; one inside is called', async () => {
    const story = await caseIn(sandbox, 'signed');
    await story.press('invite.open');
    const other = { otherUnit: 'bup-dalsland', otherMail: 'eva.nord@privat.example' };
    expect(await story.press('invite.save', other)).toContain('Rätta: Adressen hör inte till verksamheten.');
    expect(story.input('otherMail')?.value).toBe(other.otherMail);
    expect(await story.press('invite.save', { otherMail: 'eva.nord@vgregion.example.privat.example' })).toContain(
      'Rätta: Adressen hör inte',
    );
    expect(await story.press('invite.save', { otherMail: 'inte en adress' })).toContain(
      'Rätta: Skriv en hel mejladress.',
    );
    expect(await story.press('invite.save', { otherUnit: '', otherMail: 'eva.nord@vgregion.example' })).toContain(
      'Rätta: Välj vilken verksamhet',
    );
    const inside = { otherUnit: 'bup-dalsland', otherMail: 'Eva.Nord@vgregion.example' };
    expect(await story.press('invite.save', inside)).toContain(
      'Skriv aldrig något om barnet eller familjen i en adress.',
    );
    expect(story.input('otherMail')?.value).toBe(inside.otherMail);
    expect(await story.press('invite.save', inside)).toContain('från 2 verksamheter');
    await story.fill('time');
    await story.fill('family');
    expect(await story.press('preview.open')).toContain('eva.nord@vgregion.example');
  });

  test('a unit that had no room on the card is not answered about: whoever is called there stays, until nobody is chosen', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('invite.open');
    const button = buttonsOf(story.card()).find(({ verb }) => verb === 'invite.save');
    if (!button) throw new Error('no button');
    const { body } = await story.client.send(story.client.pressed(button, { otherUnit: '', otherMail: '' }));
    const guide = body?.value ?? {};
    expect(textOf(guide)).toContain('2 personer från 2 verksamheter');
    const nobody = Object.fromEntries([0, 1, 2].map((n) => [`who_${n}`, 'NONE']));
    const page = await story.client.press(guide, 'invite.open');
    expect(textOf(await story.client.press(page, 'invite.save', nobody))).toContain('Vilka som kallas\nInte valt');
  });

  test('an address that tells of somebody is asked about, a personnummer in it is refused; what is sent is called after the unit', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('invite.open');
    const typed = (before: string) => ({ otherUnit: 'bup-dalsland', otherMail: `${before}@vgregion.example` });
    const asked = 'Skriv aldrig något om barnet eller familjen i en adress.';
    for (const number of ['191212121212', 'olle.19121212.1212', '19.12.12.12-1212'])
      expect(await story.press('invite.save', typed(number))).toContain('personnummer');
    expect(await story.press('invite.save', typed('olle.ar.slagen.hemma'))).toContain(asked);
    // One that names nobody is not asked about.
    expect(await story.press('invite.save', typed('mottagning'))).toContain('3 personer från 2 verksamheter');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    const [event] = await story.events(KARIN);
    const { body } = await sandbox.graph('GET', `/users/${KARIN.id}/events/${event?.id}`);
    const attendees = body.attendees.map(
      (one: { emailAddress: { address: string; name: string } }) => one.emailAddress,
    );
    expect(attendees).toContainEqual({ address: 'mottagning@vgregion.example', name: 'BUP Dalsland' });
  });

  test('somebody who is called by an address that was typed answers as everybody does', async () => {
    const petra = register.people.find(({ name }) => name === 'Petra Ask') ?? LENA;
    const story = await caseIn(sandbox, 'prepared');
    await story.fill('invite', { otherUnit: 'bup-dalsland', otherMail: petra.mail });
    await story.fill('time');
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    const [event] = await story.events(petra);
    await sandbox.graph('POST', `/users/${petra.id}/events/${event?.id}/decline`, { sendResponse: true });
    const { prisma } = sandbox.stored();
    await expect
      .poll(() => prisma.participant.findFirst({ where: { mailTyped: true, answer: 'DECLINED' } }), { timeout: 20_000 })
      .toMatchObject({ personId: null, unitId: 'bup-dalsland' });
  });

  test('the functional address of a unit', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('invite.open');
    const bup = JSON.stringify(story.card()).includes(LENA.id)
      ? ['who_0', 'who_1', 'who_2'].find((id) => story.input(id)?.value === LENA.id)
      : undefined;
    await story.press('invite.save', { [bup ?? '']: 'FUNCTIONAL' });
    expect(await story.press('preview.open')).toContain('BUP Dalsland');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect(await story.events({ id: 'bup-dalsland' })).toHaveLength(1);
    expect(await story.events(LENA)).toHaveLength(0);
  });
});

describe('the time', () => {
  let prepared: Story | undefined;
  test('after the last day: a reason is asked for, and then it is booked all the same', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const late = await story.fill('time', { date: dayFromNow(40) });
    expect(late).toMatch(/Tiden ligger efter sista dag, \S+ \d+ \S+\. Du kan boka ändå\. Välj en orsak\./);
    expect(story.input('date')?.value).toBe(dayFromNow(40));
    expect(await story.press('time.save', { lateReason: 'FAMILY_WISH' })).toContain('Fråga familjen om tiden');
    await story.fill('family');
    expect(await story.press('preview.open')).toContain('Läs igenom kallelsen');
  });

  test('a late time without its reason stops at the kallelse, with the way there', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.fill('time', { date: dayFromNow(40) });
    await story.press('time.back');
    expect(await missing(story)).toEqual(['Varför mötet är efter sista dag', 'Familjens ja till tiden']);
    await story.press('time.open');
    expect(story.input('lateReason')?.choices.length).toBeGreaterThan(3);
  });

  test.each([
    [{ date: dayFromNow(-2) }, 'Tiden har redan varit.'],
    [{ date: '' }, 'Välj dag.'],
    [{ clock: '' }, 'Välj klockslag.'],
    [{ place: '' }, 'Välj plats.'],
    [{ slot: '', date: '', clock: '' }, 'Välj en tid.'],
    [{ date: dayFromNow(300) }, 'Samtycket har gått ut den dagen.'],
  ])('an own time that does not hold: %j', async (over, sentence) => {
    prepared ??= await caseIn(sandbox, 'prepared');
    expect(await prepared.fill('time', over)).toContain(`Rätta: ${sentence}`);
  });

  test('the calendars do not answer: the card says so by itself, and the time is written by hand', async () => {
    const story = await caseIn(sandbox, 'chosen');
    await breakGraph(sandbox, { graph: 'off' });
    expect(await story.press('time.open')).toContain('Söker tider …');
    expect(await story.until(/Kalendern svarar inte/)).toContain('Skriv tiden själv');
    expect(
      await story.press('time.save', { slot: 'OWN', date: dayFromNow(9), clock: '14:30', place: 'stadshuset-dalbo' }),
    ).toContain('14.30–15.30');
  });
});

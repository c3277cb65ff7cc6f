/**
 * The consent's own life: what a form must say, refusal, a part taken back, extension, the 18th birthday, somebody who
 * cannot be reached.
 */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory, type Story } from '../../support/story.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';
import { addTries, checkedDecision } from '../../support/unreachable.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const live = async (story: Story, person: { id: string }) =>
  (await story.events(person)).filter(
    (event) => !(event as { isCancelled?: boolean }).isCancelled && !/inställt|Inställt/.test(event.subject),
  );
const withdraw = async (story: Story, filled: Record<string, string>) => {
  if (!story.verbs().includes('more.open')) await story.press('guide.open');
  await story.press('more.open');
  await story.press('withdraw.open');
  return story.withdraw(filled);
};
const until = async (what: () => Promise<boolean>, name: string) => {
  for (let time = 0; time < 200; time += 1) {
    if (await what()) return;
    await new Promise((done) => setImmediate(done));
    await fetch(`${sandbox.botUrl}/healthz`);
  }
  throw new Error(`never: ${name}`);
};

describe('what a signed form must say', () => {
  test.each([
    ['T10: the day of signing', { signedOn: '' }, 'Fyll i dagen'],
    ['T10: not a day to come', { signedOn: dayFromNow(2) }, 'Dagen har inte varit än.'],
    ['T10: written, on paper or with e-legitimation', { method: '' }, 'Välj hur blanketten är underskriven.'],
    ['T10: it ends', { validMonths: '' }, 'Välj hur länge'],
    [
      'T10: it does not end before it begins',
      { validMonths: 'OWN', validToOn: dayFromNow(-20) },
      'kan inte sluta innan det börjar',
    ],
    ['T10: at most twelve months', { validMonths: 'OWN', validToOn: dayFromNow(500) }, 'Välj en tidigare dag.'],
  ])('%s', async (_rule, over, sentence) => {
    const story = await caseIn(sandbox, 'started');
    expect(await story.fill('consent1', over)).toContain(sentence);
    expect(story.verbs()).toContain('consent1.save');
  });

  test.each([
    ['T10: where the original is', { originalLocation: '' }, 'Skriv var originalet finns.'],
    ['5: at least two parties', { parties: 'elevhalsan' }, 'Kryssa för minst två verksamheter.'],
    ['5: the own unit among them', { parties: 'individ-och-familj,bup-dalsland' }, 'Din egen verksamhet'],
    ['5: at least one topic', { topics: '' }, 'Kryssa för minst ett ämne.'],
    ['5: at least the meeting itself', { scopes: 'PLAN_COPY' }, 'Utan samtycke till själva mötet'],
  ])('%s', async (_rule, over, sentence) => {
    const story = await caseIn(sandbox, 'started');
    expect(await story.fill('consent1', over)).toContain(sentence);
  });

  test('T11, scenario 2: sent for signature is no consent; with one of two signatures nothing may leave', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('consent1.open');
    expect(await story.press('consent1.sent', { method: 'E_SIGNATURE' })).toContain('Skickad för underskrift');
    await story.fill('consent2');
    expect(await story.press('preview.open')).toContain('Underskrift från mamma');
    expect(await story.press('guide.open').then(() => story.press('invite.open'))).toContain('Samtycket kommer först.');
  });
});

describe('somebody says no', () => {
  test('T12: where several must sign the case rests, the meeting is off, nothing is erased, and nothing tells who', async () => {
    const story = await caseIn(sandbox, 'sent');
    await story.press('more.open');
    expect(await story.press('refuse.open')).toContain('Då vilar ärendet. Inget raderas.');
    expect(await story.press('refuse.save')).toContain('Alla underskrifter finns inte. Mötet blir inte av nu.');
    await until(async () => (await live(story, SAMIRA)).length === 0, 'the meeting is off');
    expect(story.verbs()).toContain('case.resume');
    const { consents, talks } = await fileOf(sandbox, story);
    expect([consents.length, talks.length]).toEqual([2, 2]);
  });

  test('T12: where one signs alone the case is closed, and nothing is kept about who or why', async () => {
    const story = await caseIn(sandbox, 'sent', { oneGuardian: true });
    await story.press('more.open');
    expect(await story.press('refuse.open')).toContain('Då stannar vi här, och ärendet avslutas.');
    expect(await story.press('refuse.save')).toContain('Samtycke gavs inte. Ärendet är avslutat.');
    await until(async () => (await live(story, SAMIRA)).length === 0, 'the meeting is off');
    expect(story.verbs()).toContain('case.follow');
    expect(story.verbs()).not.toContain('more.open');
  });
});

describe('a part is taken back', () => {
  test('T25, scenario 8: one party: out of the calendar at once, the others keep their answers', async () => {
    const story = await caseIn(sandbox, 'sent');
    const [mine] = await story.events(SAMIRA);
    await sandbox.graph('POST', `/users/${SAMIRA.id}/events/${mine?.id}/accept`, { sendResponse: true });
    await story.until(/Individ- och familjeomsorgen\nJa/);
    expect(await withdraw(story, { givenBy: 'GUARDIAN_1', what: 'PARTY:bup-dalsland' })).toContain(
      'En del av samtycket är återkallad.',
    );
    await until(async () => (await live(story, LENA)).length === 0, "the party's invitation is taken back");
    expect(await live(story, SAMIRA)).toHaveLength(1);
    expect(story.look() && story.text()).toContain('Individ- och familjeomsorgen\nJa');
    expect(story.text()).not.toContain('BUP Dalsland');
  });

  test('T30, scenario 3: who is not in everybody’s consent cannot be called', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await withdraw(story, { givenBy: 'GUARDIAN_2', what: 'PARTY:bup-dalsland' });
    await story.press('invite.open');
    expect(JSON.stringify(story.card())).not.toContain(LENA.id);
  });

  test('T25: one topic; the last one is all of it', async () => {
    const story = await caseIn(sandbox, 'started', { oneGuardian: true });
    await story.fill('consent1', { topics: 'SCHOOL,FAMILY' });
    await withdraw(story, { givenBy: 'GUARDIAN_1', what: 'TOPIC:FAMILY' });
    expect(story.text()).toContain('Resten gäller som förut.');
    await withdraw(story, { givenBy: 'GUARDIAN_1', what: 'TOPIC:SCHOOL' });
    expect(story.text()).toContain('Samtycket är återkallat.');
  });
});

describe('a guardian who cannot be reached', () => {
  test('2.3: rung in vain is remembered in one press; a manager’s check lets the other’s consent be enough, and can be taken back', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('guardian2.open');
    expect(await story.press('guardian2.rang')).toMatch(/Samtal med pappa\nRingt .*, inte nått/);
    await story.press('guardian2.open');
    await story.press('guardian2.excuse');
    expect(await story.press('guardian2.saveExcuse', { role: 'HEAD_TEACHER' })).toContain(
      'Fyll i dagen för kontrollen.',
    );
    await addTries(story);
    await story.press('guardian2.saveExcuse', checkedDecision());
    expect(await story.press('preview.open')).not.toContain('pappa');
    await story.press('guide.open');
    await story.press('guardian2.open');
    await story.press('guardian2.excuse');
    await story.press('guardian2.undoExcuse');
    expect(await story.press('preview.open')).toContain('Underskrift från pappa');
  });
});

describe('the child', () => {
  test('OSL 12:3: something that the guardians are not to know stops it on paper, and the answer itself is not kept', async () => {
    const turns18On = Temporal.PlainDate.from(`${dayFromNow(400).slice(0, 7)}-01`);
    const story = await caseIn(sandbox, 'started', { case: { ageBand: 'A15_17', turns18On } });
    await story.press('child.open');
    await story.press('child.save', { outcome: 'DONE', heldOn: dayFromNow(-1), participation: 'PART' });
    expect(story.input('voiceKeeper')?.value).toBe('CONVENER');
    expect(await story.press('childMore.save', { mayTell: 'NO', informed: 'true' })).toContain(
      'Då gör vi det här på papper.',
    );
    expect(story.verbs()).not.toContain('preview.open');
    const [talk] = (await fileOf(sandbox, story)).talks.filter((one) => one.with === 'CHILD');
    expect(Object.keys(talk ?? {})).not.toContain('mayTell');
  });

  test('3.3, 10 #15: what the child has said stands on no guardian’s page', async () => {
    const story = await caseIn(sandbox, 'prepared');
    for (const page of ['guardian1', 'guardian2', 'consent1', 'consent2']) {
      await story.press(`${page}.open`);
      expect(JSON.stringify(story.card())).not.toContain(WORDS.childWords);
      await story.press(`${page}.back`);
    }
  });

  test('T2: 21 and older is refused at the field, and nothing is stored', async () => {
    const story = await beginStory(sandbox);
    expect(await story.press('start.save', { ageBand: 'OVER' })).toContain('Västbusmöte gäller till och med 20 år.');
    expect(await story.press('start.back', { ageBand: '' })).toContain('Inte ifyllt');
  });
});

describe('on paper only', () => {
  test('T27, scenario 9: set after the kallelse, the event goes; the audit says only that the mode changed', async () => {
    const story = await caseIn(sandbox, 'sent');
    await story.press('more.open');
    await story.press('protection.open');
    expect(await story.press('protection.save', { protectedIdentity: 'YES', secretPlace: 'NO' })).toContain(
      'Då gör vi det här på papper.',
    );
    await until(async () => (await live(story, SAMIRA)).length === 0, 'the event is gone');
    await story.press('more.open');
    await story.press('protection.open');
    expect(story.input('protectedIdentity')).toBeUndefined();
  });
});

describe('time goes', () => {
  test('T29: fourteen days before its end the card says so, an extension is a new record, and after its end the meeting cannot be opened', async () => {
    const story = await caseIn(sandbox, 'sent', {
      consentOf: { GUARDIAN_1: { validMonths: null, validToOn: Temporal.PlainDate.from(dayFromNow(11)) } },
    });
    expect(story.look() && story.text()).toContain('Samtycket går ut');
    await story.press('more.open');
    await story.fill('consent1');
    expect(story.text()).not.toContain('Samtycket går ut');
    expect((await story.events(KARIN)).length).toBe(1);
  });

  test('T26, scenario 5: the birthday stands between consent and meeting: the young person’s own consent is asked for', async () => {
    const turns18On = Temporal.PlainDate.from(`${dayFromNow(40).slice(0, 7)}-01`);
    const story = await caseIn(sandbox, 'chosen', { case: { ageBand: 'A15_17', turns18On } });
    expect(story.text()).toMatch(/fyller snart 18.*om \d+ dag/);
    await story.fill('time', { date: dayFromNow(75), lateReason: 'FAMILY_WISH' });
    if (story.verbs().includes('time.save')) await story.press('time.save', { lateReason: 'FAMILY_WISH' });
    await story.fill('family');
    expect(await story.press('preview.open')).toContain('Underskrift från den unge');
    await story.fill('consentYouth');
    expect(await story.press('preview.open')).toContain('Läs igenom kallelsen');
  });
});

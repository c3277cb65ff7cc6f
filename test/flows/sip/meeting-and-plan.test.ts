import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backToToday, closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { closeStory, handOnPaper, openStory, type Story } from '../../support/story.ts';
import { dayFromNow, WORDS, workingDayFromNow } from '../../support/trip.ts';

const [FIRST = '', SECOND = ''] = WORDS.measures;

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

/** What the read-back marks as missing, and how many it says there are. */
const missing = (story: Story): string[] => {
  const rows = story
    .text()
    .split('\n')
    .flatMap((row) => (row.startsWith('Saknas: ') ? [row.replace('Saknas: ', '')] : []));
  expect(story.text()).toMatch(rows.length === 1 ? 'En sak saknas.' : `${rows.length} saker saknas.`);
  expect(story.verbs()).not.toContain('plan.lock');
  return rows;
};

describe('the meeting', () => {
  let story: Story;
  let startMs: number;
  beforeAll(async () => {
    story = await caseIn(sandbox, 'sent');
    const [event] = await story.events(KARIN);
    startMs = Date.parse(`${event?.start.dateTime.slice(0, 19)}Z`);
  });

  test('is not opened earlier than 15 minutes before', async () => {
    await sandbox.moveClock(new Date(startMs - 16 * 60_000).toISOString());
    expect(buttonsOf(story.message.card).map(({ verb }) => verb)).not.toContain('meeting.open');
    const [button] = buttonsOf(story.message.card);
    const early = await story.client.send(
      story.client.pressed({ verb: 'meeting.open', data: { ...button?.data, verb: 'meeting.open' } as never }, {}),
    );
    expect(textOf(early.body?.value ?? {})).toContain('Mötet kan öppnas 15 minuter innan det börjar.');

    await sandbox.moveClock(new Date(startMs - 14.9 * 60_000).toISOString());
    await sandbox.sink.until(
      () => buttonsOf(story.message.card).some(({ verb }) => verb === 'meeting.open'),
      '"Öppna mötet"',
    );
    expect(textOf(story.message.card)).toContain('Det är dags. Öppna mötet.');
  });

  test('stands in "mina ärenden" too', async () => {
    const before = sandbox.sink.messages.length;
    await story.client.type('mina ärenden');
    const list = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the list');
    expect(textOf(list.card)).toContain(story.code);
    expect(textOf(list.card)).toContain('Det är dags. Öppna mötet.');
  });

  test("begins with who is there, and the child's own words", async () => {
    story.look();
    expect(await story.press('meeting.open')).toContain('1 av 5 Inledning');
    const words = await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: '', child: 'PART' });
    expect(words).toContain(WORDS.childWords);
    expect(words).toContain('Börja med barnets egna ord.');
  });

  test('T18, T20, E, scenario 13: everything that is missing is said by name, each with the way there', async () => {
    await story.press('childGoal.save');
    await story.press('needs.next');
    await story.press('goals.next');
    await story.press('measures.next');
    await story.press('responsibility.save');
    expect(missing(story)).toEqual([
      'Vilka som var med',
      'Vad barnet vill och om det får stå i planen, eller varför det saknas',
      'Ett behov',
      'Ett mål',
      'En åtgärd',
      'Huvudman med övergripande ansvar',
      'Vilken verksamhet som håller ihop planen',
    ]);
    expect(story.text()).toContain('Inledning › Aktuell situation › Behov › **Sammanfattning**');
    for (const verb of [
      'attendance.open',
      'childGoal.open',
      'needs.open',
      'goals.open',
      'measures.open',
      'responsibility.open',
      'closing.open',
    ])
      expect(story.verbs()).toContain(verb);

    await story.press('attendance.open');
    // Whoever was sent somewhere is back where the plan is read with the next press.
    expect(await story.press('attendance.save', { p_1: 'ABSENT' })).toContain('4 av 5');
    await story.press('childGoal.open');
    expect(await story.press('childGoal.save', { ownWords: 'CHILD_DECLINED' })).toContain('4 av 5');
    await story.press('needs.open');
    expect(await story.press('need.add')).toContain('Rätta: Skriv vad som behövs.');
    await story.press('needs.next', { need: WORDS.need });
    await story.press('goals.open');
    expect(await story.press('goal.add')).toContain('Rätta: Skriv vad som ska bli bättre.');
    await story.press('goals.next', { goal: WORDS.goal });
    await story.press('responsibility.open');
    await story.press('responsibility.save', { principal: 'MUNICIPALITY' });
    expect(missing(story)).toEqual(['En åtgärd', 'Vilken verksamhet som håller ihop planen']);
  });

  test('T20, E, scenario 12: a measure says what, who and when', async () => {
    await story.press('measures.open');
    const empty = await story.press('measure.add');
    for (const sentence of [
      'Skriv vad som ska göras.',
      'Välj en verksamhet, eller vem som gör det.',
      'Välj sista dag för åtgärden, eller löpande.',
    ])
      expect(empty).toContain(`Rätta: ${sentence}`);
    const early = await story.press('measure.add', { what: FIRST, who: LENA.id, dueOn: dayFromNow(-1, startMs) });
    expect(early).toContain('Rätta: Välj mötets dag eller en senare.');
    expect(story.input('what')?.value).toBe(FIRST);
    expect(await story.press('measure.add', { dueOn: dayFromNow(20, startMs) })).toContain(
      'BUP Dalsland · Lena Hassel, psykolog',
    );
    expect(story.input('what')?.value).toBe('');
    expect(
      await story.press('measure.add', { what: 'Åt 19121212-1212', who: SAMIRA.id, dueOn: dayFromNow(9, startMs) }),
    ).toContain('ser ut som ett personnummer');
    await story.press('measure.add', { what: SECOND });
    expect(await story.press('measure.remove:2')).not.toContain(SECOND);
    expect(story.input('who')?.choices.map(({ value }) => value)).not.toContain('vardcentralen');
  });

  test('a goal that a measure serves is not taken away', async () => {
    await story.press('measures.back');
    await story.press('goals.open');
    expect(await story.press('goal.remove:1')).toContain('En åtgärd hör till det målet. Ta bort åtgärden först.');
    await story.press('goals.next');
  });

  test('a change that was begun is undone, and the row stands as it was', async () => {
    await story.press('measures.open');
    await story.press('measure.change:1');
    expect(story.input('what')?.value).toBe(FIRST);
    const undone = await story.press('row.undo', { what: 'Något annat.' });
    expect(undone).toContain(FIRST);
    expect(undone).not.toContain('Något annat.');
    expect([story.input('what')?.value, story.verbs().includes('row.undo')]).toEqual(['', false]);
    await story.press('measures.next');
  });

  test('T22, E: the follow-up is ahead, and somebody holds the plan together', async () => {
    await story.press('responsibility.open');
    expect(await story.press('responsibility.save', { ownerUnitId: SAMIRA.unitId })).toContain('Läs upp planen');
    await story.press('closing.open');
    expect(await story.press('closing.back', { followUpOn: dayFromNow(-3, startMs) })).toContain('Rätta: Välj en dag');
    expect(
      await story.press('closing.back', {
        followUpOn: workingDayFromNow(60, startMs),
        childTellByOn: dayFromNow(8, startMs),
      }),
    ).toContain('Rätta: Välj mötets dag eller en dag inom en vecka.');
    const told = { childTellerRole: 'CONVENER', childTellByOn: dayFromNow(1, startMs) };
    const plan = await story.press('closing.back', { followUpOn: workingDayFromNow(60, startMs), ...told });
    for (const words of [
      'Läs upp planen för alla.',
      WORDS.goal,
      FIRST,
      'Kommunen',
      'Individ- och familjeomsorgen',
      'Barnet vill inte säga något',
    ])
      expect(plan).toContain(words);
  });

  test('nothing of the page that is being written is lost when the program ends and starts again', async () => {
    await story.press('closing.open');
    await sandbox.restart();
    const list = sandbox.sink.messages.length;
    await story.client.type('mina ärenden');
    const posted = await sandbox.sink.until(() => sandbox.sink.messages[list], 'the list');
    expect(textOf(posted.card)).toContain('Mötet pågår. Fortsätt där ni är.');
    await story.press('closing.back');
    expect(story.text()).toContain(FIRST);
  });

  test('T23, E: the locked plan is read-only, also from an old card', async () => {
    const readback = story.card();
    await story.press('closing.open');
    expect(await story.press('plan.lock')).toContain('Planen är klar.');
    for (const verb of ['measures.open', 'goals.open', 'attendance.open']) {
      const button = buttonsOf(readback)[0];
      if (!button) throw new Error('no button');
      const answer = await story.client.send(
        story.client.pressed({ verb, data: { ...button.data, verb } }, { what: 'Ändrat' }),
      );
      expect(textOf(answer.body?.value ?? {})).toContain('Planen gäller');
    }
    const forged = await sandbox.as(KARIN).press(story.message.card, 'plan.show');
    const fresh = buttonsOf(forged)[0];
    if (!fresh) throw new Error('no button');
    for (const verb of [
      'measure.add',
      'measure.remove',
      'goal.remove',
      'goal.add',
      'closing.save',
      'childGoal.save',
      'attendance.save',
      'plan.lock',
    ]) {
      const shown = buttonsOf(
        (
          await story.client.send(
            story.client.pressed({ verb: 'plan.show', data: { ...fresh.data, verb: 'plan.show' } }, {}),
          )
        ).body?.value ?? {},
      )[0];
      if (!shown) throw new Error('no button');
      const answer = await story.client.send(
        story.client.pressed(
          { verb, data: { ...shown.data, verb } },
          { goal: 'Ändrat', what: 'Ändrat', who: LENA.id, dueOn: dayFromNow(99) },
        ),
      );
      expect(answer.body?.statusCode).toBe(200);
      expect(textOf(answer.body?.value ?? {})).not.toContain('Ändrat');
    }
    story.look();
    const plan = await story.press('plan.show');
    expect(plan).toContain('Planen, version 1');
    expect(plan).toContain(FIRST);
    expect(plan).not.toContain('Ändrat');
  });
});

test('without consent between the meetings no measure stands in the channel, and the convener marks it done in the plan', async () => {
  await backToToday(sandbox);
  const story = await caseIn(sandbox, 'sent', { consent: { scopes: ['MEETING', 'PREPARE', 'PLAN_COPY'] } });
  const channelBefore = sandbox.sink.messages.filter(({ conversationId }) => conversationId.startsWith('19:')).length;
  const startMs = await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'IN_ROOM' });
  await story.press('childGoal.save', { childGoal: WORDS.childGoal, ownWords: 'YES' });
  await story.press('needs.next', { need: WORDS.need });
  await story.press('goals.next', { goal: WORDS.goal });
  await story.press('measures.next', { what: FIRST, who: LENA.id, dueOn: dayFromNow(20, startMs) });
  expect(await closeStory(story, startMs)).toContain(
    'Samtycket gäller inte mellan mötena, så åtgärderna visas bara för dig.',
  );
  expect(await story.press('plan.show')).toContain('Pågår');
  expect(await story.press('plan.measureDone')).toContain('Rätta: Välj en åtgärd.');
  const id = story.input('measure')?.choices[0]?.value ?? '';
  expect(await story.press('plan.measureDone', { measure: id })).toContain('Alla åtgärder är klara.');
  await story.press('guide.open');
  await story.until(/Åtgärd 1 .*\*\*Klar\*\*/);
  expect(await handOnPaper(story)).toContain('Lämna planen till de hem som inte har fått den än.');
  expect(sandbox.sink.messages.filter(({ conversationId }) => conversationId.startsWith('19:'))).toHaveLength(
    channelBefore,
  );
});

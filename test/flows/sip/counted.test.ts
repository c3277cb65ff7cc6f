/**
 * What it costs to write a plan of two goals and four measures while people talk: boxes that are filled in, and buttons
 * that are pressed. Counted on what is sent: a field that is left as it stands counts nothing.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { inputsOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { openStory } from '../../support/story.ts';
import { dayFromNow, WORDS, workingDayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

test('two goals and four measures of three units: at most 18 boxes and 16 presses', async () => {
  const story = await caseIn(sandbox, 'sent');
  const startMs = await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'IN_ROOM' });
  await story.press('childGoal.save', { ownWords: 'NO' });

  const counted = { boxes: 0, presses: 0 };
  const press = async (verb: string, filled: Record<string, string> = {}): Promise<string> => {
    for (const [id, value] of Object.entries(filled)) {
      const field = inputsOf(story.card()).find((one) => one.id === id);
      if (!field) throw new Error(`no field ${id}`);
      if (String(field.value ?? '') !== value) counted.boxes += 1;
    }
    counted.presses += 1;
    const text = await story.press(verb, filled);
    expect(text).not.toContain('Rätta:');
    return text;
  };
  const goal = (n: number) => story.input('goal')?.choices[n - 1]?.value ?? '';
  const dueOn = dayFromNow(30, startMs);

  await press('needs.next', { need: WORDS.need });
  await press('goal.add', { goal: WORDS.goal });
  await press('goals.next', { goal: 'Sova hela natten de flesta nätter.' });
  await press('measure.add', { what: 'Schema med start klockan nio.', who: 'elevhalsan', dueOn, goal: goal(1) });
  await press('measure.add', { what: 'Ringer hem på fredagar.', who: SAMIRA.unitId, dueOn });
  await press('measure.add', { what: 'Första besöket om sömn.', who: LENA.unitId, dueOn, goal: goal(2) });
  const all = await press('measures.next', { what: 'Råd om kvällsrutiner.', who: SAMIRA.unitId, dueOn });
  expect(all).not.toContain('Vem gör vad');
  await press('responsibility.save', { principal: 'MUNICIPALITY', ownerUnitId: 'elevhalsan' });
  await press('closing.open');
  const told = { childTellerRole: 'CONVENER', childTellByOn: dayFromNow(1, startMs) };
  expect(await press('plan.lock', { followUpOn: workingDayFromNow(60, startMs), ...told })).toContain(
    'Planen är klar.',
  );

  expect(counted.boxes).toBeLessThanOrEqual(18);
  expect(counted.presses).toBeLessThanOrEqual(16);
  // Not fewer than there is to say: the count counts.
  expect(counted.boxes).toBeGreaterThanOrEqual(1 + 2 + 4);
  expect(await story.press('plan.show')).toMatch(
    /Mål 1[\s\S]*Åtgärd 1[\s\S]*Åtgärd 2[\s\S]*Mål 2[\s\S]*Åtgärd 3[\s\S]*Åtgärd 4/,
  );
});

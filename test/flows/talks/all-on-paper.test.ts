/**
 * The side door "Samtal och underskrifter är redan klara": the same gates on one page of dates, then the forms, then the
 * kallelse.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { caseIn } from '../../support/prepared.ts';
import { openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory, type Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const START = { ageBand: 'A6_11', guardianOne: 'MOTHER', guardianTwo: 'FATHER' };
const MORE = { existingSip: 'NO', placement: 'NO', needNoticedOn: dayFromNow(-9) };
const DATES = {
  guardian1On: dayFromNow(-5),
  guardian2On: dayFromNow(-4),
  childOn: dayFromNow(-3),
  outcome: 'DONE',
  informed: 'GUARDIAN_1,GUARDIAN_2,CHILD',
};
const FORM = { signedOn: dayFromNow(-1), method: 'PAPER', validMonths: '6' };
const SCOPE = {
  parties: 'elevhalsan,individ-och-familj,bup-dalsland',
  topics: 'SCHOOL',
  scopes: 'PREPARE,MEETING,PLAN_COPY',
  originalLocation: 'Elevhälsans akt',
};

async function onPaper(start: Record<string, string> = {}): Promise<Story> {
  const story = await beginStory(sandbox);
  await story.press('start.save', { ...START, ...start });
  await story.press('startMore.paper', MORE);
  return story;
}
const inputs = (story: Story, ...ids: string[]) => ids.filter((id) => story.input(id));

test('one page of dates, the questions of safety, the forms one after the other, and the kallelse leaves', async () => {
  const story = await onPaper();
  expect(story.text()).toContain('Fyll i dagarna som står på papperen.');
  await story.press('allOnPaper.save', DATES);
  expect(story.verbs()).toContain('protection.save');
  await story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
  for (const [signer, who] of [
    ['consent1', 'mamma'],
    ['consent2', 'pappa'],
  ]) {
    expect(story.text()).toContain(`Samtycke (${who}), sida 1 av 2`);
    await story.press(`${signer}.save`, FORM);
    await story.press(`${signer}.record`, SCOPE);
  }
  // What is left is the kallelse itself, behind the list of what is missing.
  expect(story.text()).toContain('Det här saknas:');
  expect(story.text()).toContain('Vilka som kallas\nTid för mötet');
  expect(story.text()).not.toMatch(/Samtal|Underskrift/);
  await story.fill('invite');
  await story.press('guide.open');
  await story.fill('time');
  await story.fill('family');
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
  expect(await story.events(SAMIRA)).toHaveLength(1);
});

describe('no rule is softened', () => {
  test('T8, T9: what is not filled in stays missing, by the same names', async () => {
    const story = await onPaper();
    await story.press('allOnPaper.save', { guardian1On: dayFromNow(-5), informed: 'GUARDIAN_1', outcome: '' });
    await story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
    await story.press('consent1.back', {});
    await story.press('check.open');
    expect(story.text().split('\n').slice(2, 6)).toEqual([
      'Samtal med pappa',
      'Samtal med barnet',
      'Underskrift från mamma',
      'Underskrift från pappa',
    ]);
    expect(story.verbs()).not.toContain('kallelse.send');
  });

  test('5: a child who is heard but not told is asked about on the child’s own page', async () => {
    const story = await onPaper();
    await story.press('allOnPaper.save', { ...DATES, informed: 'GUARDIAN_1,GUARDIAN_2' });
    expect(story.verbs()).toContain('childMore.save');
  });

  test('a day to come is refused at its field, nothing typed is lost, nothing is stored', async () => {
    const story = await onPaper();
    await story.press('allOnPaper.save', { ...DATES, childOn: dayFromNow(2) });
    expect(story.text()).toContain('Rätta: Dagen har inte varit än.');
    expect(story.input('guardian1On')?.value).toBe(DATES.guardian1On);
    expect(story.input('childOn')?.value).toBe(dayFromNow(2));
    await story.press('allOnPaper.back', { childOn: '' });
    expect(story.text()).toContain('Samtal med barnet\nPåbörjat');
  });

  test('OSL 12:3: from 12 the walk goes past the question what the guardians are not to know', async () => {
    const story = await onPaper({ ageBand: 'A12_14' });
    await story.press('allOnPaper.save', DATES);
    expect(inputs(story, 'shares', 'mayTell')).toEqual(['shares', 'mayTell']);
    expect(await story.press('childMore.save', { mayTell: 'NO' })).toContain('Jag skickar ingenting');
  });

  test('2.3: at 18–20 there is the young person’s day only, and then the young person’s own consent', async () => {
    const story = await onPaper({ ageBand: 'A18_20', guardianOne: '', guardianTwo: '' });
    expect(inputs(story, 'guardian1On', 'guardian2On', 'childOn')).toEqual(['childOn']);
    await story.press('allOnPaper.save', { ...DATES, informed: 'CHILD' });
    await story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
    expect(story.verbs()).toContain('consentYouth.save');
  });

  test('the rows are the same as the talks’ own pages write: they stand filled in there', async () => {
    const story = await onPaper();
    await story.press('allOnPaper.save', DATES);
    await story.press('protection.back', {});
    expect(story.text()).toMatch(/Samtal med mamma\n.* ✓[\s\S]*Samtal med pappa\n.* ✓[\s\S]*Samtal med barnet\n.* ✓/);
    await story.press('guardian1.open');
    expect([story.input('heldOn')?.value, story.input('informed')?.value, story.input('present')?.value]).toEqual([
      DATES.guardian1On,
      'true',
      'GUARDIAN_1',
    ]);
  });

  test('left with "Tillbaka", the walk is over: the next page that is saved goes back to the overview', async () => {
    const story = await onPaper();
    await story.press('allOnPaper.save', DATES);
    await story.press('protection.back', {});
    await story.press('protection.open');
    expect(await story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' })).toContain(
      'Efter samtalen',
    );
  });
});

test('later it stands under "Mer …", with what is known filled in', async () => {
  const story = await caseIn(sandbox, 'started');
  await story.fill('child');
  await story.press('more.open');
  await story.press('allOnPaper.open');
  expect(story.input('childOn')?.value).toBe(dayFromNow(-1));
  expect(story.input('outcome')?.value).toBe('DONE');
});

/** What is asked of the need and of who asked, and a request that is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { LENA, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const secondPage = async (story: Story): Promise<void> => {
  await story.press('start.open');
  await story.press('start.save');
};

test('SoL 10:8: is it needed from both, and one of them is not called: the card asks whether it shall be', async () => {
  const story = await caseIn(sandbox, 'prepared', { case: { needsBoth: 'YES' } });
  expect(await story.press('check.open')).not.toContain('Ska den andra också kallas?');
  const school = await caseIn(sandbox, 'prepared', { case: { needsBoth: 'YES' }, called: [LENA] });
  expect(await school.press('check.open')).toContain(
    'Då ska kommun och region göra en SIP om familjen vill. Ska den andra också kallas?',
  );
  expect(school.verbs()).toContain('preview.open');
});

test('who took the initiative is asked once more when it was the family: which day it asked', async () => {
  const story = await caseIn(sandbox, 'started');
  await secondPage(story);
  expect(story.input('familyAskedOn')).toBeUndefined();
  expect(await story.press('startMore.save', { initiative: 'FAMILY' })).toContain('Vilken dag bad familjen om det?');
  expect(await story.press('startMore.save', { familyAskedOn: dayFromNow(1) })).toContain('Dagen har inte varit än.');
  await story.press('startMore.save', { familyAskedOn: dayFromNow(-3) });
  const { initiative, familyAskedOn } = (await fileOf(sandbox, story)).case;
  expect([initiative, String(familyAskedOn)]).toEqual(['FAMILY', dayFromNow(-3)]);
  await secondPage(story);
  await story.press('startMore.save', { initiative: 'SCHOOL' });
  expect((await fileOf(sandbox, story)).case).toMatchObject({ initiative: 'SCHOOL', familyAskedOn: null });
});

describe('SoL 10:8: the family’s own request is refused', () => {
  test('with its reason, and the card says how they complain', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('more.open');
    await story.press('moreCase.open');
    expect(await story.press('close.open')).toMatch(/Berätta varför, och hur de klagar: .*patientnämnden.* IVO/);
    // SoL 10:8, HSL 16:4: the municipality or the region judges it.
    expect(story.text()).toContain('Det räcker att kommunen eller regionen bedömer att planen behövs.');
    expect(story.text()).toMatch(/rektorn, sedan skolans huvudman.*Skolinspektionen \(om skolan\)/);
    const refused = { reason: 'REQUEST_REFUSED', familyInformed: 'YES' };
    expect(await story.press('close.save', refused)).toContain('Rätta: Välj varför ni säger nej till begäran.');
    await story.press('close.save', { ...refused, requestRefusal: 'NOT_BOTH' });
    expect((await fileOf(sandbox, story)).case).toMatchObject({
      status: 'CLOSED',
      closeReason: 'REQUEST_REFUSED',
      requestRefusal: 'NOT_BOTH',
    });
  });

  test('no other reason keeps one', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('more.open');
    await story.press('moreCase.open');
    await story.press('close.open');
    await story.press('close.save', { reason: 'NO_NEED', familyInformed: 'YES', requestRefusal: 'HAS_PLAN' });
    expect((await fileOf(sandbox, story)).case.requestRefusal).toBeNull();
  });
});

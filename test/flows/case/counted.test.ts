/**
 * What the road costs from the first word to the kallelse: buttons that are pressed, boxes that are filled in, and
 * ticks. Counted on what is sent: a field that is left as it stands counts nothing, and ticks that copy a signed form
 * are not counted.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { inputsOf } from '../../support/card-json.ts';
import { openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory } from '../../support/story.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const COPIED = ['parties', 'topics', 'scopes'];
const ticksIn = (value: string) => value.split(',').filter((one) => one !== '' && one !== 'false');

test('one child and two guardians: at most 24 presses and 16 boxes, and at most 12 ticks that copy no signed form', async () => {
  const counted = { presses: 1, boxes: 0, ticks: 0 };
  const story = await beginStory(sandbox);
  const press = async (verb: string, filled: Record<string, string> = {}): Promise<string> => {
    for (const [id, value] of Object.entries(filled)) {
      const field = inputsOf(story.card()).find((one) => one.id === id);
      if (!field) throw new Error(`no field ${id}`);
      const stood = String(field.value ?? '');
      if (stood === value || COPIED.includes(id)) continue;
      // A choice that stands open is one tick.
      const isTicked = field.type === 'Input.Toggle' || field.isMultiSelect || field.isOpen;
      if (isTicked) counted.ticks += ticksIn(value).filter((one) => !ticksIn(stood).includes(one)).length;
      else counted.boxes += 1;
    }
    counted.presses += 1;
    // The button stands on the card itself: no help on the way.
    expect(story.verbs()).toContain(verb);
    const text = await story.press(verb, filled);
    expect(text).not.toContain('Rätta:');
    return text;
  };
  const yesterday = dayFromNow(-1);
  const form = {
    parties: 'elevhalsan,individ-och-familj,bup-dalsland',
    topics: 'SCHOOL,SOCIAL',
    scopes: 'MEETING,PREPARE',
  };

  await press('start.save', { ageBand: 'A6_11', guardianOne: 'MOTHER', guardianTwo: 'FATHER' });
  await press('startMore.save', { needsBoth: 'YES', placement: 'NO', needNoticedOn: yesterday });
  await press('guardian1.open');
  await press('guardian1.save', { heldOn: yesterday, informed: 'true', present: 'GUARDIAN_1,GUARDIAN_2' });
  await press('child.open');
  await press('child.save', { words: WORDS.childWords, heldOn: yesterday, participation: 'WHOLE' });
  await press('childMore.save', { informed: 'true' });
  // Whether somebody must be protected follows on the talks.
  await press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
  await press('consent1.open');
  await press('consent1.save', { signedOn: yesterday, validMonths: '6' });
  await press('consent1.record', { ...form, originalLocation: WORDS.original });
  await press('consent2.open');
  await press('consent2.save', { validMonths: '6' });
  await press('consent2.record', form);
  await press('invite.open');
  // Those whom the family has named stand there with their mailboxes.
  await press('invite.save');
  await press('time.open');
  const hasTimes = () => inputsOf(story.message.card).some(({ id }) => id === 'slot');
  await sandbox.sink.until(hasTimes, 'the times');
  story.look();
  const slot = story.input('slot')?.choices[0]?.value ?? '';
  await press('time.save', { slot, place: 'stadshuset-dalbo' });
  await press('family.open');
  await press('family.save', { familyAgreed: 'true' });
  await press('check.open');
  await press('preview.open');
  expect(await press('kallelse.send')).toContain('Kallelsen');
  expect(counted.presses).toBeLessThanOrEqual(24);
  expect(counted.boxes).toBeLessThanOrEqual(16);
  expect(counted.ticks).toBeLessThanOrEqual(12);
  // Not fewer than there is to say: the count counts.
  expect(counted.boxes).toBeGreaterThan(10);
  expect(counted.ticks).toBeGreaterThan(2);
});

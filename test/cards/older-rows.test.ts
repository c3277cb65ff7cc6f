/** A database that an older program wrote: a page or a text that is there no more stops no card from being drawn. */
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { newAct, type Remembered } from '../../bot/act.ts';
import { renderAnswer, renderStanding } from '../../bot/engine/render.ts';
import { say } from '../../cards/texts/say.ts';
import type { PageRef } from '../../domain/names.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { textOf } from '../support/card-json.ts';
import { fullFile, NOW, registerWith, viewOf } from '../support/case-views.ts';

const register = registerWith();
const [{ tenantId } = { tenantId: '' }] = register.people;
const file = fullFile({ tenantId }, ['GUARDIAN_1', 'GUARDIAN_2']);
const view = viewOf('guide', file, 'sv', register);

const standing = (set: Partial<Posting>): string =>
  textOf(renderStanding({ ...view.posting, ...set }, file, view.listed, register, NOW));
const answer = (set: Partial<Posting>, remembered: Remembered = {}): string =>
  textOf(
    renderAnswer({
      act: newAct('verb', 'guide.open', uuid()),
      posting: { ...view.posting, ...set },
      person: view.viewer,
      file,
      listed: view.listed,
      register,
      remembered,
      now: NOW,
      publicUrl: '',
    }),
  );

const OLD = 'pageOfOld' as PageRef;

test('a page that is there no more stands as the overview, and says when it is pressed that it no longer holds', () => {
  expect(standing({ page: OLD })).toBe(standing({ page: 'guide' }));
  expect(answer({ page: OLD })).toContain(say('sv', 'err.expired'));
});

test('a notice that is there no more is not said, and the card is drawn', () => {
  const notice = { key: 'notice.ofOld' };
  expect(standing({ notice })).toBe(standing({ notice: null }));
  expect(answer({}, { notice, errors: { field: { key: 'error.ofOld' } } })).toBe(answer({}));
});

test('a line that is there no more says that it no longer holds', () => {
  const line = { key: 'line.ofOld', values: {} };
  expect(standing({ line })).toContain(say('sv', 'err.expired'));
  expect(answer({ line })).toContain(say('sv', 'err.expired'));
});

import { describe, expect, test } from 'vitest';
import { expectAtRest } from '../support/at-rest.ts';
import { textOf } from '../support/card-json.ts';
import { forEachDatabase } from '../support/databases.ts';
import { ANNA, KARIN, openSandbox } from '../support/sandbox.ts';
import { answer, call, finish, invitations, measureMessage, meet, prepare } from '../support/trip.ts';

describe('the main job, from "nytt Västbus" to a measure that is done', () => {
  forEachDatabase((create) => {
    test('the whole trip over HTTP', async () => {
      const database = await create();
      const { location } = database;
      const sandbox = await openSandbox({ databaseUrl: location.kind === 'postgres' ? location.url : null });
      try {
        await prepare(sandbox);
        await call(sandbox);
        expect(await invitations(sandbox, KARIN)).toHaveLength(1);
        await answer(sandbox);
        await meet(sandbox);
        const measure = await sandbox.sink.until(() => measureMessage(sandbox, 1), 'the measure in the channel');
        const anna = sandbox.as(ANNA, { conversationId: measure.conversationId, conversationType: 'channel' });
        expect(textOf(await anna.press(measure.card, 'measure.show'))).toContain('Du har inte behörighet');
        await finish(sandbox);
        await expectAtRest(sandbox);
      } finally {
        await sandbox.close();
        await database.remove();
      }
    });
  });
});

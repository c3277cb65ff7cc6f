/** Somebody keeps the case locked: a link is not used up by that, and the page says so. */
import pg from 'pg';
import { expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { createPostgres, hasPostgres } from '../../support/databases.ts';
import { caseIn } from '../../support/prepared.ts';
import { openSandbox } from '../../support/sandbox.ts';

test.skipIf(!hasPostgres())(
  'a link to a paper while the case is locked: try again, and then the same link opens',
  async () => {
    const { location, remove } = await createPostgres();
    const url = location.kind === 'postgres' ? location.url : '';
    const sandbox = await openSandbox({ databaseUrl: url });
    const outsider = new pg.Client({ connectionString: url });
    try {
      await outsider.connect();
      const story = await caseIn(sandbox, 'started');
      await story.press('print.open');
      await story.press('print.code-slip');
      const { actions } = story.card() as { actions: { url?: string }[] };
      const link = actions.find(({ url }) => url !== undefined)?.url ?? '';
      await outsider.query('BEGIN');
      await outsider.query('SELECT 1 FROM "Case" FOR UPDATE');
      // Whoever has not the secret waits for nobody.
      expect((await fetch(`${link}x`, { method: 'POST' })).status).toBe(410);
      const locked = await fetch(link, { method: 'POST' });
      expect([locked.status, await locked.text()]).toEqual([503, expect.stringContaining('Länken gäller fortfarande')]);
      await outsider.query('ROLLBACK');
      expect((await fetch(link, { method: 'POST' })).headers.get('content-type')).toBe('application/pdf');
    } finally {
      await outsider.end();
      await closeAtRest(sandbox);
      await remove();
    }
  },
);

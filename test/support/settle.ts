import { PGlite } from '@electric-sql/pglite';
import type { Settings } from '../../domain/rows/register.ts';
import { comeToRest } from './at-rest.ts';
import type { TestSandbox } from './sandbox.ts';

/** The organisation's settings as an import would store them; the program is started again. */
export async function settle(sandbox: TestSandbox, settings: Partial<Settings>): Promise<void> {
  // A subscription whose handshake meets a stopped program is refused for good.
  await comeToRest(sandbox);
  await sandbox.restart(async () => {
    const database = await PGlite.create({ dataDir: `${sandbox.dataDir}/database/data` });
    for (const [key, value] of Object.entries(settings))
      await database.query('INSERT INTO "Setting" VALUES ($1, $2) ON CONFLICT ("key") DO UPDATE SET "value" = $2', [
        key,
        JSON.stringify(value),
      ]);
    await database.close();
  });
}

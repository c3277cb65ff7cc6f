/** The database of production, once it is sure that this copy has the keys that its texts are sealed with. */
import type { Clock } from '../../domain/ports.ts';
import { type KeyRing, KeyRingFault, openKeyRing } from '../../prisma/crypto.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { openPostgres } from '../../prisma/postgres.ts';
import type { ServeConfig } from '../config/config.ts';
import { type Log, sayUnreadable } from '../log/log.ts';
import { databaseProblem, keyProblem } from './problems.ts';

/** Throws ServeProblem when the database cannot be used, or when a key is missing or is another one. */
export async function openSealedDatabase(
  { databaseUrl, dataKeys, sealVersion }: ServeConfig,
  log: Log,
  clock: Clock,
): Promise<OpenDatabase> {
  // Loads the client that `npm run serve` makes from the schema just before.
  const { openDatabase } = await import('../../prisma/database.ts');
  const keys = openKeyRing(dataKeys, sealVersion);
  const onError = (error: unknown) => log.surprise('database', error);
  const onUnreadable = sayUnreadable(log);
  const open = await openPostgres(databaseUrl, onError)
    .then((engine) => openDatabase(engine, { clock, keys, onError, onUnreadable }))
    .catch((error: unknown) => {
      throw databaseProblem(error);
    });
  try {
    await checkKeys(open, keys);
    await open.sealTypedMails();
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}

const KEY_CHECK = 'dataKey:';
const KEY_CHECK_PLACE = 'Setting.value:dataKey';

/**
 * The database keeps one sealed word for each key that has been the current one. A key that is missing, or is another
 * one under the same id, is found here, before a text is sealed that the other copies cannot open. Throws ServeProblem.
 */
async function checkKeys({ prisma }: OpenDatabase, keys: KeyRing): Promise<void> {
  const word = keys.seal('fits', KEY_CHECK_PLACE);
  const [, keyId] = word.split('.');
  await prisma.$transaction(
    async (tx) => {
      // Of two copies that are the first ever to start, one waits here for the other's word. Nobody who reads has to
      // wait.
      await tx.$executeRaw`LOCK TABLE "Setting" IN SHARE ROW EXCLUSIVE MODE`;
      const words = await tx.setting.findMany({ where: { key: { startsWith: KEY_CHECK } } });
      for (const { key, value } of words) if (!opens(keys, String(value))) throw keyProblem(key);
      await tx.setting.createMany({ data: [{ key: `${KEY_CHECK}${keyId}`, value: word }], skipDuplicates: true });
    },
    { maxWait: 15_000, timeout: 15_000 },
  );
}

function opens(keys: KeyRing, word: string): boolean {
  try {
    return keys.open(word, KEY_CHECK_PLACE) !== '';
  } catch (fault) {
    if (fault instanceof KeyRingFault) return false;
    throw fault;
  }
}

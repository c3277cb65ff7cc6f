import type { Settings } from '../../domain/rows/register.ts';
import { comeToRest } from './at-rest.ts';
import type { TestSandbox } from './sandbox.ts';

/** The organisation's settings as an import would store them; the program is started again. */
export async function settle(sandbox: TestSandbox, settings: Partial<Settings>): Promise<void> {
  // A subscription whose handshake meets a stopped program is refused for good.
  await comeToRest(sandbox);
  const { prisma } = sandbox.stored();
  for (const [key, value] of Object.entries(settings) as [string, string | number | boolean][])
    await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  await sandbox.restart();
}

import { randomUUID } from 'node:crypto';
import type { Settings } from '../../domain/rows/register.ts';
import { REGISTER_VERSION } from '../../prisma/settings.ts';
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

/** Other addresses of somebody's mailbox, as an import would store them: the register is read anew. */
export async function giveAliases(sandbox: TestSandbox, personId: string, aliases: string[]): Promise<void> {
  await comeToRest(sandbox);
  const { prisma } = sandbox.stored();
  await prisma.person.update({ where: { id: personId }, data: { aliases } });
  const [key, value] = [REGISTER_VERSION, randomUUID()];
  await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

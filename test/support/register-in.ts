/** The sandbox's register with other settings, imported into a sandbox that runs. */
import { importRegister } from '../../prisma/load-register.ts';
import register from '../../sandbox/register.json' with { type: 'json' };
import { parsed } from './register-sample.ts';
import type { TestSandbox } from './sandbox.ts';

export const importSettings = (sandbox: TestSandbox, settings: object) =>
  importRegister(sandbox.stored().prisma, parsed({ ...register, settings }));

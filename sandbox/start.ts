/** The whole program on one machine, with nothing to sign up for. */
import { isStartedByNpm, readSandboxConfig } from '../bot/config/config.ts';
import { whenParentIsGone } from '../bot/serve/parent.ts';
import { generateClient } from '../prisma/generate.ts';
import { FolderFault } from '../prisma/pglite/folder-lock.ts';
import { folderProblem, SandboxProblem } from './problem.ts';

const reading = readSandboxConfig();
if (!reading.ok) refuse(reading.missing.join('\n'));
const { config } = reading;

let stop = (): void => process.exit(0);
if (isStartedByNpm()) whenParentIsGone(() => stop());
await generateClient();
// Only now: what follows loads the client that has just been made.
const { startSandbox } = await import('./sandbox.ts');

const sandbox = await startSandbox(config).catch((error: unknown) => refuse(sentenceOf(error)));
stop = () => void sandbox.stop().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

const teams = sandbox.playgroundUrl ? `Teams ${sandbox.playgroundUrl} · ` : '';
console.log(
  `Sandbox ready · ${teams}Outlook ${sandbox.outlookUrl} · Type "nytt Västbus" in Teams. Ctrl-C stops everything.`,
);

/** Problems that somebody can mend carry their own sentence; anything else is a fault of ours and shows where it is. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isSentence = error instanceof SandboxProblem || error instanceof FolderFault;
  return isSentence ? error.message : (folderProblem(error, config.dataDir)?.message ?? error.stack ?? error.message);
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

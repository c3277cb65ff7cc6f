import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '../../sandbox/playground.ts';
import { playgroundSettings } from '../../sandbox/playground-settings.ts';
import { isPortFree } from '../../sandbox/port.ts';
import { madeUpRegister, playgroundMembers, playgroundUser } from '../../sandbox/register.ts';
import { freePort } from '../support/free-port.ts';
import { programFile } from '../support/program.ts';
import { sandboxFolder } from '../support/sandbox-folder.ts';

const settings = (() => {
  const register = madeUpRegister(56_150);
  return playgroundSettings(playgroundUser(register), playgroundMembers(register, playgroundUser(register)), [
    { conversationId: '19:sip-elevhalsan@thread.tacv2' },
  ]);
})();
const endpoint = 'http://127.0.0.1:9/api/messages';

/** The Playground tells its settings only when somebody answers where the bot should be. */
async function somebodyWhoAnswers(): Promise<string> {
  const bot = createHttpServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(bot, 'listening');
  onTestFinished(() => void bot.close());
  const address = bot.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/api/messages`;
}

test('the Playground takes our settings, answers on its port and gives it back', async () => {
  const port = await freePort();
  const playground = await startPlayground({
    folder: sandboxFolder(),
    port,
    endpoint: await somebodyWhoAnswers(),
    settings,
  });
  onTestFinished(() => playground.stop());
  const config = await (await fetch(`${playground.url}/_internal/v1/config`)).text();
  expect(config).toContain('19:sip-elevhalsan@thread.tacv2');
  expect(config).toContain('Karin Ek');

  await playground.stop();
  expect(await isPortFree(port)).toBe(true);
});

test('a taken port is told in a sentence before anything is started', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  await expect(startPlayground({ folder: sandboxFolder(), port, endpoint, settings })).rejects.toThrow(
    `Port ${port} is in use: stop the program that has it, or choose another one with PLAYGROUND_PORT.`,
  );
});

test('the Playground is reached from this machine only, by the address that this machine calls itself', async () => {
  const port = await freePort();
  const playground = await startPlayground({ folder: sandboxFolder(), port, endpoint, settings });
  onTestFinished(() => playground.stop());
  expect((await fetch(playground.url)).status).toBe(200);
  // Other addresses that lead to this machine and nowhere else.
  for (const host of ['127.0.0.2', '[::1]']) await expect(fetch(`http://${host}:${port}`), host).rejects.toThrow();
});

test('a parent that is killed takes the Playground along', async () => {
  const port = await freePort();
  const parent = spawn(process.execPath, [
    programFile('test/sandbox/playground-parent.ts'),
    sandboxFolder(),
    String(port),
  ]);
  onTestFinished(() => void parent.kill('SIGKILL'));
  await once(parent.stdout, 'data');
  expect(await isPortFree(port)).toBe(false);

  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await expect.poll(() => isPortFree(port), { timeout: 5_000 }).toBe(true);
});

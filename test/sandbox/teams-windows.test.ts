import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { readSandboxConfig } from '../../bot/config/config.ts';
import { isPortFree } from '../../sandbox/port.ts';
import { madeUpRegister } from '../../sandbox/register.ts';
import { teamsWindows, windowPorts } from '../../sandbox/teams-windows.ts';
import { freePort } from '../support/free-port.ts';
import { LENA } from '../support/outlook.ts';
import { sandboxFolder } from '../support/sandbox-folder.ts';

/** Opens windows on a folder and ports of their own, again and again. */
async function sandboxWindows(playgroundPort?: number) {
  const port = String(playgroundPort ?? (await freePort()));
  const reading = readSandboxConfig({ DATA_DIR: sandboxFolder(), PLAYGROUND_PORT: port });
  if (!reading.ok) throw new Error(reading.missing.join('\n'));
  const { config } = reading;
  const register = madeUpRegister(config.playgroundPort);
  const open = () => {
    const windows = teamsWindows(config, register);
    onTestFinished(() => windows.stop());
    return windows;
  };
  return { open, config, register };
}

/** The programs that are started from now on. */
function startedFromNow(): ChildProcess[] {
  const started: ChildProcess[] = [];
  const remember = (message: unknown) => void started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', remember);
  onTestFinished(() => void unsubscribe('child_process', remember));
  return started;
}

test('a colleague has a Teams of their own, which is there again at the next start and not after starting over', {
  timeout: 120_000,
}, async () => {
  const { open, config, register } = await sandboxWindows();
  const first = open();
  await first.start();
  // Pressed twice before it is up.
  const [url, again] = await Promise.all([first.open(LENA), first.open(LENA)]);
  expect(again).toBe(url);
  const port = Number(new URL(url).port);
  expect(windowPorts(register, config.playgroundPort).slice(1)).toContain(port);
  await expect(first.open('nobody')).rejects.toThrow('Ingen i registret har det id:t.');
  await first.stop();
  expect(await isPortFree(port)).toBe(true);

  const next = open();
  await next.start();
  expect((await fetch(url)).status).toBe(200);
  await next.startOver();
  expect(await isPortFree(port)).toBe(true);
  expect((await fetch(`http://localhost:${config.playgroundPort}`)).status).toBe(200);
});

test('what is opened while all begins anew is there afterwards, and is stopped with the others', {
  timeout: 120_000,
}, async () => {
  const windows = (await sandboxWindows()).open();
  const [, url] = await Promise.all([windows.startOver(), windows.open(LENA)]);
  expect((await fetch(url)).status).toBe(200);
  await windows.stop();
  expect(await isPortFree(Number(new URL(url).port))).toBe(true);
});

test('a window whose program has ended is started again when it is asked for', { timeout: 120_000 }, async () => {
  const windows = (await sandboxWindows()).open();
  const started = startedFromNow();
  const url = await windows.open(LENA);
  const [playground] = started;
  if (!playground) throw new Error('nothing was started');
  playground.kill('SIGKILL');
  await once(playground, 'exit');
  expect(await windows.open(LENA)).toBe(url);
  expect((await fetch(url)).status).toBe(200);
});

test('a colleague’s that cannot start keeps nobody else’s from starting', { timeout: 120_000 }, async () => {
  const { open, config } = await sandboxWindows();
  const first = open();
  const port = Number(new URL(await first.open(LENA)).port);
  await first.stop();
  const other = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const next = open();
  await next.start();
  expect((await fetch(`http://localhost:${config.playgroundPort}`)).status).toBe(200);
  await expect(next.open(LENA)).rejects.toThrow(String(port));
});

test('where the last of them would have no port there is, a sentence says so before anything is started', async () => {
  await expect((await sandboxWindows(65_530)).open().start()).rejects.toThrow('PLAYGROUND_PORT is too high');
});

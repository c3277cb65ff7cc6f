import { expect, onTestFinished, test } from 'vitest';
import { readSandboxConfig } from '../../bot/config/config.ts';
import { isPortFree } from '../../sandbox/port.ts';
import { madeUpRegister } from '../../sandbox/register.ts';
import { teamsWindows, windowPorts } from '../../sandbox/teams-windows.ts';
import { freePort } from '../support/free-port.ts';
import { LENA } from '../support/outlook.ts';
import { sandboxFolder } from '../support/sandbox-folder.ts';

test('a colleague has a Teams of their own, which is there again at the next start and not after starting over', {
  timeout: 120_000,
}, async () => {
  const reading = readSandboxConfig({ DATA_DIR: sandboxFolder(), PLAYGROUND_PORT: String(await freePort()) });
  if (!reading.ok) throw new Error(reading.missing.join('\n'));
  const { config } = reading;
  const register = madeUpRegister(config.playgroundPort);
  const open = () => {
    const windows = teamsWindows(config, register);
    onTestFinished(() => windows.stop());
    return windows;
  };
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

/** The whole sandbox with a browser before it: Teams (Playground) and Outlook, and pictures of what they show. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { readSandboxConfig } from '../../bot/config/config.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { expectAtRest } from './at-rest.ts';
import { openBrowser } from './browser.ts';
import { freePort } from './free-port.ts';
import { outboundIn } from './outbound-in.ts';
import { openPlayground, playgroundIn } from './playground.ts';
import { putCase, type State } from './prepared.ts';
import type { Known } from './prepared-rows.ts';
import { KARIN } from './sandbox.ts';

const DESKTOP = { width: 1280, height: 1100 };
const TALL = { width: 1280, height: 3000 };

export type BrowserWorld = Awaited<ReturnType<typeof openBrowserWorld>>;

/** @param screens the folder of its pictures */
export async function openBrowserWorld(screens: string) {
  await rm(screens, { recursive: true, force: true });
  await mkdir(screens, { recursive: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'vastbus-e2e-'));
  const [bot, mail, client] = [await freePort(), await freePort(), await freePort()].map(String);
  const reading = readSandboxConfig({ DATA_DIR: dataDir, PORT: bot, OUTLOOK_PORT: mail, PLAYGROUND_PORT: client });
  if (!reading.ok) throw new Error(reading.missing.join('\n'));
  const sandbox = await startSandbox(reading.config);
  const browser = await openBrowser();
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', viewport: DESKTOP });
  const teams = await openPlayground(await context.newPage(), sandbox.playgroundUrl ?? '');
  const outlook = await context.newPage();
  let shots = 0;
  const fileOf = (name: string): string => `${screens}/${String(shots).padStart(2, '0')}-${name}.png`;

  async function moveClock(now: string): Promise<void> {
    const moved = await fetch(`${sandbox.outlookUrl}/sandbox/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ now }),
    });
    if (!moved.ok) throw new Error(`clock: ${moved.status}`);
  }

  return {
    sandbox,
    teams,
    outlook,
    moveClock,
    /** A case in Karin's chat. */
    async put(state: State, known: Known): Promise<CaseFile> {
      await teams.card('Vad vill du göra?').locator.waitFor({ timeout: 30_000 });
      const chat = await sandbox.open().database.transaction((store) => store.findChat(KARIN.id));
      if (!chat) throw new Error('no chat with Karin');
      const { conversationId, serviceUrl } = chat;
      const { outlookUrl, open } = sandbox;
      return putCase(
        { stored: open, outlookUrl, botUrl: `http://127.0.0.1:${bot}`, moveClock },
        { conversationId, serviceUrl },
        state,
        known,
      );
    },
    /** Somebody else's Teams, as one comes to it from /sandbox. */
    async teamsOf({ name }: { name: string }) {
      await outlook.goto(`${sandbox.outlookUrl}/sandbox`);
      await outlook.getByRole('radio', { name: new RegExp(name) }).check();
      const opened = outlook.waitForEvent('popup');
      await outlook.getByRole('button', { name: `Öppna Teams som ${name}` }).click();
      return playgroundIn(await opened);
    },
    async shoot(page: Page, name: string): Promise<void> {
      shots += 1;
      await page.screenshot({ path: fileOf(name) });
    },
    /** The whole card, as wide as on a telephone: it is longer than the window. */
    async shootCard(card: Locator, name: string): Promise<void> {
      shots += 1;
      await card.page().setViewportSize(TALL);
      await card.screenshot({ path: fileOf(name) });
      await card.page().setViewportSize(DESKTOP);
    },
    /** Of a test that failed: what it looked at last. */
    async shootFailed({ result }: { result?: { state: string } }): Promise<void> {
      if (result?.state !== 'fail') return;
      await this.shoot(teams.page, 'failed');
      await this.shoot(outlook, 'failed-outlook');
    },
    /** As every flow ends: at rest. */
    async close(): Promise<void> {
      await browser.close();
      try {
        await expectAtRest({
          stored: sandbox.open,
          log: () => readFile(join(dataDir, 'program.log'), 'utf8'),
          outbound: () => outboundIn(dataDir),
        });
      } finally {
        await sandbox.stop();
        await rm(dataDir, { recursive: true, force: true });
      }
    },
  };
}

/** How a case's card is read and pressed. Its code is known, and its world there, once a test begins. */
export function cardOf(world: () => BrowserWorld, code: () => string | RegExp) {
  const card = () => world().teams.card(code());
  /** What stands behind a button of a list, by its label; answers what the bot answered. */
  async function open(row: string): Promise<{ value: unknown }> {
    const answered = world().teams.page.waitForResponse((one) => one.url().endsWith('/_conversation/v1/invoke'));
    await card().locator.getByTitle(row, { exact: true }).first().click();
    return z.looseObject({ value: z.unknown() }).parse(await (await answered).json());
  }
  return {
    card,
    open,
    see: (words: string | RegExp) => card().locator.getByText(words).first().waitFor({ timeout: 20_000 }),
    shoot: (name: string) => world().shootCard(card().locator, name),
    async more(row: string): Promise<void> {
      await card().press('Mer …');
      await open(row);
    },
  };
}

import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** A headless browser that reaches this machine and nothing else. Whoever opens it closes it. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({
    executablePath: path,
    env,
    chromiumSandbox: false,
    args: [
      '--font-render-hinting=none',
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

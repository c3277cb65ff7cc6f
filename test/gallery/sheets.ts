import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

const ON_A_SHEET = 10;

/** Contact sheets: many phone-width cards beside each other, so that a person can look them through. */
export async function writeSheets(browser: Browser, folder: string, pictures: readonly string[]): Promise<void> {
  const narrow = pictures.filter((name) => name.includes('-360-'));
  const page = await browser.newPage({ viewport: { width: 1900, height: 900 } });
  for (let first = 0; first < narrow.length; first += ON_A_SHEET) {
    const images = await Promise.all(
      narrow.slice(first, first + ON_A_SHEET).map(async (name) => {
        const data = (await readFile(`${folder}/${name}`)).toString('base64');
        return `<img alt="" src="data:image/png;base64,${data}">`;
      }),
    );
    await page.setContent(
      `<body style="display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start;background:#888">${images.join('')}</body>`,
    );
    await page.screenshot({ path: `${folder}/sheet-${1 + first / ON_A_SHEET}.png`, fullPage: true });
  }
  await page.close();
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { KARIN, SAMIRA, startOutlook } from '../support/outlook.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('one person accepts, and the page of another shows it without a reload', async () => {
  const outlook = await startOutlook();
  await outlook.book();
  // Far away, to see that times are Swedish wherever the browser is.
  const invitee = await browser.newPage({ timezoneId: 'America/New_York', viewport: { width: 1440, height: 1000 } });
  const organizer = await browser.newPage();
  const asked: string[] = [];
  invitee.on('request', (request) => asked.push(new URL(request.url()).origin));
  await organizer.goto(`${outlook.url}/?mailbox=${KARIN}`);
  await invitee.goto(`${outlook.url}/?mailbox=${SAMIRA}`);

  const meeting = invitee.locator('.fc-event', { hasText: 'Samverkansmöte K7M-3XQ' });
  await expect.poll(() => meeting.innerText()).toMatch(/Obesvarat\s+13\.00–14\.00\s+Stadshuset/);
  await invitee.getByRole('button', { name: 'Acceptera' }).click();
  await invitee.getByText('Du har accepterat').waitFor();
  await expect.poll(() => meeting.innerText()).toContain('Accepterat');
  await organizer.getByText('Svar: accepterat').waitFor();
  expect(asked.filter((origin) => origin !== outlook.url && origin !== 'null')).toEqual([]);
});

test('the strip moves the clock and switches faults', async () => {
  const outlook = await startOutlook();
  const page = await browser.newPage();
  await page.goto(outlook.url);
  await page.getByRole('button', { name: '+1 vecka' }).click();
  await page.getByText('måndag 2 mars 2026').waitFor();
  await page.getByText('Störningar: inga').click();
  await page.getByLabel('svarar inte alls').check();
  await page.getByText('Störningar: 1 på').waitFor();
  expect(outlook.faults.current).toEqual({ graph: 'hang' });
});

test.each([
  ['/', 390],
  ['/sandbox', 390],
  ['/', 1440],
  ['/sandbox', 1440],
])('%s fits a page %i wide and says that everybody is made up', async (path, width) => {
  const outlook = await startOutlook();
  await outlook.book();
  const page = await browser.newPage({ viewport: { width, height: 844 } });
  await page.goto(outlook.url + path);
  await page.getByText(/är påhittade/).waitFor();
  await page.locator('#now').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
});

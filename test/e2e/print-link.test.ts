/** A print link in a real browser: a person has the paper at once, and a machine that looks at links uses none up. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LINK_PAGE_POLICY, openPage } from '../../documents/link-page.ts';
import { openBrowser } from '../support/browser.ts';

let opened = 0;
const server = createServer(({ method }, response) => {
  if (method === 'POST') opened += 1;
  response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': LINK_PAGE_POLICY });
  response.end(method === 'POST' ? '<h1>Papperet</h1>' : openPage());
});
let browser: Browser;
let url: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/print/a/b`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test('a machine that looks at it sees a button and opens nothing', async () => {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Öppna utskriften' }).waitFor();
  await page.goto('about:blank');
  expect(opened).toBe(0);
});

test('a person has the paper without another press, once', async () => {
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on('console', (line) => refused.push(line.text()));
  await page.addInitScript("Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })");
  await page.goto(url);
  await page.getByRole('heading', { name: 'Papperet' }).waitFor();
  expect(opened).toBe(1);
  // Nor does the way back lead over the link.
  await page.goBack();
  expect([page.url(), opened]).toEqual(['about:blank', 1]);
  expect(refused).toEqual([]);
});

/**
 * `npm run gallery`: every card with its sample, in light and dark, at phone and desktop width, as pictures and on one
 * page in `gallery/`. With `-- --against <folder>` it then lists the pictures that are not the same as that folder's.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildCard } from '../../cards/frame.ts';
import { allCards, pageWith } from '../support/all-cards.ts';
import { openBrowser } from '../support/browser.ts';
import { differences } from './compare.ts';
import { type Look, looks, pageOf } from './look.ts';
import { writeSheets } from './sheets.ts';

const FOLDER = 'gallery';
const { against } = parseArgs({ options: { against: { type: 'string' } } }).values;

const renderer = await readFile('node_modules/adaptivecards/dist/adaptivecards.js', 'utf8');
const cards = allCards.map((card) => ({
  name: card.name,
  card: buildCard(card, card.sample as Record<string, unknown>, {
    language: 'sv',
    page: pageWith(card),
    posting: 'p',
    turn: 't',
  }),
}));

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
const pictures: string[] = [];
for (const look of looks) await shootAll(look);
await writeSheets(browser, FOLDER, pictures);
const different = against === undefined ? [] : await differences(browser, FOLDER, against);
await browser.close();
const images = pictures
  .map((name) => `<figure><figcaption>${name}</figcaption><img src="${name}" alt=""></figure>`)
  .join('\n');
await writeFile(
  `${FOLDER}/index.html`,
  `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Cards</title>\n${images}\n`,
);
console.log(`${pictures.length} pictures: ${FOLDER}/index.html`);
for (const line of different) console.log(line);
if (against !== undefined) console.log(`${different.length} differ from ${against}`);
if (different.length > 0) process.exitCode = 1;

async function shootAll(look: Look): Promise<void> {
  const page = await browser.newPage({ viewport: { width: look.width, height: 800 } });
  await page.setContent(pageOf(look));
  await page.addScriptTag({ content: renderer });
  for (const { name, card } of cards) {
    await page.evaluate(`show(${JSON.stringify(card)})`);
    const file = `${name}-${look.name}.png`;
    await page.locator('main').screenshot({ path: `${FOLDER}/${file}` });
    pictures.push(file);
  }
  await page.close();
}

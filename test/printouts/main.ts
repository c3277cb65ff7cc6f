/** `npm run printouts`: every paper as pictures in `gallery/print/`, to be looked at; `-- plan` only that one. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { DOCUMENT_NAMES, makeDocument } from '../../documents/documents.ts';
import type { Paper } from '../../documents/paper.ts';
import { AGE_BANDS, type Language } from '../../domain/codes.ts';
import type { DocumentName } from '../../domain/names.ts';
import { openBrowser } from '../support/browser.ts';
import { BARE, hybridIn, LONG, ON_PAPER_ONLY, SAMPLE_PAPER, sampleIn, twelveIn, youthIn } from './sample-paper.ts';
import { EMPTY_PLAN, LONG_PLAN, OLDER_PLAN } from './sample-plan.ts';

const FOLDER = 'gallery/print';
const ORIGIN = 'http://printouts.example';

/** Draws one page of a PDF; runs in the browser, where pdf.js is at home. */
const DRAW = `async (pdf, n) => {
  const pdfjs = await import('/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
  const opened = await pdfjs.getDocument(Uint8Array.from(atob(pdf), (c) => c.charCodeAt(0))).promise;
  const page = await opened.getPage(n);
  const viewport = page.getViewport({ scale: 1.3 });
  const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height });
  document.body.replaceChildren(canvas);
  await page.render({ canvasContext: canvas.getContext('2d'), viewport }).promise;
  return opened.numPages;
}`;

await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 790, height: 1110 } });
await page.route(`${ORIGIN}/**`, async (route) => {
  const name = new URL(route.request().url()).pathname.slice(1);
  if (name === '') return route.fulfill({ contentType: 'text/html', body: '<body style="margin:0">' });
  return route.fulfill({
    contentType: 'text/javascript',
    body: await readFile(`node_modules/pdfjs-dist/build/${name}`),
  });
});
await page.goto(`${ORIGIN}/`);

/** What they hold stands by itself too. */
const PACKS: readonly DocumentName[] = ['print-pack', 'paper-pack', 'plan'];

type Sample = { name: DocumentName; as: string; paperIn: (language: Language) => Paper; language?: Language };
const ALONE = DOCUMENT_NAMES.filter((name) => !PACKS.includes(name));
const CHILDS: readonly DocumentName[] = ['child-questions', 'child-consent', 'consent-given', 'withdrawal-receipt'];

const samples: Sample[] = [
  ...DOCUMENT_NAMES.map((name) => ({ name, as: name, paperIn: sampleIn })),
  ...AGE_BANDS.map((ageBand) => ({
    name: 'child-questions' as const,
    as: `child-questions-${ageBand}`,
    paperIn: () => ({ ...SAMPLE_PAPER, ageBand, mayOwnSign: ageBand === 'A12_14' || ageBand === 'A15_17' }),
  })),
  { name: 'paper-pack', as: 'on-paper-only', paperIn: () => ON_PAPER_ONLY },
  ...Object.entries({ youth: youthIn, bare: () => BARE, long: () => LONG }).flatMap(([as, paperIn]) =>
    ALONE.map((name) => ({ name, as: `${name}-${as}`, paperIn })),
  ),
  ...CHILDS.map((name) => ({ name, as: `${name}-twelve`, paperIn: twelveIn })),
  ...(['HEARD', 'NOT_JUDGED'] as const).map((formCounts) => ({
    name: 'child-consent' as const,
    as: `child-consent-${formCounts}`,
    paperIn: (language: Language) => ({ ...twelveIn(language), formCounts }),
  })),
  ...(['family-invitation', 'child-invitation', 'party-summons'] as const).map((name) => ({
    name,
    as: `${name}-hybrid`,
    paperIn: hybridIn,
  })),
  ...Object.entries({ long: LONG_PLAN, empty: EMPTY_PLAN, older: OLDER_PLAN }).map(([as, plan]) => ({
    name: 'plan' as const,
    as: `plan-${as}`,
    paperIn: () => ({ ...SAMPLE_PAPER, plan }),
  })),
  ...DOCUMENT_NAMES.map((name) => ({ name, as: `${name}-en`, paperIn: sampleIn, language: 'en' as const })),
  ...CHILDS.map((name) => ({ name, as: `${name}-twelve-en`, paperIn: twelveIn, language: 'en' as const })),
  ...(['family-invitation', 'child-invitation'] as const).map((name) => ({
    name,
    as: `${name}-hybrid-en`,
    paperIn: hybridIn,
    language: 'en' as const,
  })),
];
const wanted = process.argv.slice(2);
for (const { name, as, paperIn, language } of samples.filter((one) => wanted.length === 0 || wanted.includes(one.as))) {
  const pdf = (await makeDocument(name, paperIn, language)).pdf.toString('base64');
  let pages = 1;
  for (let n = 1; n <= pages; n += 1) {
    pages = await page.evaluate(`(${DRAW})(${JSON.stringify(pdf)}, ${n})`);
    await writeFile(`${FOLDER}/${as}-${n}.png`, await page.locator('canvas').screenshot());
  }
  console.log(`${as}: ${pages}`);
}
await browser.close();
console.log(`Pictures: ${FOLDER}/`);

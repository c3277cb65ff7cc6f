/** Papers as they come out of a printer: nobody's answers on the back of another's, and large enough to read. */
import { describe, expect, it, test } from 'vitest';
import { DOCUMENT_NAMES, makeDocument } from '../../documents/documents.ts';
import { LANGUAGES } from '../../domain/codes.ts';
import { OF_TWELVE, OF_YOUTH, ON_PAPER_ONLY, SAMPLE_PAPER, twelveIn } from '../printouts/sample-paper.ts';
import { LONG_PLAN } from '../printouts/sample-plan.ts';
import { readPdf } from '../support/read-pdf.ts';

const CASES = { OF_TWELVE, OF_YOUTH, ON_PAPER_ONLY, 'a long plan': { ...SAMPLE_PAPER, plan: LONG_PLAN } };

describe.each(Object.entries(CASES))('of %s', (_, paper) => {
  test.each(DOCUMENT_NAMES)('each paper of %s begins on the front of a sheet, after an empty back', async (name) => {
    const { pages } = await readPdf((await makeDocument(name, () => paper)).pdf);
    pages.forEach((page, n) => {
      if (page.includes('Sida 1 av')) expect(n % 2, `page ${n + 1}: ${page.slice(0, 40)}`).toBe(0);
      // An empty page is a back, and nothing stands on it: no head, no foot.
      if (page.trim() === '' && pages.length > 1) expect([n % 2, n < pages.length - 1]).toEqual([1, true]);
    });
  });
});

test('what one guardian has said yes to, an empty back, what the other has, an empty back, what the child has', async () => {
  const { pages } = await readPdf((await makeDocument('consent-given', () => OF_TWELVE)).pdf);
  const whose = pages.map((page) => /Till (mamma|pappa|dig)/.exec(page)?.[1] ?? page.trim());
  expect(whose).toEqual(['mamma', '', 'pappa', '', 'dig']);
});

it.each(DOCUMENT_NAMES)('%s asks to be printed on one side', async (name) => {
  const { raw } = await readPdf((await makeDocument(name, () => SAMPLE_PAPER)).pdf);
  expect(raw).toContain('/Duplex /Simplex');
});

it.each(DOCUMENT_NAMES)('nothing on %s is smaller than twelve points', async (name) => {
  for (const language of LANGUAGES) {
    const { places } = await readPdf((await makeDocument(name, twelveIn, language)).pdf);
    const small = places.filter(({ str, size }) => str.trim() !== '' && size < 11.99);
    expect(small.map(({ str }) => str)).toEqual([]);
  }
});

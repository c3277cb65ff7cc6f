/** Papers as they are heard: every word in an element, in the order of the text, and no head or foot in between. */
import { describe, expect, it, test } from 'vitest';
import { DOCUMENT_NAMES, makeDocument } from '../../documents/documents.ts';
import type { Paper } from '../../documents/paper.ts';
import type { DocumentName } from '../../domain/names.ts';
import { SAMPLE_PAPER } from '../printouts/sample-paper.ts';
import { SAMPLE_PLAN } from '../printouts/sample-plan.ts';
import { hearPdf, readPdf } from '../support/read-pdf.ts';

const make = async (name: DocumentName, more: Partial<Paper> = {}) =>
  (await makeDocument(name, (language) => ({ ...SAMPLE_PAPER, language, ...more }))).pdf;
const hear = async (name: DocumentName, more: Partial<Paper> = {}) => hearPdf(await make(name, more));
const headings = (spoken: { kind: string; text: string }[]) =>
  spoken.filter(({ kind }) => kind === 'H1' || kind === 'H2').map(({ text }) => text);

/** What stands on top of each page and below. */
const HEAD_AND_FOOT = [
  /Vänersborgs kommun \(påhittad\)/g,
  /Ärende K7M-3XQ(?: · Version \d+, tisdag 3 mars 2026)?/g,
  /Sida \d+ av \d+/g,
];

describe.each(DOCUMENT_NAMES)('%s', (name) => {
  it('is heard whole, in the order of the text; only heads and feet are decoration', async () => {
    const { spoken, decoration, isInOrder, kinds } = await hear(name);
    const papers = (await readPdf(await make(name))).pages.filter((page) => /Sida 1 av/.test(page)).length;
    expect(kinds.H1).toBe(papers);
    expect(spoken[0]?.kind).toBe('H1');
    expect(isInOrder).toBe(true);
    expect(spoken.filter(({ text }) => text === '')).toEqual([]);
    expect(HEAD_AND_FOOT.reduce((text, one) => text.replace(one, ''), decoration).trim()).toBe('');
  });
});

test('the elements of the family’s plan, by kind', async () => {
  const { kinds } = await hear('plan-family', { homes: [{ to: 'mamma', interpreter: null, afar: false }] });
  expect(kinds).toMatchObject({ H1: 1, Table: 2, TR: 8, TH: 8, TD: 12, L: 7, LI: 15 });
});

test('its headings, in the order that the meeting writes them', async () => {
  const { spoken } = await hear('plan-family', { homes: [{ to: 'mamma', interpreter: null, afar: false }] });
  expect(headings(spoken)).toEqual([
    'Vår plan (SIP)',
    'Nytt',
    'Det här ska vi hjälpas åt med',
    'Med egna ord',
    'Det här fungerar',
    'Det här är svårt',
    'Det här behövs',
    'Dit vill vi',
    'Det här gör vi själva, om vi vill och orkar',
    'Det här gör andra',
    'Ansvar',
    'Inte klart än',
    'Om det blir svårare',
    'Vi ses igen',
    'Undrar du något, eller blir något inte av? Ring',
    'Akut',
    'Med på mötet',
    'Verksamheter som inte var med',
    'Så var barnet med',
    'Vem berättar för barnet',
    'Kopior till',
  ]);
});

test('a number before a question is heard with it', async () => {
  const { spoken } = await hear('guardian-questions', { guardians: ['mamma'] });
  const first = spoken.findIndex(({ kind }) => kind === 'Lbl');
  expect(spoken.slice(first, first + 2).map(({ text }) => text)).toEqual(['1.', 'Vad är viktigast för er just nu?']);
});

test('a head that a table has on each of its pages is heard once', async () => {
  const [goal] = SAMPLE_PLAN.goals;
  const [measure] = goal?.measures ?? [];
  if (!goal || !measure) throw new Error('the sample has a goal with a measure');
  const measures = Array.from({ length: 30 }, (_, n) => ({ ...measure, n: n + 1 }));
  const plan = { ...SAMPLE_PLAN, goals: [{ ...goal, measures }] };
  const { text } = await readPdf(await make('plan-file', { plan }));
  expect(text.split('Vad Vem Senast').length - 1).toBeGreaterThan(1);
  const { spoken } = await hear('plan-file', { plan });
  expect(spoken.filter(({ text: words }) => words === 'Vad')).toHaveLength(1);
});

test('each paper of a pack is heard in its own language', async () => {
  const { pdf: bytes } = await makeDocument('plan', (language) => ({ ...SAMPLE_PAPER, language }), 'en');
  expect((await hearPdf(bytes)).languages.sort()).toEqual(['en-GB', 'sv-SE']);
});

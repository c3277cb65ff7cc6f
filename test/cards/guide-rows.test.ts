/** The guide leads to everything that is missing, says what cannot begin yet, and has no ✓ too early. */
import { describe, expect, it } from 'vitest';
import { pages } from '../../bot/pages.ts';
import { guide } from '../../cards/case/guide.ts';
import type { CaseStatus } from '../../domain/codes.ts';
import { GATES, missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Talk } from '../../domain/rows/talk.ts';
import { talkRow } from '../support/case-rows.ts';
import { fullFile, registerWith, statesOf, viewOf } from '../support/case-views.ts';

const register = registerWith();
const preparing = (file: CaseFile): CaseFile => ({
  ...file,
  case: { ...file.case, status: 'PREPARING' as CaseStatus },
});
const FULL = preparing(fullFile({}, ['GUARDIAN_1', 'GUARDIAN_2']));

const with_ = (row: Partial<CaseRow>): CaseFile => ({ ...FULL, case: { ...FULL.case, ...row } });
const talks = (child: Partial<Talk>, guardian: Partial<Talk>): CaseFile => ({
  ...FULL,
  talks: [
    talkRow(FULL.case.id, { with: 'CHILD', ...child }),
    talkRow(FULL.case.id, { with: 'GUARDIAN_1', ...guardian }),
  ],
});

function rowsOf(file: CaseFile) {
  const view = viewOf('guide', file, 'sv', register);
  const { data } = pages.guide.show(view);
  return { view, rows: guide.data.parse(data).rows };
}
const stateAt = (file: CaseFile, verb: string) => rowsOf(file).rows.find((row) => row.verb === verb)?.state;

const CASES: CaseFile[] = [
  ...statesOf(FULL).filter((file) => file.case.status === 'PREPARING' && file.case.safety !== 'RESTRICTED'),
  talks({ wants: ['bup-dalsland'] }, { wants: ['individ-och-familj'] }),
  with_({ ageBand: 'A15_17', childAble: 'NO' }),
  with_({ safety: null, placement: null, needNoticedOn: null }),
];

describe('what is missing', () => {
  it.each(CASES.map((file, n) => [n, file] as const))('case %i: each gate has a row with a button', (_, file) => {
    const { view, rows } = rowsOf(file);
    const missing = missingBeforeKallelse({ ...view, file: view.file ?? file });
    for (const { gate, at } of missing)
      expect(
        rows.some(({ verb }) => verb === `${at}.open` || `${verb.slice(0, -5)}More` === at),
        gate,
      ).toBe(true);
    expect(GATES.length).toBeGreaterThan(0);
  });

  it('the rows stand under the four sittings, each heading once', () => {
    const heads = rowsOf(FULL).rows.flatMap(({ heading }) => heading ?? []);
    expect(heads).toEqual(['Start', 'Efter samtalen', 'Samtycke', 'Kallelse']);
  });
});

describe('different wishes', () => {
  const apart = (child: string[], guardian: string[]) =>
    stateAt(talks({ wants: child }, { wants: guardian }), 'goOn.open');

  it('says which unit it is about to whoever works in the case, and only that they differ in what stands', () => {
    expect(apart(['bup-dalsland'], ['individ-och-familj'])).toContain('BUP Dalsland');
    const file = talks({ wants: ['bup-dalsland'] }, { wants: ['individ-och-familj'] });
    const { data } = pages.guide.show({ ...viewOf('guide', file, 'sv', register), viewer: null });
    const row = guide.data.parse(data).rows.find(({ verb }) => verb === 'goOn.open');
    expect(row).toMatchObject({ label: 'Olika önskemål', state: 'Inte besvarat', button: 'Välj' });
  });

  it('the own unit, and one that nobody calls, are no difference', () => {
    const own = FULL.case.unitId;
    expect(apart(['bup-dalsland', own], ['bup-dalsland'])).toBeUndefined();
    expect(apart(['bup-dalsland', 'habiliteringen'], ['bup-dalsland'])).toBeUndefined();
    expect(apart(['bup-dalsland', 'individ-och-familj'], ['bup-dalsland'])).toBeDefined();
  });
});

describe('no ✓ too early', () => {
  const agreed = (set: Partial<(typeof FULL.meetings)[number]>): CaseFile => ({
    ...FULL,
    meetings: FULL.meetings.map((one) => ({ ...one, familyAgreed: true, ...set })),
  });

  it("the child's part has none until it has times", () => {
    expect(stateAt(agreed({}), 'family.open')).toBe('Ja, men barnets tider saknas');
    expect(stateAt(agreed({ childFrom: '13:00', childTo: '13:20' }), 'family.open')).toBe('Ja ✓');
  });

  it('what cannot begin yet says what comes first', () => {
    expect(stateAt({ ...FULL, consents: [], participants: [], meetings: [] }, 'time.open')).toBe(
      'Kan inte börja än. Först: vilka som kallas',
    );
    expect(stateAt({ ...FULL, consents: [], participants: [], meetings: [] }, 'invite.open')).toBe(
      'Kan inte börja än. Först: samtycke',
    );
    expect(stateAt({ ...FULL, participants: [], meetings: [] }, 'family.open')).toBe(
      'Kan inte börja än. Först: tid och plats',
    );
  });
});

/**
 * What stands in somebody's own chat, of every page and of a case with everything in it: code, state, dates, units by
 * their names in the register, the next step with whom of the staff it says to ring, and buttons. Whatever else a page
 * shows goes to a person who has just pressed; and in a channel, where everybody reads, a unit is said by its kind.
 */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { renderStanding } from '../../bot/engine/render.ts';
import { pages } from '../../bot/pages.ts';
import sv from '../../cards/texts/sv.json' with { type: 'json' };
import type { CaseStatus } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Register } from '../../domain/rows/register.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import { textOf } from '../support/card-json.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { PAGE_NAMES } from '../support/case-views.ts';
import { NO_MORE } from '../support/register-rows.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const startAt = NOW.add({ hours: 24 * 10 });

const unit = (id: string, kind: 'SCHOOL' | 'BUP'): Register['units'][number] => ({
  id,
  name: `Enheten ${id}`,
  kind,
  principal: 'MUNICIPALITY',
  convenes: true,
  functionalMail: null,
  phone: '0521-72 00 00',
  mailDomains: [],
  ...NO_MORE.unit,
});
const register: Register = {
  units: [unit('school-1', 'SCHOOL'), unit('bup-1', 'BUP')],
  people: [
    {
      id: 'lena',
      tenantId: 'tenant-1',
      name: 'Lena Hassel',
      mail: 'lena@bup.example',
      role: 'psykolog',
      unitId: 'bup-1',
      mayCall: false,
      active: true,
      ...NO_MORE.person,
    },
  ],
  places: [{ id: 'room', name: 'Rum Dalbo', mail: null, active: true }],
  channels: [],
  settings: SettingsSchema.parse({}),
};

/** Everything that can be worth a warning, and the child's no; all units of one principal. */
function fullFile(status: CaseStatus, set: Partial<CaseFile['case']> = {}): CaseFile {
  const row = caseRow({
    unitId: 'school-1',
    status,
    ageBand: 'A15_17',
    placement: 'VOLUNTARY',
    excusedRef: 'kanarie',
    ...set,
  });
  const meeting = meetingRow(row.id, {
    status: status === 'PREPARING' ? 'DRAFT' : 'SENT',
    startAt,
    endAt: startAt,
    placeId: 'room',
    familyAgreed: true,
  });
  const consent = { parties: ['school-1', 'bup-1'], originalLocation: 'kanarie' };
  return caseFile(row, {
    talks: [
      talkRow(row.id, {
        words: 'kanarie',
        participation: 'NONE',
        wants: ['bup-1'],
        shares: 'NO',
        interpreter: 'ar',
      }),
      talkRow(row.id, {
        with: 'GUARDIAN_1',
        wants: ['school-1'],
        present: ['GUARDIAN_1'],
        interpreterBooking: 'kanarie',
      }),
      talkRow(row.id, { with: 'GUARDIAN_2', wants: ['school-1'], notReached: ['2027-02-20'], heldOn: null }),
    ],
    consents: [consentRow(row.id, consent), consentRow(row.id, { ...consent, givenBy: 'GUARDIAN_2' })],
    meetings: [meeting],
    participants: [participantRow(meeting.id, { unitId: 'bup-1', personId: 'lena', answer: 'DECLINED' })],
  });
}

/** Texts that may stand, whole or as a part of a line; places between `{` and `}` take anything short. */
const MAY_STAND =
  /^(answer|button|case|caseStatus|cases|check\.title|consent\.(one|blocked|done|withdrawn|soon|ended|turns18|isAdult)|door|doorWhy|err\.(cal|calRefused)|guardian|help|measureState|meetingStatus|missing|more|next|paper|phase|place|row|signer|state|time\.limit|unitKind|meet|print|close\.done|start\.(privacy|worry))\b/;
const WORDS = Object.entries(sv).filter(
  ([key, text]) => MAY_STAND.test(key) && text.replace(/\{[^{}]*\}/g, '').trim() !== '',
);
const PATTERNS = WORDS.map(([, text]) => {
  const flat = text.replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, ' ');
  return new RegExp(`^${flat.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(' ', '.{1,60}')}$`);
});
const DATE =
  /^(v\. \d+|Enheten (school|bup)-1|Lena Hassel, psykolog, 0521-72 00 00|.*\d{1,2} (jan|feb|mars|apr|maj|juni|juli|aug|sep|okt|nov|dec)\w*.*|Rum Dalbo|[A-Z0-9-]{6,12}|Västbusmöte .*)$/;

const mayStand = (part: string): boolean => DATE.test(part) || PATTERNS.some((pattern) => pattern.test(part));

const standing = (page: PageName, file: CaseFile, notice: Posting['notice'] = null): string => {
  const posting = newPosting('00000000-0000-7000-8000-000000000000', {
    kind: 'CASE',
    page,
    notice,
    tenantId: 'tenant-1',
    language: 'sv',
    createdAt: NOW,
  }).set as Posting;
  return textOf(renderStanding(posting, file, { files: [file], total: 1 }, register, NOW));
};

const LIVE = PAGE_NAMES.filter((name) => pages[name].card.live && !name.startsWith('measure') && name !== 'help');

const FILES: [string, CaseFile][] = [
  ['prepared', fullFile('PREPARING')],
  ['on paper only', fullFile('PREPARING', { safety: 'RESTRICTED' })],
  ['called', fullFile('INVITED')],
  ['with a plan, on paper only', fullFile('PLAN_ACTIVE', { safety: 'RESTRICTED' })],
  ['stopped', fullFile('STOPPED')],
];

describe.each(FILES)('4.2, E: a case that is %s', (_, file) => {
  test.each(PAGE_NAMES)('the page %s stands without a word about a person', (page) => {
    if (page.startsWith('measure')) return;
    const said = standing(page, file);
    expect(said.toLowerCase()).not.toContain('kanarie');
    // What everybody is told not to write is no word about anybody.
    for (const key of Object.keys(sv).filter((one) =>
      /^(warn|participation|prot\.(?!note)|child\.|ageBand|interpreter\.)/.test(one),
    ))
      expect(said, key).not.toContain((sv as Record<string, string>)[key]);
  });

  test.each(LIVE)('the live page %s says nothing but codes, states, dates, units, the next step', (page) => {
    const parts = standing(page, file)
      .split(/\n| · | › |\*\*/)
      .map((part) => part.replace(/ ✓$/, '').trim())
      .filter(Boolean);
    expect(parts.filter((part) => !mayStand(part) && !mayStand(`${part} ✓`))).toEqual([]);
  });
});

test('what a page asked is not said on the overview that stands in its place', () => {
  const asked = { key: 'withdraw.ask.KEPT' };
  expect(standing('case', fullFile('INVITED'), asked)).toContain('inget ställs in');
  expect(standing('withdraw', fullFile('INVITED'), asked)).not.toContain('inget ställs in');
});

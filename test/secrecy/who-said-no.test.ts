/**
 * Nobody's answer can be deduced from another's paper or card: all of them are rendered for each reader, with what the
 * child says and signs varied, and nothing differs. What all have in common is the same in every variant.
 */
import { describe, expect, test } from 'vitest';
import { invitationOf } from '../../bot/meeting/invitation.ts';
import { paperOf } from '../../bot/print/paper-of.ts';
import { makeDocument } from '../../documents/documents.ts';
import { withChanges } from '../../domain/changes.ts';
import { signsToo } from '../../domain/child-able.ts';
import type { CaseStatus, Signer } from '../../domain/codes.ts';
import type { DocumentName, PageName } from '../../domain/names.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import type { Talk } from '../../domain/rows/talk.ts';
import { restChanges, withdraw } from '../../domain/withdrawal.ts';
import { consentRow, withdrawalRow } from '../support/case-rows.ts';
import { cardOf, fullFile, NOW, registerWith, viewOf } from '../support/case-views.ts';
import { momentAt } from '../support/moment-at.ts';
import { readPdf } from '../support/read-pdf.ts';
import { SAMIRA } from '../support/sandbox.ts';

const register = registerWith();
const full = fullFile({ ageBand: 'A12_14' }, ['GUARDIAN_1', 'GUARDIAN_2']);
const [meeting] = full.meetings;
const [plan] = full.plans;
const [form] = full.consents;
if (!meeting || !plan || !form) throw new Error('a full file has all of them');

type Answer = { case?: Partial<CaseRow>; talk?: Partial<Talk>; own?: Partial<Consent>; guardian?: Partial<Consent> };
const NARROW = {
  parties: ['elevhalsan', 'individ-och-familj'],
  topics: ['SCHOOL' as const],
  scopes: ['MEETING' as const],
};
const SHORT = { validToOn: form.validToOn?.subtract({ days: 20 }) ?? null };
const SAME = { ...form, id: 'own' };
const told = { childNoAnswer: 'TOLD', childNoRole: 'CONVENER', childNoOn: form.signedOn } as const;

/** What the child can have said and signed where it comes to a kallelse. `not judged` is what is compared with. */
const WIDE: Record<string, Answer> = {
  'not judged, not asked': { case: { childAble: null, childAbleAt: null }, talk: { shares: null } },
  'not able, yes': { case: { childAble: 'NO' }, talk: { shares: 'YES' } },
  'not able, no, and told': { case: { childAble: 'NO', ...told }, talk: { shares: 'NO' } },
  'not able, not all, and changed': { case: { childAble: 'NO', childNoAnswer: 'CHANGED' }, talk: { shares: 'PARTLY' } },
  'in doubt, and signed': { case: { childAble: 'UNSURE' }, own: SAME },
  'able, and signed': { case: { childAble: 'YES' }, talk: { shares: 'YES' }, own: SAME },
  'able, and signed though it had said not all': { case: { childAble: 'YES' }, talk: { shares: 'PARTLY' }, own: SAME },
  'a yes in writing from before': {
    talk: { ownConsent: 'YES', ownConsentOn: form.signedOn, ownConsentMethod: 'PAPER' },
  },
  'a no from before': { case: { childNoReason: 'NOT_MATURE' }, talk: { shares: null, ownConsent: 'NO' } },
};
/** The same that is left, whoever left the rest out. */
const LESS: Record<string, Answer> = {
  'a guardian’s form says less': { case: { childAble: 'YES' }, own: SAME, guardian: { ...NARROW, ...SHORT } },
  'the child’s form says less': { case: { childAble: 'YES' }, own: { ...SAME, ...NARROW, ...SHORT } },
  'the child’s, in doubt': { case: { childAble: 'UNSURE' }, own: { ...SAME, ...NARROW, ...SHORT } },
};

const STATES: [CaseStatus, Partial<CaseFile>][] = [
  ['PREPARING', { meetings: [{ ...meeting, familyAgreed: true }] }],
  ['INVITED', { meetings: [{ ...meeting, familyAgreed: true, status: 'SENT', sentAt: NOW }] }],
  ['PLAN_ACTIVE', { meetings: [{ ...meeting, status: 'HELD', sentAt: NOW }], plans: [{ ...plan, lockedAt: NOW }] }],
];

const SAMIRAS = full.measures.map((measure) => ({ ...measure, unitId: SAMIRA.unitId, personId: SAMIRA.id }));
function fileWith({ case: row, talk, own, guardian }: Answer, [status, more]: (typeof STATES)[number]): CaseFile {
  const consents = full.consents.map((one) => (one.givenBy === 'GUARDIAN_2' ? { ...one, ...guardian } : one));
  return {
    ...full,
    ...more,
    measures: SAMIRAS,
    case: { ...full.case, ...row, status },
    talks: full.talks.map((one) => ({ ...one, ...talk })),
    consents: own ? [...consents, consentRow(full.case.id, { ...own, givenBy: 'YOUTH' })] : consents,
  };
}

/** What guardians and parties are handed. The child's own form and the staff's own papers are nobody else's to read. */
const PAPERS: DocumentName[] = [
  'information',
  'guardian-questions',
  'consent-form',
  'family-invitation',
  'party-summons',
  'plan-family',
  'plan-parties',
];
const CARDS: PageName[] = ['measure', 'measure-open', 'plan', 'delivered', 'delivered-open', 'own-text'];

/** In a state, as read by all of them: what is compared with is drawn once. */
const drawn = new Map<string, Promise<Record<string, string>>>();
function readOf(answer: Answer, state: (typeof STATES)[number]): Promise<Record<string, string>> {
  const key = JSON.stringify([answer, state[0]]);
  const known = drawn.get(key) ?? readBy(fileWith(answer, state));
  drawn.set(key, known);
  return known;
}

/** For the guardians and the parties: each paper in words, each card that somebody of a party comes to, the event. */
async function readBy(file: CaseFile): Promise<Record<string, string>> {
  const moment = momentAt(file, NOW);
  const papers = await Promise.all(
    PAPERS.map(async (name) => {
      const asked = { document: name, about: null };
      const { pdf } = await makeDocument(name, (language) => paperOf({ ...moment, register }, asked, language));
      return [name, (await readPdf(pdf)).text] as const;
    }),
  );
  const samira = register.people.find(({ id }) => id === SAMIRA.id) ?? null;
  const cards = CARDS.flatMap((page) =>
    [samira, null].map((viewer) => {
      const view = viewOf(page, file, 'sv', register);
      const posting = { ...view.posting, id: 'p', turn: 't' };
      return [
        `${page} ${viewer ? 'for the party' : 'standing'}`,
        JSON.stringify(cardOf(page, { ...view, posting, viewer })),
      ] as const;
    }),
  );
  return Object.fromEntries([...papers, ...cards, ['the event', JSON.stringify(invitationOf(file, register))]]);
}

describe.each(STATES)('barnkonventionen 12: nobody can tell what the child said: %s', (...state) => {
  describe.each([
    ['all of it', WIDE],
    ['less', LESS],
  ])('%s', (_, answers) => {
    const [[, first = {}] = [], ...others] = Object.entries(answers);
    test.each(others)('%s', { timeout: 60_000 }, async (__, answer) => {
      expect(await readOf(answer, state)).toEqual(await readOf(first, state));
    });
  });
});

const TO_GUARDIANS = ['information', 'consent-form', 'family-invitation', 'plan-family'];
const ABLE: Answer = { case: { childAble: 'YES' }, own: SAME };

describe.each(STATES)('when another’s yes ends is on no paper that a guardian is handed: %s', (...state) => {
  test.each<[string, Answer, Answer]>([
    ['the other guardian’s', { guardian: SHORT }, {}],
    ['the child’s', { ...ABLE, own: { ...SAME, ...SHORT } }, ABLE],
  ])('%s', { timeout: 60_000 }, async (_, sooner, later) => {
    const handed = async (said: Answer) => {
      const papers = await readOf(said, state);
      return TO_GUARDIANS.map((name) => papers[name]);
    };
    expect(await handed(sooner)).toEqual(await handed(later));
  });
});

test('and the papers do say what all have in common', async () => {
  const [invited] = STATES.slice(1);
  if (!invited) throw new Error('no state');
  const wide = await readOf(WIDE['able, and signed'] ?? {}, invited);
  expect(await readOf(LESS['the child’s form says less'] ?? {}, invited)).not.toEqual(wide);
});

describe('barnkonventionen 12: nobody can tell who said no: the card of a case that rests', () => {
  const invited = STATES[1];
  if (!invited) throw new Error('no state');
  const file = fileWith({ case: { childAble: 'YES' }, own: SAME }, invited);
  const standing = (after: CaseFile) => {
    const view = viewOf('case', after, 'sv', register);
    return JSON.stringify(cardOf('case', { ...view, viewer: null }));
  };

  test('somebody does not sign, or they have too little in common: the same sentence and nothing else', () => {
    const [notSigned = '', tooLittle] = (['NOT_SIGNED', 'TOO_LITTLE'] as const).map((reason) =>
      standing(withChanges(file, restChanges(file, reason))),
    );
    expect(notSigned).toContain('Alla underskrifter finns inte. Mötet blir inte av nu.');
    expect(tooLittle).toBe(notSigned);
    const childSaid = { ...file, talks: file.talks.map((talk) => ({ ...talk, shares: 'NO' as const })) };
    expect(standing(withChanges(childSaid, restChanges(childSaid, 'NOT_SIGNED')))).toBe(notSigned);
  });

  test.each(['ALL', 'PARTY', 'TOPIC', 'SCOPE'] as const)('%s is taken back: the same, whoever did', (scope) => {
    expect(signsToo(file.case)).toBe(true);
    const part = { unitId: 'bup-dalsland', topic: 'SCHOOL', ofScope: 'PLAN_COPY' } as const;
    const [guardian, child] = (['GUARDIAN_1', 'YOUTH'] as Signer[]).map((givenBy) => {
      const row = withdrawalRow(file.case.id, {
        scope,
        givenBy,
        unitId: scope === 'PARTY' ? part.unitId : null,
        topic: scope === 'TOPIC' ? part.topic : null,
        ofScope: scope === 'SCOPE' ? part.ofScope : null,
        recordedAt: NOW.add({ hours: 1 }),
      });
      return standing(withChanges(file, withdraw(momentAt(file, NOW), row).changes));
    });
    expect(child).toBe(guardian);
  });
});

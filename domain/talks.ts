/** When a talk counts as held. Both talks come before the kallelse (Vänersborg's routine); their order is free. */
import type { Guardian, Signer, TalkPartner } from './codes.ts';
import { currentMeeting, participantsOf } from './current.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Talk } from './rows/talk.ts';
import { newTalk } from './rows/talk.ts';

/** The newest with each: what was said before an earlier plan is history. */
export const talksNow = ({ talks }: Pick<CaseFile, 'talks'>): Talk[] =>
  talks.filter((talk) => !talks.some((other) => other.with === talk.with && other.round > talk.round));

export const talkWith = (file: Pick<CaseFile, 'talks'>, partner: TalkPartner): Talk | undefined =>
  talksNow(file).find((talk) => talk.with === partner);

/** Before which plan the case is: 1 the first, 2 its follow-up, and so on. */
export const roundOf = ({ plans }: Pick<CaseFile, 'plans'>): number =>
  1 + plans.filter(({ lockedAt }) => lockedAt !== null).length;

/** There is one row per talk partner and round; the first comes to be when its page is first saved. */
export function talkChange(file: CaseFile, partner: TalkPartner, newId: string, set: Partial<Talk>): Change {
  const known = talkWith(file, partner);
  if (known) return { in: 'talk', id: known.id, set };
  return { in: 'talk', id: newId, set: { ...newTalk({ id: newId, caseId: file.case.id, with: partner }), ...set } };
}

/**
 * A guardian is heard in a talk of their own, or in one where they were present, once the information sheet was gone
 * through.
 */
export const isGuardianHeard = (file: Pick<CaseFile, 'talks'>, guardian: Guardian): boolean =>
  file.talks.some(
    (talk) =>
      talk.with !== 'CHILD' &&
      talk.heldOn !== null &&
      talk.informed &&
      (talk.with === guardian || talk.present.includes(guardian)),
  );

/** The talk did not take place, and why. Nobody of age can be planned for without having been talked with. */
const isException = (outcome: string | null, youth: boolean): boolean =>
  !youth && (outcome?.startsWith('EXCEPTION') ?? false);

/** Held, adapted or declined by the child, with its day; or an exception with its reason. Before any of the plans. */
export const isChildHeard = ({ talks }: Pick<CaseFile, 'talks'>, youth: boolean): boolean =>
  talks.some(
    ({ with: partner, outcome, heldOn }) =>
      partner === 'CHILD' &&
      outcome !== null &&
      (outcome.startsWith('EXCEPTION') ? isException(outcome, youth) : heldOn !== null),
  );

/** Asked and informed, or an exception that says why not. */
export const isChildInformed = ({ talks }: Pick<CaseFile, 'talks'>, youth: boolean): boolean =>
  talks.some(
    ({ with: partner, informed, outcome }) => partner === 'CHILD' && (informed || isException(outcome, youth)),
  );

/** The child's words are shown to others only after the child's yes. */
export const wordsForMeeting = (file: Pick<CaseFile, 'talks'>): string | null => {
  const talk = talkWith(file, 'CHILD');
  return talk?.wordsMayBeShown ? talk.words : null;
};

/**
 * Whom a signer wanted there: said in a talk of their own, or in one where they were present. Never what was said in
 * somebody else's.
 */
const wantsOf = (file: Pick<CaseFile, 'talks'>, signer: Signer): string[] =>
  talksNow(file)
    .filter(
      (talk) =>
        talk.with === (signer === 'YOUTH' ? 'CHILD' : signer) ||
        (talk.with !== 'CHILD' && talk.present.some((role) => role === signer)),
    )
    .flatMap(({ wants }) => wants);

/**
 * Units that the child wants there and a guardian does not, or the other way round: which they are, never who wants
 * whom. The own unit is there whatever is wished, and once it is chosen who is called, one that nobody calls is no
 * difference.
 */
export function unitsWishedApart(file: CaseFile, guardians: readonly Signer[]): string[] {
  const child = talkWith(file, 'CHILD')?.wants ?? [];
  const called = participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId);
  const apart = guardians.flatMap((guardian) => {
    const theirs = wantsOf(file, guardian);
    if (child.length === 0 || theirs.length === 0) return [];
    return [...child, ...theirs].filter((unit) => child.includes(unit) !== theirs.includes(unit));
  });
  const counts = (unit: string) => unit !== file.case.unitId && (called.length === 0 || called.includes(unit));
  return [...new Set(apart)].filter(counts);
}

export const doTalksDiffer = (file: CaseFile, guardians: readonly Signer[]): boolean =>
  unitsWishedApart(file, guardians).length > 0;

/** Their invitation says something else by now: it is to be given once more. */
export const givenAnew = (
  file: Pick<CaseFile, 'talks'>,
  isTheirs: (who: TalkPartner) => boolean = () => true,
): Change[] =>
  talksNow(file)
    .filter((talk) => isTheirs(talk.with))
    .map(({ id }): Change => ({ in: 'talk', id, set: { invitedOn: null, reachedOn: null } }));

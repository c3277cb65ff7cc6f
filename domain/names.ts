/**
 * Names that tie the rooms together: they stand in rows, on cards and in the queue, so a name that is in use never
 * changes. What each stands for is in one table under bot/ (`steps.ts`, `pages.ts`, `effects.ts`), and no table
 * compiles with a name too few or too many.
 */

/** For names from outside and from the database: `constructor` names nothing, nor does what an older program knew. */
export const findIn = <V>(table: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The same table under somebody's own name: `.open` of `guardian1` is `guardian1.open`. */
export const under = <P extends string, T extends object>(prefix: P, table: T) =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [`${prefix}${name}`, value])) as {
    [K in keyof T & string as `${P}${K}`]: T[K];
  };

export type GuardianPage = 'guardian1' | 'guardian2';
/** The short talks before a follow-up, of which `anew` is the list. */
export type AnewPage = 'anew1' | 'anew2' | 'anewChild';
export type ConsentPage = 'consent1' | 'consent2' | 'consentYouth' | 'consentBoard';

/** Pages that have a button to open them, `start.open`: what a gate, a gap or a row of the guide leads to. */
export type OpenPage =
  | ('guide' | 'start' | 'startMore' | 'allOnPaper' | 'print' | 'more' | 'moreCase' | 'team' | 'handover' | 'close')
  | (GuardianPage | 'child' | 'childMore' | 'childAble' | 'protection' | 'lift')
  | (ConsentPage | 'refuse' | 'goOn' | 'withdraw')
  | ('invite' | 'time' | 'family' | 'check' | 'preview' | 'told' | 'given')
  | ('answers' | 'move' | 'moved' | 'cancel' | 'notHeld' | 'childAbsent' | 'childVoice')
  | ('attendance' | 'childGoal' | 'needs' | 'goals' | 'review' | 'measures')
  | ('responsibility' | 'openPoints' | 'closing' | 'nextTime')
  | ('homes' | 'tellChild' | 'hand')
  | ('anew' | AnewPage)
  | 'deviations';

export type PageName =
  | ('paused' | 'screen')
  | OpenPage
  | ('help' | 'propose' | 'paper' | `cases${'' | 2 | 3 | 4 | 5}`)
  | (`${GuardianPage | 'child'}Practical` | `${GuardianPage}Excuse` | `${ConsentPage}Scope`)
  | (
      | 'time-searching'
      | 'nextTime-searching'
      | 'time-more'
      | 'missing'
      | 'case'
      | 'moveCheck'
      | 'readback'
      | 'measureMore'
      | 'notKept'
    )
  | ('plan' | 'deviation' | 'measure' | 'measure-open')
  | ('delivered' | 'delivered-open' | 'own-text' | 'let-in');

/** A page as a posting has it. It may be of something (`plan:1` is version 1); a line is one sentence and no page. */
export type PageRef =
  | PageName
  | `${'paused' | 'screen' | 'print'}:${string}`
  | `${GuardianPage | 'child'}Practical:family`
  | `${'plan' | 'delivered' | 'deviation' | 'readback' | 'measureMore' | PlanRowsPage}:${string}`
  | 'line';

/** Pages of the meeting that write one kind of row of the plan (`domain/plan-rows.ts`). */
export type PlanRowsPage = 'needs' | 'goals' | 'measures' | 'openPoints';

/** What a page or a button is called, apart from what it is of: `measure.change` of `measure.change:7`. */
export const nameIn = (ref: string): string => ref.split(':', 1)[0] ?? '';
export const partIn = (ref: string): string | null => (ref.includes(':') ? ref.slice(ref.indexOf(':') + 1) : null);

/**
 * A field's id on a card, `start.ageBand`: it belongs to one page, since a client may keep what a field held for one of
 * the same id on the next card.
 */
export const fieldOn = (page: PageRef, field: string): string => `${nameIn(page)}.${field}`;
/** The field of an id, also of one from before a page stood in it. */
export const fieldIn = (id: string): string => id.slice(id.indexOf('.') + 1);

/** A paper (`documents/`) that is offered under "Skriv ut". */
export type OfferedDocument =
  | ('print-pack' | 'paper-pack' | 'guardian-questions' | 'child-questions' | 'information')
  | ('consent-form' | 'child-consent' | 'consent-given' | 'withdrawal-receipt' | 'code-slip')
  | ('family-invitation' | 'child-invitation' | 'party-summons')
  | ('plan' | 'plan-family' | 'plan-parties' | 'plan-file' | 'plan-blank' | 'chair-script')
  | ('child-page' | 'adult-care');
/** The draft of a deviation has a page of its own. */
export type DocumentName = OfferedDocument | 'deviation';

/** A button, in the order of `steps.ts`. */
export type Verb =
  | 'row.undo'
  | 'readback.back'
  | `${OpenPage}.open`
  | `case.${'new' | 'list' | 'show' | 'follow' | 'resume'}`
  | `cases.${'more' | 'ages'}`
  | 'propose.send'
  | `${'start' | 'protection' | 'goOn' | 'family' | 'told' | 'given' | 'answers'}.${'save' | 'back'}`
  | `startMore.${'save' | 'back' | 'paper'}`
  | `allOnPaper.${'save' | 'back'}`
  | `${GuardianPage | 'child'}.${'save' | 'back' | 'practical' | 'savePractical' | 'delivery'}`
  | `${GuardianPage}.${'rang' | 'excuse' | 'tried' | 'saveExcuse' | 'undoExcuse'}`
  | `${GuardianPage}Excuse.back`
  | `${GuardianPage | 'child'}Practical.back`
  | `${'childMore' | 'childAble'}.${'save' | 'back'}`
  | 'childMore.able'
  | 'ownForm.stands'
  | `${'lift' | 'team' | 'handover' | 'close' | 'withdraw' | 'childVoice'}.save`
  | `${ConsentPage}.${'save' | 'back' | 'sent' | 'record'}`
  | `${ConsentPage}Scope.back`
  | `print.${OfferedDocument}`
  | 'sibling.new'
  | `refuse.${'save' | 'youth'}`
  | `invite.${'save' | 'back'}`
  | `time.${'byHand' | 'more' | 'save' | 'back'}`
  | `kallelse.${'send' | 'retry'}`
  | `move.${'save' | 'back' | 'send'}`
  | 'moveCheck.back'
  | `cancel.${'keep' | 'send'}`
  | 'calendar.cleared'
  | 'link.byHand'
  | `moved.${'save' | 'back'}`
  | 'childAbsent.move'
  | 'meeting.open'
  | `meeting.${'pause' | 'resume' | 'breakOff'}`
  | `screen.${'open' | 'back'}`
  | 'attendance.all'
  | `${'attendance' | 'childGoal' | 'review' | 'responsibility' | 'closing'}.${'save' | 'back'}`
  | 'notHeld.save'
  | 'responsibility.points'
  | 'closing.time'
  | `nextTime.${'search' | 'save' | 'back'}`
  | 'readback.more'
  | `${'needs' | 'goals' | 'measures' | 'openPoints'}.${'next' | 'back' | 'more'}`
  | `${'need' | 'goal' | 'measure' | 'openPoint'}.${'add' | 'change' | 'remove'}`
  | 'measure.more'
  | `measureMore.${'save' | 'back'}`
  | `plan.${'lock' | 'show' | 'version' | 'more' | 'measureDone'}`
  | `measure.${'show' | 'close' | 'done'}`
  | `homes.${'save' | 'back'}`
  | `tellChild.${'save' | 'back' | 'print'}`
  | 'hand.save'
  | `copy.${'show' | 'more' | 'close' | 'text' | 'moreText' | 'filed' | 'colleague' | 'letIn' | 'letOut'}`
  | `followUp.${'call' | 'leave'}`
  | `${AnewPage}.${'save' | 'back'}`
  | `consentBefore.${'stands' | 'renewed' | 'notExtended'}`
  | 'deviations.choose'
  | `deviation.${'print' | 'registered' | 'notNeeded'}`;

/** Buttons of the rows of a plan that is being written: each is of a row, by its number. */
export type RowVerb = `${'need' | 'goal' | 'measure' | 'openPoint'}.${'change' | 'remove'}`;

/** What is done outside the database, after the commit. */
export type EffectName =
  | 'card'
  | 'find-times'
  | 'book-meeting'
  | 'subscribe'
  | 'read-answers'
  | 'move-meeting'
  | 'cancel-stray'
  | 'update-attendees'
  | 'clear-place';

/** Nobody waits for these, whatever they come of (`Effect.waitedFor`). */
export const BACKGROUND_EFFECTS: readonly EffectName[] = ['subscribe', 'read-answers'];

/** What came of it; `givenUp` is said of what was due. */
export type ResultName =
  | 'givenUp'
  | `card.${'sent' | 'notSent'}`
  | `times.${'found' | 'notFound'}`
  | `kallelse.${'sent' | 'waiting' | 'notSent' | 'stopped'}`
  | 'subscribed'
  | `answers.${'read' | 'notRead'}`
  | `move.${'sent' | 'waiting' | 'notSent' | 'stopped'}`
  | `cancel.${'told' | 'notTold'}`
  | `attendees.${'updated' | 'waiting' | 'notUpdated'}`
  | 'place.stands';

/** What is planned for a point in time. */
export type DueKind =
  | 'meeting.opens'
  | 'meeting.asks'
  | 'answers.check'
  | 'consent.watch'
  | 'followUp.remind'
  | 'tellChild.remind'
  | 'followUp.day'
  | 'card.waits'
  | 'subscription.renew';

/** What somebody can type: each has its rows in `steps.ts` and its line on the help card, in this order. */
export const WORD_NAMES = ['start', 'cases', 'help', 'language', 'swedish', 'english', 'channel'] as const;
/** A worry is asked of nobody: what is typed stays in the chat (OSL 40:7 g). Where it is told stands on the card itself. */
export type WordName = (typeof WORD_NAMES)[number] | 'concern';

/** What the client says of the chat itself. */
export type EventName = 'installed' | 'submitted' | 'attached';

/** What Graph says. */
export type NotificationName = 'event.changed' | 'subscription.lost';

/** How an act went, as it stands in the audit. */
export type OutcomeCode =
  | ('ok' | 'unchanged' | 'kept' | 'modeChanged' | 'mayNotCall' | 'REGISTERED' | 'NOT_NEEDED')
  // not theirs, or not here
  | ('unknown' | 'expired' | 'old' | 'notInRegister' | 'noAccess' | 'notPersonal' | 'notOurs' | 'malformed')
  | 'tooMuch'
  | ('noChat' | 'noPosting')
  // what was filled in
  | (
      | 'invalid'
      | 'rowChanged'
      | 'nameWarning'
      | 'wordWarning'
      | 'secondMove'
      | 'whatFollows'
      | 'onlyOne'
      | 'inUse'
      | 'nothing'
      | 'nobody'
    )
  // not now
  | ('missing' | 'gaps' | 'paperOnly' | 'noConsent' | 'consentEnded' | 'noParticipants' | 'noTalk' | 'noTime')
  | ('tooEarly' | 'tooLate' | 'later' | 'over' | 'gone' | 'moved' | 'older' | 'other' | 'others' | 'otherEvent')
  | ('stopped' | 'dead' | 'notSent' | 'notWaiting' | 'notRestricted' | 'notOffered' | 'notFollowed' | 'notExtended')
  | ('notTalked' | 'doubtful' | 'notCovered')
  | ('notBetween' | 'mayNotLeave' | 'alreadyDone' | 'nothingToMove' | 'nothingToChoose');

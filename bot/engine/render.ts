/**
 * The one place that renders: a page of a posting, for a viewer who has just been checked, or for everybody (a message
 * that stands).
 */
import type { Temporal } from 'temporal-polyfill';
import { buildCard } from '../../cards/frame.ts';
import { neutralLine } from '../../cards/posting/neutral-line.ts';
import { isTextKey, say, type TextKey, type Voice, voiceOf } from '../../cards/texts/say.ts';
import { sayPersonWithPhone, withPhones } from '../../cards/texts/say-phone.ts';
import { maySeeMeasureOf, mayView } from '../../domain/access.ts';
import type { Language } from '../../domain/codes.ts';
import { isYouth } from '../../domain/consent.ts';
import { dayOf } from '../../domain/days.ts';
import { personOf } from '../../domain/in-register.ts';
import { meetingEnds } from '../../domain/meeting-ends.ts';
import { findIn, nameIn, type PageRef } from '../../domain/names.ts';
import type { Card, CaseList } from '../../domain/ports.ts';
import { homePage, pageNow } from '../../domain/posting.ts';
import { isQuiet } from '../../domain/quiet.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Person, Register } from '../../domain/rows/register.ts';
import { UNREADABLE } from '../../domain/unreadable.ts';
import type { Act, InputValues, KeptSay, Page, Remembered, View } from '../act.ts';
import { pages } from '../pages.ts';
import { wordsOf } from './decide.ts';
import { findStep } from './find-step.ts';

const voiceFor = (language: Language, file: CaseFile | null, now: Temporal.Instant): Voice =>
  voiceOf(language, file !== null && isYouth(file.case, dayOf(now)));

/** A page may be of something: `plan:1` is the page `plan`, of version 1. */
export const pageOf = (page: PageRef): Page | undefined => findIn(pages, nameIn(page));

/** Updated at once when the case changes: no inputs, no typed words. */
export const isLive = (page: PageRef): boolean => pageOf(page)?.card.live ?? false;

export const hasInputs = (page: PageRef): boolean => pageOf(page)?.card.form !== undefined;

type Answering = {
  act: Act;
  posting: Posting | null;
  person: Person | null;
  file: CaseFile | null;
  listed: CaseList;
  register: Register;
  remembered: Remembered;
  now: Temporal.Instant;
  publicUrl: string;
};

/** What somebody had typed when the meeting ended: once it is withdrawn it is shown no more, to a repeat either. */
const isGone = ({ glimpse }: Remembered, file: CaseFile | null): boolean =>
  glimpse === 'notKept' && file !== null && meetingEnds(file) === 'err.typedStopped';

/**
 * Nothing where an older program's row names a text that is there no more. Somebody of the staff stands in a row by id,
 * and is named here.
 */
function sayKept(language: Voice, register: Register, kept: KeptSay | null | undefined): string | undefined {
  if (!kept || !isTextKey(kept.key)) return undefined;
  const { personId, ...values } = kept.values ?? {};
  if (personId === undefined) return say(language, kept.key, values);
  const person = personOf(register, String(personId));
  return person && say(language, kept.key, { ...values, who: sayPersonWithPhone(language, register, person) });
}

/** The sentence about what just happened, with whom it says to ring. */
function sayNotice({ file, ...view }: View, kept: KeptSay | null | undefined): string | undefined {
  const said = sayKept(view.language, view.register, kept);
  return said && file && kept && isTextKey(kept.key) ? withPhones({ ...view, file }, kept.key, said) : said;
}

/** A neutral card of one sentence, without buttons. */
function renderLine({ settings }: Register, language: Voice, next = say(language, 'err.expired')): Card {
  return buildCard(
    neutralLine,
    { title: settings.meetingWord, next },
    { language, page: 'line', posting: '', turn: '' },
  );
}

/** Sentences at the fields. What a text `error.…` says must be corrected; every other one only asks. */
function sayAtFields(language: Voice, register: Register, errors: Record<string, KeptSay>) {
  const said = (isError: boolean) =>
    Object.fromEntries(
      Object.entries(errors).flatMap(([field, kept]) => {
        const sentence = kept.key.startsWith('error.') === isError ? sayKept(language, register, kept) : undefined;
        return sentence === undefined ? [] : [[field, sentence]];
      }),
    );
  return { errors: said(true), warnings: said(false) };
}

/**
 * What somebody typed stays in the fields of a page that was not accepted, in the answer to that person only. A field
 * that is left empty says again that what stood there cannot be read.
 */
const typedIn = (act: Act, values: InputValues = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries((act.data ?? {}) as Record<string, unknown>).filter(
      (pair): pair is [string, string] =>
        typeof pair[1] === 'string' && !(pair[1] === '' && values[pair[0]] === UNREADABLE),
    ),
  );

export function renderAnswer({
  act,
  posting,
  person,
  file,
  listed,
  register,
  remembered,
  now,
  publicUrl,
}: Answering): Card {
  const today = dayOf(now);
  const own = posting?.language ?? register.settings.defaultLanguage;
  const conversationId = act.at?.conversationId ?? null;
  if (!posting || !mayView({ posting, person, conversationId, file, today }))
    return renderLine(
      register,
      own,
      sayKept(own, register, remembered.notice) ?? say(own, posting ? 'err.noAccess' : 'err.expired'),
    );
  const language = voiceFor(own, file, now);
  if (posting.line) return renderLine(register, language, sayKept(language, register, posting.line));
  const asked = (isGone(remembered, file) ? undefined : remembered.glimpse) ?? pageNow(posting.page, file);
  // A measure's content is for fewer than its card.
  const isOpen = posting.kind !== 'MEASURE' || (person !== null && maySeeMeasureOf(person, file, posting, today));
  const shown = isOpen ? asked : 'measure';
  const page = pageOf(shown);
  if (!page) return renderLine(register, language);
  const typed = asked === 'notKept' ? wordsOf(findStep(act).step, act) : [];
  const view: View = { posting, file, listed, viewer: person, register, language, now, today, typed, publicUrl };
  const picture = page.show(view);
  const { errors } = remembered;
  return buildCard(page.card, picture.data, {
    language,
    page: shown,
    posting: posting.id,
    turn: posting.turn,
    values: { ...picture.values, ...(errors || remembered.keepTyped ? typedIn(act, picture.values) : {}) },
    notice: sayNotice(view, remembered.notice),
    ...(errors ? sayAtFields(language, register, errors) : {}),
  });
}

/** The message as it stands in a chat or channel for everybody: never a typed word. */
export function renderStanding(
  posting: Posting,
  file: CaseFile | null,
  listed: CaseList,
  register: Register,
  now: Temporal.Instant,
): Card {
  const language = voiceFor(posting.language, file, now);
  if (posting.line) return renderLine(register, language, sayKept(language, register, posting.line));
  // What others' acts have said of the case waits until the meeting has ended.
  const isAtTable = file !== null && isQuiet(file, now);
  const asked = pageNow(posting.page, file);
  const { card, stands } = pageOf(asked) ?? {};
  const shown = card?.live || stands ? asked : homePage(file);
  const page = pageOf(shown);
  if (!page) return renderLine(register, language);
  const today = dayOf(now);
  const view: View = { posting, file, listed, viewer: null, typed: [], register, language, now, today, publicUrl: '' };
  const { data, values } = page.show(view);
  return buildCard(page.card, data, {
    language,
    page: shown,
    posting: posting.id,
    turn: posting.turn,
    // What was said on a page that does not stand is not said of the overview in its place.
    notice: shown === asked && page.card.live && !isAtTable ? sayNotice(view, posting.notice) : undefined,
    ...(values ? { values } : {}),
  });
}

/** Both languages: whose card it was could not be read. */
export const renderSurprise = (key: TextKey): string => `${say('sv', key)} / ${say('en', key)}`;

/** The same as a message of its own. */
export const renderInVain = (key: TextKey): Card =>
  buildCard(
    neutralLine,
    { title: renderSurprise('err.inVain'), next: renderSurprise(key) },
    { language: 'sv', page: 'line', posting: '', turn: '' },
  );

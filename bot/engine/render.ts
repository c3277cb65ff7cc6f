/**
 * The one place that renders: a page of a posting, for a viewer who has just been checked, or for everybody (a message
 * that stands).
 */
import type { Temporal } from 'temporal-polyfill';
import { buildCard } from '../../cards/frame.ts';
import { neutralLine } from '../../cards/posting/neutral-line.ts';
import { isTextKey, say, type TextKey, type Voice, voiceOf } from '../../cards/texts/say.ts';
import { mayView } from '../../domain/access.ts';
import { neutralPage } from '../../domain/card-content.ts';
import type { Language } from '../../domain/codes.ts';
import { isYouth } from '../../domain/consent.ts';
import { dayOf } from '../../domain/days.ts';
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

/** Nothing where an older program's row names a text that is there no more. */
const sayKept = (language: Voice, kept: KeptSay | null | undefined): string | undefined =>
  kept && isTextKey(kept.key) ? say(language, kept.key, kept.values) : undefined;

/** A neutral card of one sentence, without buttons. */
function renderLine({ settings }: Register, language: Voice, next = say(language, 'err.expired')): Card {
  return buildCard(neutralLine, { title: settings.meetingWord, next }, { language, posting: '', turn: '' });
}

/** Sentences at the fields. What a text `error.…` says must be corrected; every other one only asks. */
function sayAtFields(language: Voice, errors: Record<string, KeptSay>) {
  const said = (isError: boolean) =>
    Object.fromEntries(
      Object.entries(errors).flatMap(([field, kept]) => {
        const sentence = kept.key.startsWith('error.') === isError ? sayKept(language, kept) : undefined;
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
  const looking = posting && { posting, person, conversationId, file, today };
  if (!posting || !looking || !mayView(looking))
    return renderLine(
      register,
      own,
      sayKept(own, remembered.notice) ?? say(own, posting ? 'err.noAccess' : 'err.expired'),
    );
  const language = voiceFor(own, file, now);
  const notice = sayKept(language, remembered.notice);
  if (posting.line) return renderLine(register, language, sayKept(language, posting.line));
  const asked = (isGone(remembered, file) ? undefined : remembered.glimpse) ?? pageNow(posting.page, file);
  const page = pageOf(neutralPage(looking) ?? asked);
  if (!page) return renderLine(register, language);
  const typed = asked === 'notKept' ? wordsOf(findStep(act).step, act) : [];
  const view: View = { posting, file, listed, viewer: person, register, language, now, today, typed, publicUrl };
  const picture = page.show(view);
  const { errors } = remembered;
  return buildCard(page.card, picture.data, {
    language,
    posting: posting.id,
    turn: posting.turn,
    values: { ...picture.values, ...(errors || remembered.keepTyped ? typedIn(act, picture.values) : {}) },
    notice,
    ...(errors ? sayAtFields(language, errors) : {}),
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
  if (posting.line) return renderLine(register, language, sayKept(language, posting.line));
  // What others' acts have said of the case waits until the meeting has ended.
  const isAtTable = file !== null && isQuiet(file, now);
  const asked = pageOf(pageNow(posting.page, file));
  const page = asked && (asked.card.live || asked.stands) ? asked : pageOf(homePage(file));
  if (!page) return renderLine(register, language);
  const { data, values } = page.show({
    posting,
    file,
    listed,
    viewer: null,
    typed: [],
    register,
    language,
    now,
    today: dayOf(now),
    publicUrl: '',
  });
  return buildCard(page.card, data, {
    language,
    posting: posting.id,
    turn: posting.turn,
    notice: page.card.live && !isAtTable ? sayKept(language, posting.notice) : undefined,
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
    { language: 'sv', posting: '', turn: '' },
  );

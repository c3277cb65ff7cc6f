import { sayDayOfYear } from '../../cards/texts/dates.ts';
import { sayPartner, sayUnitKind } from '../../cards/texts/labels.ts';
import { say, type Voice, voiceOf } from '../../cards/texts/say.ts';
import type { Paper } from '../../documents/paper.ts';
import { checkedNumber, moreNumbers } from '../../domain/acute-numbers.ts';
import { ownFormCounts } from '../../domain/child-answer.ts';
import { CONSEQUENCES, type Guardian, type Language } from '../../domain/codes.ts';
import { consentEndsOn, hasScope, isYouth, mayOwnSign, requiredSigners } from '../../domain/consent.ts';
import { currentMeeting, meetingDay } from '../../domain/current.ts';
import { deviationOf } from '../../domain/deviations.ts';
import { unitsOnForm } from '../../domain/form-order.ts';
import { joinsFromAfar } from '../../domain/from-afar.ts';
import { approachable, isPaperOnly } from '../../domain/gates.ts';
import { personOf, unitOf } from '../../domain/in-register.ts';
import { interpretingOf } from '../../domain/interpreters.ts';
import type { Moment } from '../../domain/moment.ts';
import { askedIn, isPlanPaper, mayNameFamily, packBeginsWith, planToPrint } from '../../domain/papers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { PrintLink } from '../../domain/rows/print-link.ts';
import type { Register } from '../../domain/rows/register.ts';
import { isAgreementConfirmed } from '../../domain/sources.ts';
import { talkWith } from '../../domain/talks.ts';
import { childPageOf } from './child-page-of.ts';
import { meetingOf } from './meeting-of.ts';
import { givenOf, receiptOf } from './own-answers-of.ts';
import { planOf } from './plan-of.ts';
import { scriptOf } from './script-of.ts';

/** The deviation that a link is about, with what it led to where that was chosen. */
function deviationOn(moment: Moment, voice: Voice, about: string | null): Paper['deviation'] {
  const [key = '', consequence] = about?.split('|') ?? [];
  const one = key ? deviationOf(moment, key) : null;
  if (!one) return null;
  const day = sayDayOfYear(voice, one.on);
  return {
    type: say(voice, `dev.${one.code}`),
    day,
    unitKind: sayUnitKind(voice, moment.register, one.unitId),
    what: say(voice, `devWhat.${one.code}`, { on: day }),
    incident: one.code === 'SECRECY_BREACH' ? say(voice, 'dev.incident') : null,
    consequences: CONSEQUENCES.map((code) => ({
      label: say(voice, `consequence.${code}`),
      ticked: code === consequence,
    })),
  };
}

/** What a link opens: the version of the plan that was asked for, or the deviation that a draft is about. */
type Asked = Pick<PrintLink, 'document' | 'about'>;

/** Only where the paper is the plan: on no other stands a word that anybody has said. */
function planOn(moment: Moment, voice: Voice, { document, about }: Asked): Paper['plan'] {
  const plan = isPlanPaper(document) ? planToPrint(moment.file, askedIn(about).version) : undefined;
  return plan ? planOf(moment, plan, voice) : null;
}

/**
 * What stands on the papers of a case: but for the plan nothing that the child or a guardian has said, nobody's name.
 * On paper only even less: somebody in the family may be the one who must not know, and why is not kept. So no paper
 * says when, where or who comes, also where a time had been chosen before, and none is made out to a guardian: one
 * neutral paper of each kind, filled in by hand by somebody who knows.
 */
export function paperOf(moment: Moment, asked: Asked, language: Language): Paper {
  const { file, register, today } = moment;
  const { case: row } = file;
  const youth = isYouth(row, today);
  const voice = voiceOf(language, youth);
  const sayWho = (who: string) => sayPartner(voice, row, who);
  const onPaper = isPaperOnly(file);
  const guardians = approachable(file, today);
  const ends = consentEndsOn(file, today);
  const receivers = youth ? (['YOUTH'] as const) : guardians;
  const interpreterOf = (who: Guardian | 'YOUTH') => {
    const talk = talkWith(file, who === 'YOUTH' ? 'CHILD' : who);
    return interpretingOf(talk ? [talk] : []);
  };
  const meeting = currentMeeting(file);
  const isAfar = (who: Guardian | 'YOUTH') =>
    meeting !== undefined && joinsFromAfar(meeting, who === 'YOUTH' ? 'CHILD' : who);
  return {
    language,
    code: row.code,
    municipality: register.settings.municipality,
    word: register.settings.meetingWord,
    youth,
    ageBand: row.ageBand,
    onPaperOnly: onPaper,
    units: unitsOnForm(register, row.unitId).map(({ name, kind }) => ({ name, kind })),
    // A child that signs too has a form of its own kind, and nobody else's paper says whether it does.
    signers:
      onPaper && !youth
        ? [null]
        : requiredSigners(row, today)
            .filter((signer) => youth || signer !== 'YOUTH')
            .map(sayWho),
    guardians: guardians.map(sayWho),
    mayOwnSign: mayOwnSign(row, today),
    formCounts: ownFormCounts(moment),
    mayNameFamily: mayNameFamily(file, today),
    convener: convenerOf(file, register),
    about: onPaper ? 'IF_CONSENTED' : hasScope(file, 'PREPARE', today) ? 'BY_HAND' : 'AT_MEETING',
    consentTo: ends ? sayDayOfYear(voice, ends) : null,
    longest: say(voice, 'paper.months', { n: register.settings.consentMaxMonths }),
    beginsWith: packBeginsWith(file, today),
    hasDuty: isAgreementConfirmed(register.settings, meetingDay(file) ?? today),
    personalData: register.settings.personalData ?? null,
    links: register.settings.links,
    given: onPaper ? [] : givenOf(moment, voice),
    receipt: onPaper ? null : receiptOf(moment, voice),
    ...meetingOf(moment, voice, onPaper ? undefined : meeting),
    numbers: {
      nightDuty: checkedNumber(register.settings, 'NIGHT_DUTY'),
      bup: checkedNumber(register.settings, 'BUP'),
      more: moreNumbers(register.settings, youth),
      patientBoard: register.settings.patientBoardPhone || null,
      inspectorate: register.settings.inspectoratePhone || null,
    },
    script: scriptOf(moment, voice),
    plan: planOn(moment, voice, asked),
    childPage: asked.document === 'child-page' ? childPageOf(moment, voice) : null,
    deviation: deviationOn(moment, voice, asked.about),
    homes: onPaper
      ? [{ to: null, interpreter: null, afar: false }]
      : receivers.map((who) => ({ to: sayWho(who), interpreter: interpreterOf(who), afar: isAfar(who) })),
  };
}

function convenerOf({ case: { convenerId, unitId } }: CaseFile, register: Register): Paper['convener'] {
  const unit = unitOf(register, unitId);
  const person = personOf(register, convenerId);
  const phone = unit?.phone ?? person?.phone ?? null;
  return {
    role: person?.role ?? '',
    unit: unit?.name ?? '',
    kind: unit?.kind ?? null,
    phone,
    late: person?.phone ?? unit?.phone ?? null,
  };
}

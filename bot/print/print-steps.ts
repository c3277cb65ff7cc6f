import type { OfferedDocument } from '../../domain/names.ts';
import type { Step } from '../act.ts';
import { makeLink } from './make-link.ts';

/** A button for each paper. */
export const printSteps: Record<OfferedDocument, Step> = {
  'print-pack': makeLink('print-pack'),
  'paper-pack': makeLink('paper-pack'),
  'guardian-questions': makeLink('guardian-questions'),
  'child-questions': makeLink('child-questions'),
  information: makeLink('information'),
  'consent-form': makeLink('consent-form'),
  'child-consent': makeLink('child-consent'),
  'consent-given': makeLink('consent-given'),
  'withdrawal-receipt': makeLink('withdrawal-receipt'),
  'code-slip': makeLink('code-slip'),
  'family-invitation': makeLink('family-invitation'),
  'child-invitation': makeLink('child-invitation'),
  'party-summons': makeLink('party-summons'),
  plan: makeLink('plan'),
  'plan-family': makeLink('plan-family'),
  'plan-parties': makeLink('plan-parties'),
  'plan-file': makeLink('plan-file'),
  'plan-blank': makeLink('plan-blank'),
  'chair-script': makeLink('chair-script'),
  'child-page': makeLink('child-page'),
  'adult-care': makeLink('adult-care'),
};

import { DOCUMENT_NAMES } from '../../documents/documents.ts';
import type { Step } from '../act.ts';
import { makeLink } from './make-link.ts';

/** A button for each paper. */
export const printSteps = (): Record<string, Step> =>
  Object.fromEntries(DOCUMENT_NAMES.map((name) => [`print.${name}`, makeLink(name)]));

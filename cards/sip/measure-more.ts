/**
 * Part 3, from "Mer" at a measure that is being changed: with whom, when it begins, how often, after what, how it
 * shows.
 */
import { z } from 'zod';
import { choiceRow, defineCard } from '../contract.ts';
import { choice, day, words } from '../inputs.ts';
import template from './measure-more.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import { SAMPLE_MEASURES } from './sample-plan.ts';

/**
 * @param doers people of its unit, and days by which it says who; @param after ids of the measures it may come after
 */
const measureMoreForm = (doers: readonly string[], after: readonly string[]) =>
  z.object({
    doer: choice(['NONE', ...doers]),
    startOn: day(),
    often: words(120),
    after: choice(['NONE', ...after]),
    sign: words(120),
  });

export const measureMore = defineCard({
  name: 'measure-more',
  template: inMeeting(template),
  data: meetingPage.extend({
    what: z.string(),
    who: z.string(),
    /** A unit has promised it: what others do has neither day nor person. */
    isPromised: z.boolean(),
    doerChoices: z.array(choiceRow),
    /** "Åtgärd 1": never its words. */
    afterChoices: z.array(choiceRow),
  }),
  typed: ['what'],
  form: measureMoreForm,
  sample: {
    title: 'Möte K7M-3XQ · 3 av 5 Behov',
    next: 'Mer om åtgärd 2. Fyll i det ni vet.',
    ...meetingHead(3),
    what: SAMPLE_MEASURES[1]?.what ?? '',
    who: 'BUP Dalsland · löpande, följs upp tor 7 maj',
    isPromised: true,
    doerChoices: [
      { title: 'Sara Holm, psykolog', value: 'a-3' },
      { title: 'Utses senast fre 27 mars', value: '2027-03-27' },
    ],
    afterChoices: [{ title: 'Åtgärd 1', value: 'm-1' }],
  },
});

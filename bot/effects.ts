/** Table of contents: everything that is done outside the database, after the commit. */
import type { EffectName } from '../domain/names.ts';
import type { EffectKind } from './effect.ts';
import { bookMeeting } from './meeting/book-meeting.ts';
import { cancelStray } from './meeting/cancel-stray.ts';
import { clearPlace } from './meeting/clear-place.ts';
import { findTimes } from './meeting/find-times.ts';
import { moveMeeting } from './meeting/move-meeting.ts';
import { readAnswers } from './meeting/read-answers.ts';
import { subscribe } from './meeting/subscribe.ts';
import { updateAttendees } from './meeting/update-attendees.ts';
import { sendCard } from './posting/send-card.ts';

export const effects: Record<EffectName, EffectKind> = {
  card: sendCard,
  'find-times': findTimes,
  'book-meeting': bookMeeting,
  subscribe,
  'read-answers': readAnswers,
  'move-meeting': moveMeeting,
  'cancel-stray': cancelStray,
  'update-attendees': updateAttendees,
  'clear-place': clearPlace,
};

/**
 * Names that tie the rooms together: they stand in rows, on cards and in the queue, so a name that is in use never
 * changes. What each stands for is in one table under bot/ (`steps.ts`, `pages.ts`, `effects.ts`), and no table
 * compiles with a name too few or too many.
 */

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

/** What came of it. */
export type ResultName =
  | `card.${'sent' | 'notSent'}`
  | `times.${'found' | 'notFound'}`
  | `kallelse.${'sent' | 'waiting' | 'notSent' | 'stopped'}`
  | 'subscribed'
  | 'answers.read'
  | `move.${'sent' | 'waiting' | 'notSent' | 'stopped'}`
  | `cancel.${'told' | 'notTold'}`
  | `attendees.${'updated' | 'waiting' | 'notUpdated'}`
  | 'place.stands';

/** What is planned for a point in time. */
export type DueKind =
  | 'meeting.opens'
  | 'answers.check'
  | 'consent.watch'
  | 'followUp.remind'
  | 'followUp.day'
  | 'subscription.renew';

/** What the client says of the chat itself. */
export type EventName = 'installed' | 'submitted';

/** What Graph says. */
export type NotificationName = 'event.changed' | 'subscription.lost';

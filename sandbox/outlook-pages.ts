import { z } from 'zod';
import type { Route } from '../bot/http/open-door.ts';
import type { ParsedRegister } from '../prisma/register-file.ts';
import { type ChangeStream, createChangeStream } from './change-stream.ts';
import { type Controls, controlRoutes } from './control-routes.ts';
import { CannotAnswer, CannotChange, type Mailboxes } from './graph/mailboxes.ts';
import { viewClock, viewMailbox, viewMailboxes, viewPeople } from './outlook-view.ts';
import { pageFiles } from './page-files.ts';
import { done, PageRefusal, shown } from './page-route.ts';

export type OutlookPages = Controls & {
  mailboxes: Mailboxes;
  register: ParsedRegister;
  /** Null when it is not started. */
  playgroundUrl: string | null;
};

const answerForm = z.strictObject({
  eventId: z.string(),
  action: z.enum(['accept', 'tentativelyAccept', 'decline']),
  from: z.string().optional(),
});
const changeForm = z.strictObject({
  eventId: z.string(),
  time: z.strictObject({ start: z.string(), end: z.string() }).optional(),
  add: z.strictObject({ name: z.string(), address: z.string(), isRoom: z.boolean() }).optional(),
});

/**
 * The mailboxes at `/`, the controls at `/sandbox`, and what both call; and what tells and closes open pages.
 */
export function outlookPages(parts: OutlookPages): { routes: Route[]; stream: ChangeStream } {
  const { mailboxes, clock, faults, actor, register, playgroundUrl } = parts;
  const stream = createChangeStream();
  mailboxes.onChange(() => stream.tell());
  clock.onMove(() => stream.tell());

  const known = (id = '') => {
    if (!mailboxes.listMailboxes().some((owner) => owner.id === id))
      throw new PageRefusal(404, 'Den brevlådan finns inte.');
    return id;
  };
  const routes = [
    ...pageFiles,
    ...controlRoutes(parts, () => stream.tell()),
    stream.route,
    shown('/sandbox/state', () => ({
      clock: viewClock(clock.now()),
      faults: faults.current,
      actor: actor.current().id,
      people: viewPeople(register),
      mailboxes: viewMailboxes(mailboxes, register),
      playgroundUrl,
    })),
    shown('/sandbox/mailboxes/:id', ({ id }) => viewMailbox(mailboxes, known(id))),
    done('/sandbox/mailboxes/:id/answers', answerForm, ({ eventId, action, from }, { id }) => {
      try {
        mailboxes.answer(known(id), eventId, action, from);
      } catch (error) {
        throw error instanceof CannotAnswer ? new PageRefusal(409, 'Mötet går inte att svara på längre.') : error;
      }
      return { answered: true };
    }),
    done('/sandbox/mailboxes/:id/changes', changeForm, ({ eventId, ...change }, { id }) => {
      try {
        mailboxes.change(known(id), eventId, change);
      } catch (error) {
        throw error instanceof CannotChange ? new PageRefusal(409, 'Mötet går inte att ändra så.') : error;
      }
      return { changed: true };
    }),
  ];
  return { routes, stream };
}

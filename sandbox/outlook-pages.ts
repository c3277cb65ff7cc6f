import type { Server } from 'restify';
import { z } from 'zod';
import type { ParsedRegister } from '../prisma/register-file.ts';
import { type ChangeStream, createChangeStream } from './change-stream.ts';
import { type Controls, mountControls } from './control-routes.ts';
import { CannotAnswer, type Mailboxes } from './graph/mailboxes.ts';
import { viewClock, viewMailbox, viewMailboxes, viewPeople } from './outlook-view.ts';
import { mountPageFiles } from './page-files.ts';
import { PageRefusal, pageRoute, readBody } from './page-route.ts';

export type OutlookPages = Controls & {
  mailboxes: Mailboxes;
  register: ParsedRegister;
  /** Null when it is not started. */
  playgroundUrl: string | null;
};

const answerForm = z.strictObject({ eventId: z.string(), action: z.enum(['accept', 'tentativelyAccept', 'decline']) });

/**
 * The mailboxes at `/`, the controls at `/sandbox`, and what both call. Answers with what tells and closes open pages.
 */
export function mountOutlookPages(server: Server, parts: OutlookPages): ChangeStream {
  const { mailboxes, clock, faults, actor, register, playgroundUrl } = parts;
  const stream = createChangeStream();
  mailboxes.onChange(() => stream.tell());
  clock.onMove(() => stream.tell());

  mountPageFiles(server);
  mountControls(server, parts, () => stream.tell());
  server.get('/sandbox/changes', (request, response, next) => {
    stream.open(request, response);
    next(false);
  });
  server.get(
    '/sandbox/state',
    pageRoute(() => ({
      clock: viewClock(clock.now()),
      faults: faults.current,
      actor: actor.current().id,
      people: viewPeople(register),
      mailboxes: viewMailboxes(mailboxes, register),
      playgroundUrl,
    })),
  );

  const known = (id: string) => {
    if (!mailboxes.listMailboxes().some((owner) => owner.id === id))
      throw new PageRefusal(404, 'Den brevlådan finns inte.');
    return id;
  };
  server.get(
    '/sandbox/mailboxes/:id',
    pageRoute((request) => viewMailbox(mailboxes, known(String(request.params.id)))),
  );
  server.post(
    '/sandbox/mailboxes/:id/answers',
    pageRoute((request) => {
      const { eventId, action } = readBody(request, answerForm);
      try {
        mailboxes.answer(known(String(request.params.id)), eventId, action);
      } catch (error) {
        throw error instanceof CannotAnswer ? new PageRefusal(409, 'Mötet går inte att svara på längre.') : error;
      }
      return { answered: true };
    }),
  );
  return stream;
}

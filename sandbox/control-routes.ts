import type { Server } from 'restify';
import { z } from 'zod';
import type { Actor } from './actor.ts';
import { clockMove, type SandboxClock } from './clock.ts';
import { type Faults, faultChange } from './faults.ts';
import { PageRefusal, pageRoute, readBody } from './page-route.ts';

export type Controls = {
  clock: SandboxClock;
  faults: Faults;
  actor: Actor;
  /** Forgets everything and begins anew; throws SandboxProblem when it cannot. */
  restartOver(): Promise<void>;
};

/** What the buttons of the sandbox do, for scripts and tests too: `POST /sandbox/clock {"days": 7}` and the like. */
export function mountControls(
  server: Server,
  { clock, faults, actor, restartOver }: Controls,
  changed: () => void,
): void {
  server.post(
    '/sandbox/clock',
    pageRoute((request) => ({ now: clock.move(readBody(request, clockMove)).toString() })),
  );
  server.post(
    '/sandbox/faults',
    pageRoute((request) => {
      faults.change(readBody(request, faultChange));
      changed();
      return faults.current;
    }),
  );
  server.post(
    '/sandbox/actor',
    pageRoute((request) => {
      if (!actor.choose(readBody(request, z.strictObject({ id: z.string() })).id))
        throw new PageRefusal(400, 'Ingen i registret har det id:t.');
      changed();
      const { id, name } = actor.current();
      return { id, name };
    }),
  );
  server.post(
    '/sandbox/restart-over',
    pageRoute(async () => {
      await restartOver();
      changed();
      return { restarted: true };
    }),
  );
}

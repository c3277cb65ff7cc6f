import { z } from 'zod';
import type { Route } from '../bot/http/open-door.ts';
import type { Actor } from './actor.ts';
import { clockMove, type SandboxClock } from './clock.ts';
import { type Faults, faultChange } from './faults.ts';
import { done, PageRefusal } from './page-route.ts';
import type { TeamsWindows } from './teams-windows.ts';

export type Controls = {
  clock: SandboxClock;
  faults: Faults;
  actor: Actor;
  /** Null with PLAYGROUND=off. */
  windows: Pick<TeamsWindows, 'open'> | null;
  /** Forgets everything and begins anew; throws SandboxProblem when it cannot. */
  restartOver(): Promise<void>;
};

/** What the buttons of the sandbox do, for scripts and tests too: `POST /sandbox/clock {"days": 7}` and the like. */
export const controlRoutes = (
  { clock, faults, actor, windows, restartOver }: Controls,
  changed: () => void,
): Route[] => [
  done('/sandbox/clock', clockMove, (to) => ({ now: clock.move(to).toString() })),
  done('/sandbox/faults', faultChange, (change) => {
    faults.change(change);
    changed();
    return faults.current;
  }),
  done('/sandbox/actor', z.strictObject({ id: z.string() }), ({ id: chosen }) => {
    if (!actor.choose(chosen)) throw new PageRefusal(400, 'Ingen i registret har det id:t.');
    changed();
    const { id, name } = actor.current();
    return { id, name };
  }),
  done('/sandbox/teams', z.strictObject({ id: z.string() }), async ({ id }) => {
    if (!windows) throw new PageRefusal(409, 'Teams är inte startat (PLAYGROUND=off).');
    return { url: await windows.open(id) };
  }),
  done('/sandbox/restart-over', z.unknown(), async () => {
    await restartOver();
    changed();
    return { restarted: true };
  }),
];

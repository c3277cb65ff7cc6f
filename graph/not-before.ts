/** Graph's "not before", in this copy of the program: what it has been told holds from that moment. */
import { APP, NotYet, type RemoteUnreachable } from '../domain/ports.ts';

/** Whom a call is for: the mailbox in its path, else the program as a whole (subscriptions). */
export const targetOf = (path: string): string => {
  const [, mailbox] = /^\/users\/([^/?]+)/.exec(path) ?? [];
  return mailbox ? decodeURIComponent(mailbox) : APP;
};

export type Pace = {
  /** Throws NotYet while calls to it are not wanted. */
  mayCall(target: string): void;
  learn(failure: RemoteUnreachable): void;
};

export function createPace(): Pace {
  const until = new Map<string, number>();
  return {
    mayCall(target) {
      const waitMs = Math.max(until.get(APP) ?? 0, until.get(target) ?? 0) - performance.now();
      if (waitMs > 0) throw new NotYet(waitMs / 1_000);
    },
    learn({ target, retryAfterSeconds }) {
      if (!target || !retryAfterSeconds) return;
      const end = performance.now() + retryAfterSeconds * 1_000;
      until.set(target, Math.max(end, until.get(target) ?? 0));
    },
  };
}

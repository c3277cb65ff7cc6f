import type { Store } from '../domain/ports.ts';
import { actStore } from './acts.ts';
import { applyStore } from './apply.ts';
import { caseStore } from './case-files.ts';
import { caseListStore } from './case-lists.ts';
import { chatStore } from './chats.ts';
import { dueStore } from './due-items.ts';
import { effectStore } from './effects.ts';
import type { Inside } from './inside.ts';
import { paceStore } from './person-limits.ts';
import { registerStore } from './register.ts';
import { subscriptionStore } from './subscriptions.ts';
import { teamsPaceStore } from './teams-pace.ts';
import { tidyStore } from './tidy.ts';

/** The store of one transaction, put together from its parts. */
export const createStore = (inside: Inside): Store => ({
  now: inside.now,
  ...registerStore(inside),
  ...caseStore(inside),
  ...caseListStore(inside),
  ...applyStore(inside),
  ...actStore(inside),
  ...chatStore(inside),
  ...effectStore(inside),
  ...paceStore(inside),
  ...dueStore(inside),
  ...subscriptionStore(inside),
  ...tidyStore(inside),
  ...teamsPaceStore(inside),
});

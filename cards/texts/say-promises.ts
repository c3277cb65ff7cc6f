import type { Promises } from '../../domain/promises.ts';
import { say, type Voice } from './say.ts';

/** "6 löften: 4 hållna, 1 på väg, 1 inte." */
export const sayPromises = (voice: Voice, promises: Promises | null): string | null =>
  promises && say(voice, 'meet.promises', promises);

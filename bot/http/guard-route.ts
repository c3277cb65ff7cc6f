/** The guard on the bot's route: what has passed goes on as an activity, what has not gets a bare status. */
import type { Response } from 'restify';
import type { Guard } from './guard.ts';
import type { Visit } from './open-door.ts';
import type { Activity } from './read-activity.ts';
import type { Refused } from './read-json.ts';

export type TakeActivity = (activity: Activity, response: Response) => Promise<void>;

export const guardRoute =
  (guard: Guard, take: TakeActivity, isTooMuch: (activity: Activity) => Refused | null = () => null) =>
  async ({ request, response, read, refuse }: Visit): Promise<void> => {
    const verdict = await guard({ authorization: request.headers.authorization, read });
    const refused = verdict.ok ? isTooMuch(verdict.activity) : verdict;
    if (refused) refuse(refused);
    else if (verdict.ok) await take(verdict.activity, response);
  };

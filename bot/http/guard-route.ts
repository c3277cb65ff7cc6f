/** The guard on the bot's route: what has passed goes on as an activity, what has not gets a bare status. */
import type { Response } from 'restify';
import { renderSurprise } from '../engine/render.ts';
import type { Guard } from './guard.ts';
import { invokeFailure } from './invoke-failure.ts';
import type { Visit } from './open-door.ts';
import type { Activity } from './read-activity.ts';
import type { Refused } from './read-json.ts';

const isPress = ({ type, name }: Activity): boolean => type === 'invoke' && name === 'adaptiveCard/action';

export type TakeActivity = (activity: Activity, response: Response) => Promise<void>;

export const guardRoute =
  (guard: Guard, take: TakeActivity, isTooMuch: (activity: Activity) => Refused | null = () => null) =>
  async ({ request, response, read, refuse, note }: Visit): Promise<void> => {
    const verdict = await guard({ authorization: request.headers.authorization, read });
    const refused = verdict.ok ? isTooMuch(verdict.activity) : verdict;
    if (verdict.ok && refused && isPress(verdict.activity)) {
      note(refused);
      // A bare status would be the client's own error; so the card stays, with what was typed, and a sentence beside it.
      response.send(200, invokeFailure(refused.status, 'TooManyRequests', renderSurprise('err.tooMuch.presses')));
    } else if (refused) refuse(refused);
    else if (verdict.ok) await take(verdict.activity, response);
  };

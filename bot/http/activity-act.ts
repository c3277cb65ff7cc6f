/** A Teams activity as an Act. What does not fit is no act. */
import { z } from 'zod';
import { type EventName, fieldIn } from '../../domain/names.ts';
import { normalized } from '../../domain/words/characters.ts';
import { type Act, newAct } from '../act.ts';
import { steps } from '../steps.ts';
import { type Activity, activityShape } from './read-activity.ts';

/** The one invoke of ours: Action.Execute. */
const CARD_ACTION = 'adaptiveCard/action';

/**
 * What our buttons carry, and the inputs of the card beside it, by their fields. Anything else that came along is
 * dropped by the form's schema.
 */
const filledIn = z
  .record(z.string(), z.unknown())
  .transform((sent) => Object.fromEntries(Object.entries(sent).map(([id, value]) => [fieldIn(id), value])));
const pressed = z.object({ action: z.object({ verb: z.unknown(), data: filledIn.catch({}) }) });
const carried = z.object({ posting: z.uuid(), turn: z.string().regex(/^[\w-]{0,40}$/), verb: z.unknown() });

function base(from: Activity): Act {
  const tenantId = from.conversation.tenantId ?? from.channelData?.tenant?.id ?? '';
  return newAct('words', '', `${from.conversation.id}:${from.id ?? ''}`, {
    actor: { personId: from.from.aadObjectId ?? from.from.id },
    at: {
      tenantId,
      conversationId: from.conversation.id,
      serviceUrl: from.serviceUrl,
      personal: from.conversation.conversationType === 'personal',
    },
    messageId: from.replyToId ?? null,
  });
}

function press(from: Activity, verb: unknown, data: Record<string, unknown>, kind: Act['kind']): Act {
  const act = base(from);
  const { posting, turn, ...button } = carried.safeParse(data).data ?? foreignTo(act);
  if (kind === 'event') return { ...act, kind, name: 'submitted' satisfies EventName, postingId: posting, turn, data };
  return { ...act, kind, ...buttonOf(verb ?? button.verb), postingId: posting, turn, data };
}

/**
 * What a button carries that is not ours: no card has it, so it is answered like one that is not there any more. Each
 * person has a nowhere of their own, or they would wait for one another.
 */
const foreignTo = ({ actor }: Act) => ({ posting: `none:${actor?.personId}`, turn: '', verb: undefined });

/** Names stand in the audit, so a name that is not ours goes no further than here; a row's button says which row. */
function buttonOf(verb: unknown): Pick<Act, 'name' | 'of'> {
  const [name = '', of] = typeof verb === 'string' && /^[\w.-]{1,60}(:\w{1,20})?$/.test(verb) ? verb.split(':') : [];
  return Object.hasOwn(steps.verb, name) ? { name, of: of ?? null } : { name: 'unknown', of: null };
}

/** Null for what is not for us: reactions, what is taken away, activities of a shape we do not know. */
export function actOf(raw: unknown): Act | null {
  const parsed = activityShape.safeParse(raw);
  if (!parsed.success) return null;
  const from = parsed.data;
  if (from.type === 'invoke') {
    const button = pressed.safeParse(from.name === CARD_ACTION ? from.value : null);
    return button.success ? press(from, button.data.action.verb, button.data.action.data, 'verb') : null;
  }
  // `add-upgrade` is a new version of the app: nobody was let in.
  if (from.type === 'installationUpdate')
    return from.action === 'add' ? { ...base(from), kind: 'event', name: 'installed' satisfies EventName } : null;
  const edits = from.type === 'messageUpdate' && from.channelData?.eventType === 'editMessage';
  if (from.type !== 'message' && !edits) return null;
  const submitted = filledIn.safeParse(from.value);
  if (submitted.success) return press(from, undefined, submitted.data, 'event');
  if (from.attachments?.some(isFile)) return { ...base(from), kind: 'event', name: 'attached' satisfies EventName };
  return { ...base(from), name: plain(from.text ?? ''), ...(edits ? { edits } : {}) };
}

/** A picture, a recording, a document; not the markup of the text itself, a card or the message it answers to. */
const isFile = ({ contentType }: { contentType: string }): boolean =>
  contentType !== '' &&
  !/^(text\/(html|plain)|messageReference|application\/vnd\.microsoft\.card\..*)$/i.test(contentType);

/** What is answered to stands before what is typed: as markup, or as lines with a mark. */
const withoutQuotation = (text: string): string =>
  text
    .replace(/^.*<\/blockquote[^<>]*>/is, '')
    // Cut off before its end.
    .replace(/<blockquote.*$/is, '')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n');

/** What is cut is no loss: the bot keeps no typed words. */
const MOST_SAID = 1_000;

/** What was typed, without what it answers to, without the mention of the bot and without markup. */
const plain = (words: string): string =>
  withoutQuotation(normalized(words, 'NFC'))
    .replace(/<at[^<>]*>[^<]*<\/at>/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_SAID);

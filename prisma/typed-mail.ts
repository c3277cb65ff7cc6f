/**
 * An address that somebody typed is sealed, and its keyed hash keeps it from being called twice to one meeting; one of
 * the register's stands clear. In `mail` a typed one leaves the row's own id: a copy of the program from before finds a
 * text there, and what it would send to such an address Graph refuses aloud.
 */
import { UNREADABLE } from '../domain/unreadable.ts';
import { type KeyRing, KeyRingFault } from './crypto.ts';
import { type Session, sql } from './session.ts';

export type MailColumns = { mail: string | null; mailSealed: string | null; mailKey: string | null };

const placeOf = (id: string): string => `Participant.mail:${id}`;

/** Changes with the key that marks: which marks are not of today's is seen without opening anything. */
const markOf = (keys: KeyRing): string => keys.mark('', 'Participant.mail').slice(0, 6);
const keyOf = (keys: KeyRing, mail: string, meetingId: string): string =>
  `${markOf(keys)}.${keys.mark(mail, `Participant.mail:${meetingId}`)}`;

/** `fields`: a row of Participant, or the part of it that changes. Throws where it cannot be told whose address it is. */
export function toMailColumns(id: string, fields: Record<string, unknown>, keys: KeyRing): MailColumns {
  const { mail, mailTyped, meetingId } = fields;
  if (mailTyped === undefined) throw new Error('whether the address was typed is not said');
  if (mailTyped !== true) return { mail: typeof mail === 'string' ? mail : null, mailSealed: null, mailKey: null };
  if (typeof mail !== 'string' || typeof meetingId !== 'string')
    throw new Error('a typed address belongs to a meeting');
  // Of one that cannot be read nobody knows whether it is another's too.
  const mailKey = mail === UNREADABLE ? null : keyOf(keys, mail, meetingId);
  return { mail: id, mailSealed: keys.seal(mail, placeOf(id)), mailKey };
}

export const openMail = (id: string, sealed: string, keys: KeyRing): string => keys.open(sealed, placeOf(id));

const AT_A_TIME = 500;
type Found = { id: string; meetingId: string; mail: string; mailSealed: string | null };

/**
 * Seals up to 500 typed addresses after `after` that stand clear (from a version before, or from an older copy beside
 * this one), and marks those anew whose mark is of a key that is not the first any more. Answers where to go on; null
 * when there are no more. What cannot be opened is left as it is.
 */
export async function sealSomeMails(
  tx: Session,
  keys: KeyRing,
  after: string,
  onUnreadable: (id: string) => void,
): Promise<string | null> {
  const found = await tx.query<Found>(sql`
    SELECT p."id", p."meetingId", p."mail", p."mailSealed" FROM "Participant" p
    WHERE p."id" > ${after} AND (
      (p."mailTyped" AND left(p."mailKey", 7) IS DISTINCT FROM ${`${markOf(keys)}.`})
      OR (NOT p."mailTyped" AND p."personId" IS NULL AND p."mail" LIKE '%@%' AND NOT EXISTS (
        SELECT FROM "Unit" u WHERE u."id" = p."unitId" AND lower(u."functionalMail") = lower(p."mail")))
    ) ORDER BY p."id" LIMIT ${AT_A_TIME}::int FOR UPDATE OF p SKIP LOCKED`);
  const rows = found.flatMap(({ id, meetingId, mail, mailSealed }) => {
    try {
      const plain = mailSealed === null ? mail : openMail(id, mailSealed, keys);
      return [{ id, ...toMailColumns(id, { mail: plain, mailTyped: true, meetingId }, keys) }];
    } catch (fault) {
      if (!(fault instanceof KeyRingFault)) throw fault;
      onUnreadable(id);
      return [];
    }
  });
  tx.send(sql`
    UPDATE "Participant" p SET "mail" = r."mail", "mailTyped" = true, "mailSealed" = r."mailSealed", "mailKey" = r."mailKey"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" text, "mail" text, "mailSealed" text, "mailKey" text)
    WHERE p."id" = r."id" AND NOT EXISTS (
      SELECT FROM "Participant" o WHERE o."meetingId" = p."meetingId" AND o."mailKey" = r."mailKey")`);
  return found.length < AT_A_TIME ? null : (found.at(-1)?.id ?? null);
}

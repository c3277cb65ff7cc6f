/**
 * Where the meeting is, as one line: "Stadshuset, rum Dalbo; Digitalt"; and by its event in Outlook: as it was, at
 * another place of the register, or somewhere else.
 */
import { placeOf } from './in-register.ts';
import type { Meeting } from './rows/meeting.ts';
import type { Register } from './rows/register.ts';

type Placed = Pick<Meeting, 'placeId' | 'placeChanged'>;

/** Outlook puts several rooms in one line: "Stadshuset, rum Dalbo; Rum 12". */
export const placeLine = (...parts: (string | null | undefined)[]): string | null =>
  parts.filter(Boolean).join('; ') || null;

/** That one can join from afar is no place: as the texts say it (`how.afar`), and as Outlook writes it itself. */
const AFAR = ['digitalt', 'online', 'microsoft teams-möte', 'microsoft teams meeting', 'teams-möte', 'teams meeting'];
const isRoom = (part: string): boolean => !AFAR.includes(part);

const partsOf = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);

/** A place's own name may have a semicolon in it. */
const isIn = (stands: readonly string[], name: string): boolean =>
  partsOf(name).length > 0 && partsOf(name).every((part) => stands.includes(part));

export function placeInCalendar(register: Register, meeting: Meeting, text: string): Placed {
  const { placeId, placeOral } = meeting;
  const stands = partsOf(text);
  const rooms = stands.filter(isRoom);
  // It is told by word of mouth: none may stand there.
  if (placeOral) return { placeId, placeChanged: rooms.length > 0 };
  const own = placeOf(register, placeId)?.name;
  if (own !== undefined && isIn(stands, own)) return { placeId, placeChanged: false };
  // A place of the register may be called "Digitalt": what the bot wrote there itself is none.
  const [other] = register.places
    .filter(({ active, name }) => active && isIn(rooms, name))
    .sort((a, b) => partsOf(b.name).length - partsOf(a.name).length);
  return other
    ? { placeId: other.id, placeChanged: false }
    : { placeId, placeChanged: rooms.length > 0 || placeId !== null };
}

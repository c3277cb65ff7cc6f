/**
 * What a file leaves out stays as it is stored: a field, a column, a setting, one number of many. Pure. What a new row
 * has instead stands in `register-shape.ts`.
 */
import type { PresentRows } from './register-difference.ts';
import type { ParsedRegister } from './register-file.ts';
import type { RegisterNote } from './register-notes.ts';

type Row = Record<string, unknown>;
type List = 'units' | 'people' | 'places' | 'channels';

/** Settings as they are to be stored, each whole; null: back to its default. */
export type WholeRegister = Omit<ParsedRegister, 'settings'> & { settings: Row };

const LISTS = { units: 'unit', people: 'person', places: 'place', channels: 'channel' } as const;
/** A unit has one channel, whoever stored it. */
const KEYS: Record<List, string> = { units: 'id', people: 'id', places: 'id', channels: 'unitId' };

/** What follows from another field is not kept when that one changes: a new kind of unit may have another principal. */
const FOLLOWS: Partial<Record<List, Record<string, readonly string[]>>> = {
  units: { principal: ['kind'], private: ['kind', 'principal'] },
  channels: { tenantId: ['conversationId'] },
};

export function filled(present: PresentRows, register: ParsedRegister): WholeRegister {
  const fill = <T extends object>(list: List, rows: readonly T[]): T[] => {
    const key = (row: object) => String((row as Row)[KEYS[list]]).toLowerCase();
    const stored = new Map(present[LISTS[list]].map((row) => [key(row), row]));
    return rows.map((row, n) => {
      const old = stored.get(key(row));
      const leftOut = register.leftOut?.[list][n] ?? [];
      const kept = leftOut.filter((field) => {
        const leads = FOLLOWS[list]?.[field] ?? [];
        const isAsBefore = (lead: string) => leftOut.includes(lead) || old?.[lead] === (row as Row)[lead];
        return field !== 'id' && old?.[field] !== undefined && leads.every(isAsBefore);
      });
      return old ? { ...row, ...Object.fromEntries(kept.map((field) => [field, old[field]])) } : row;
    });
  };
  const people = fill('people', register.people);
  const settings = new Map(present.setting.map(({ key, value }) => [key, value]));
  return {
    ...register,
    units: fill('units', register.units),
    people,
    notes: [...(register.notes ?? []), ...tenantsKept(register.people, people)],
    places: fill('places', register.places),
    channels: fill('channels', register.channels),
    settings: Object.fromEntries(
      Object.entries(register.settings).map(([key, value]) => [
        key,
        key in GROUPS ? GROUPS[key as keyof typeof GROUPS](asRow(settings.get(key)), value as Row | null) : value,
      ]),
    ),
  };
}

/** Whoever mends the file's tenant must say it of those who are there already. */
function tenantsKept(inFile: ParsedRegister['people'], kept: ParsedRegister['people']): RegisterNote[] {
  const others = kept.filter(({ tenantId }, n) => tenantId !== inFile[n]?.tenantId);
  const who = others.length === 1 ? `${others[0]?.name} stays` : `${others.length} people stay`;
  return others.length > 0 ? [{ says: `${who} in another tenant than the file’s: say tenantId to move them.` }] : [];
}

const asRow = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {});

const withoutNulls = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Settings of many: those of them that are named are set, null takes one away. */
const GROUPS = {
  acuteNumbers: (old: Row, now: Row | null): Row | null =>
    now &&
    withoutNulls({
      ...old,
      ...Object.fromEntries(Object.entries(now).map(([who, one]) => [who, number(asRow(old[who]), one)])),
    }),
  links: (old: Row, now: Row | null): Row | null => now && withoutNulls({ ...old, ...now }),
  personalData: (old: Row, now: Row | null): Row | null => now && { officer: null, outsideEu: null, ...old, ...now },
};

/** That somebody rang the old number says nothing of a new one. */
const number = (old: Row, now: unknown): unknown =>
  now && { checkedOn: old.number === asRow(now).number ? (old.checkedOn ?? null) : null, ...asRow(now) };

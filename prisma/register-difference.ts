/**
 * What an import would change: the register as it stands beside the one that a file says. Pure, so that it can be shown
 * first.
 */
import { isDeepStrictEqual } from 'node:util';
import type { WholeRegister } from './fill-register.ts';

type Kind = 'unit' | 'person' | 'place' | 'channel' | 'setting';
type Row = Record<string, unknown>;
/** The rows that stand in the tables; a table that is not there yet has none. */
export type PresentRows = Record<Kind, Row[]>;

/**
 * One line of the report: what becomes of which row. `set`: what is to be written. `asleep`: inactive, in the file, and
 * not said to be active. `cases`: open ones that a person who becomes inactive convenes, and those in which nobody else
 * works.
 */
export type RegisterChange = {
  kind: Kind;
  id: string;
  name: string;
  what: 'added' | 'changed' | 'inactive' | 'removed' | 'kept' | 'asleep';
  fields: { field: string; from?: unknown; to: unknown }[];
  set: Row;
  cases?: { open: number; alone: number };
};

export const isWritten = ({ what }: RegisterChange): boolean => what !== 'kept' && what !== 'asleep';

/** A unit has one channel, whoever stored it; else a row is known by its id, in whatever case the file has it. */
const KEYS: Record<Kind, string> = { unit: 'id', person: 'id', place: 'id', channel: 'unitId', setting: 'key' };
const keyOf = (kind: Kind, row: Row): string => String(row[KEYS[kind]]).toLowerCase();

/** Of a row that is new, what is easily wrong. */
const SHOWN: Record<Kind, readonly string[]> = {
  unit: ['kind', 'principal', 'functionalMail', 'convenes'],
  person: ['unitId', 'role', 'mayCall'],
  place: ['mail'],
  channel: ['tenantId', 'conversationId'],
  setting: [],
};

/**
 * In the order in which it can be written. Rows that are not in the file become inactive where they can, else are kept;
 * settings that it does not name stay.
 */
export function differenceTo(present: PresentRows, register: WholeRegister): RegisterChange[] {
  const unitIds = new Map(present.unit.map((row) => [keyOf('unit', row), row.id]));
  const inUnit = <T extends { unitId: string }>(row: T) => {
    return { ...row, unitId: unitIds.get(row.unitId.toLowerCase()) ?? row.unitId };
  };
  return [
    ...rowsTo('unit', present, register.units),
    ...rowsTo('person', present, register.people.map(inUnit), register.leftOut?.people),
    ...rowsTo('place', present, register.places, register.leftOut?.places),
    ...rowsTo('channel', present, register.channels.map(inUnit)),
    ...settingsTo(present, register.settings),
  ];
}

function rowsTo(kind: Kind, present: PresentRows, wanted: readonly Row[], leftOut: string[][] = []): RegisterChange[] {
  const gone = new Map(present[kind].map((row) => [keyOf(kind, row), row]));
  const changes = wanted.flatMap((row, n): RegisterChange[] => {
    const old = gone.get(keyOf(kind, row));
    gone.delete(keyOf(kind, row));
    if (!old) {
      const fields = SHOWN[kind].map((field) => ({ field, to: row[field] })).filter(({ to }) => to !== null);
      return [{ ...titleOf(kind, row), what: 'added', fields, set: row }];
    }
    const title = titleOf(kind, { ...row, id: old.id });
    const fields = Object.entries(row).flatMap(([field, to]) =>
      field === 'id' || isDeepStrictEqual(filled(old[field]), filled(to)) ? [] : [{ field, from: old[field], to }],
    );
    const set = Object.fromEntries(fields.map(({ field, to }) => [field, to]));
    const isAsleep = old.active === false && row.active === false && leftOut[n]?.includes('active');
    const changed: RegisterChange = { ...title, what: set.active === false ? 'inactive' : 'changed', fields, set };
    const asleep: RegisterChange = { ...title, what: 'asleep', fields: [], set: {} };
    return [...(fields.length > 0 ? [changed] : []), ...(isAsleep ? [asleep] : [])];
  });
  return [
    ...changes,
    ...[...gone.values()]
      .filter(({ active }) => active !== false)
      .map((row): RegisterChange => {
        const what = row.active === true ? 'inactive' : 'kept';
        return { ...titleOf(kind, row), what, fields: [], set: what === 'inactive' ? { active: false } : {} };
      }),
  ];
}

function settingsTo({ setting }: PresentRows, wanted: Row): RegisterChange[] {
  const stored = new Map(setting.map(({ key, value }) => [key, value]));
  return Object.entries(wanted).flatMap(([id, to = null]): RegisterChange[] => {
    const from = stored.get(id) ?? null;
    if (isDeepStrictEqual(from, to)) return [];
    const what = from === null ? 'added' : to === null ? 'removed' : 'changed';
    const [before, after] = [partsOf(from), partsOf(to)];
    const fields = [...new Set([...before.keys(), ...after.keys()])]
      .map((field) => ({ field, from: before.get(field), to: after.get(field) }))
      .filter((one) => !isDeepStrictEqual(one.from, one.to));
    return [{ kind: 'setting', id, name: '', what, fields, set: { value: to } }];
  });
}

/** `BUP.number` and what it is; of a setting that is no group itself, without a name. */
function partsOf(value: unknown, path: readonly string[] = []): Map<string, unknown> {
  if (value === null && path.length === 0) return new Map();
  if (typeof value !== 'object' || value === null) return new Map([[path.join('.'), value]]);
  return new Map(Object.entries(value).flatMap(([key, inside]) => [...partsOf(inside, [...path, key])]));
}

const titleOf = (kind: Kind, row: Row): Pick<RegisterChange, 'kind' | 'id' | 'name'> => ({
  kind,
  id: String(kind === 'channel' ? row.unitId : (row.id ?? row.key)),
  name: typeof row.name === 'string' ? row.name : '',
});

/** A column that an older database does not have yet will hold nothing. */
const filled = (value: unknown): unknown => (value === undefined || value === false ? null : value);

/** How many of the people or places may go without a question. A short file looks like a leaver, only more so. */
const MAY_GO = 1 / 5;

/** "11 of 12 people", where more of them than that would become inactive. */
export function losesMany(present: PresentRows, changes: readonly RegisterChange[]): string[] {
  return (['person', 'place'] as const).flatMap((kind) => {
    const active = present[kind].filter((row) => row.active === true).length;
    const gone = changes.filter((one) => one.kind === kind && one.what === 'inactive').length;
    return gone > active * MAY_GO ? [`${gone} of ${active} ${kind === 'person' ? 'people' : 'places'}`] : [];
  });
}

/**
 * What an import would change: the register as it stands beside the one that a file says. Pure, so that it can be shown
 * first.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ParsedRegister } from './register-file.ts';

type Kind = 'unit' | 'person' | 'place' | 'channel' | 'setting';
type Row = Record<string, unknown>;
/** The rows that stand in the tables; a table that is not there yet has none. */
export type PresentRows = Record<Kind, Row[]>;

/** One line of the report: what becomes of which row. `set`: what is to be written. */
export type RegisterChange = {
  kind: Kind;
  id: string;
  name: string;
  what: 'added' | 'changed' | 'inactive' | 'kept';
  fields: { field: string; from: unknown; to: unknown }[];
  set: Row;
};

/** A unit has one channel, whoever stored it; else a row is known by its id, in whatever case the file has it. */
const KEYS: Record<Kind, string> = { unit: 'id', person: 'id', place: 'id', channel: 'unitId', setting: 'key' };
const keyOf = (kind: Kind, row: Row): string => String(row[KEYS[kind]]).toLowerCase();

/**
 * In the order in which it can be written. Rows that are not in the file become inactive where they can, else are kept;
 * settings that it does not name stay.
 */
export function differenceTo(present: PresentRows, register: ParsedRegister): RegisterChange[] {
  const unitIds = new Map(present.unit.map((row) => [keyOf('unit', row), row.id]));
  const inUnit = <T extends { unitId: string }>(row: T) => {
    return { ...row, unitId: unitIds.get(row.unitId.toLowerCase()) ?? row.unitId };
  };
  const settings = Object.entries(register.settings).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value }],
  );
  return [
    ...rowsTo('unit', present, register.units),
    ...rowsTo('person', present, register.people.map(inUnit)),
    ...rowsTo('place', present, register.places),
    ...rowsTo('channel', present, register.channels.map(inUnit)),
    ...rowsTo('setting', present, settings).filter(({ what }) => what !== 'kept'),
  ];
}

function rowsTo(kind: Kind, present: PresentRows, wanted: readonly Row[]): RegisterChange[] {
  const gone = new Map(present[kind].map((row) => [keyOf(kind, row), row]));
  const changes = wanted.flatMap((row): RegisterChange[] => {
    const old = gone.get(keyOf(kind, row));
    gone.delete(keyOf(kind, row));
    if (!old) return [{ ...titleOf(kind, row), what: 'added', fields: [], set: row }];
    const fields = Object.entries(row).flatMap(([field, to]) =>
      field === 'id' || isDeepStrictEqual(filled(old[field]), filled(to)) ? [] : [{ field, from: old[field], to }],
    );
    if (fields.length === 0) return [];
    const set = Object.fromEntries(fields.map(({ field, to }) => [field, to]));
    return [
      { ...titleOf(kind, { ...row, id: old.id }), what: set.active === false ? 'inactive' : 'changed', fields, set },
    ];
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

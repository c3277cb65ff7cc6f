/** A register file, read: the register that it says, or what is wrong with it. */
import { isDeepStrictEqual } from 'node:util';
import { channelInLink } from '../domain/channel-id.ts';
import type { ChannelRow, Person, Place, Unit } from '../domain/rows/register.ts';
import { isPrivateByDefault, UNIT_KIND } from '../domain/unit-kinds.ts';
import { readPeopleCsv } from './people-csv.ts';
import { readJson } from './read-json.ts';
import { notesOn, type RegisterNote } from './register-notes.ts';
import { brokenRules, type RegisterFault } from './register-rules.ts';
import { type Source, sayFaults, sayIssue } from './register-sentences.ts';
import { type RegisterInFile, RegisterShape, ROW_SHAPES } from './register-shape.ts';
import { oddTexts } from './register-texts.ts';
import type { SettingsInFile } from './settings.ts';

export type RegisterOptions = {
  /** The people stand here instead: the file's name, and its text. */
  csv?: { name: string; text: string } | undefined;
  /** The register's own, where its faults are to say it. */
  name?: string | undefined;
  /** Where cards may be sent; Microsoft's, unless it is told otherwise. */
  serviceUrlHosts?: readonly string[];
  /** As `2027-03-01`. What says that somebody checked it later than that is wrong. */
  today?: string | undefined;
};

type List = keyof typeof ROW_SHAPES;

/**
 * Rows are whole. `leftOut`: which of their fields the file says nothing of, row by row; `notes`: sentences about what
 * is no fault, but may not be meant.
 */
export type ParsedRegister = {
  units: Unit[];
  people: Person[];
  places: Place[];
  channels: ChannelRow[];
  settings: SettingsInFile;
  leftOut?: Record<List, string[][]>;
  notes?: RegisterNote[];
};

/** Or one sentence per fault: "person 4 (Anna Lind), unitId: names a unit that is not in the file: x." */
export function parseRegister(
  text: string,
  { csv, name, serviceUrlHosts = ['smba.trafficmanager.net'], today }: RegisterOptions = {},
): { register: ParsedRegister } | { faults: string[] } {
  const source = sourceOf(text, csv, name);
  if ('faults' in source) return source;
  const odd = oddTexts(source.json);
  const parsed = RegisterShape.safeParse(source.json, { error: sayIssue });
  const faults: RegisterFault[] = parsed.success
    ? brokenRules(parsed.data, { serviceUrlHosts, today })
    : parsed.error.issues.map(({ path, message }) => ({ path, says: message }));
  if (!parsed.success || odd.length + faults.length > 0) {
    // What is odd in a text is why it is not right otherwise.
    const others = faults.filter(({ path }) => !odd.some((one) => isDeepStrictEqual(one.path, path)));
    return { faults: sayFaults([...odd, ...others], source) };
  }
  const register = registerOf(parsed.data);
  return {
    register: { ...register, leftOut: leftOutOf(register, source.json), notes: notesOn(parsed.data, register, today) },
  };
}

function sourceOf(text: string, csv: RegisterOptions['csv'], name?: string): Source | { faults: string[] } {
  const says = (fault: string) => ({ faults: [name ? `${name}: ${fault}` : fault] });
  const read = readJson(text);
  if ('fault' in read) return says(read.fault);
  const { json } = read;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { json, name };
  if (!csv) return { json: withNulls(json), name };
  const inCsv = readPeopleCsv(csv.text);
  if ('faults' in inCsv) return { faults: inCsv.faults.map((fault) => `${csv.name} ${fault}`) };
  if ('people' in json && !isDeepStrictEqual(json.people, []))
    return says(`people: stand in ${csv.name} too. Take them out of one of the two.`);
  return { json: withNulls({ ...json, people: inCsv.people }), name, csv: { name: csv.name, rows: inCsv.rows } };
}

/** An empty text says what `null` says, in the fields that may be empty. */
function withNulls(json: object): object {
  return Object.fromEntries(
    Object.entries(json).map(([list, rows]) => {
      const fields = Object.hasOwn(ROW_SHAPES, list) && Array.isArray(rows) ? ROW_SHAPES[list as List] : null;
      if (!fields) return [list, rows];
      const mayBeEmpty = Object.entries(fields).flatMap(([field, shape]) =>
        shape.safeParse(null).success ? [field] : [],
      );
      return [list, rows.map((row: unknown) => emptied(row, mayBeEmpty))];
    }),
  );
}

const emptied = (row: unknown, mayBeEmpty: readonly string[]): unknown =>
  typeof row !== 'object' || row === null || Array.isArray(row)
    ? row
    : Object.fromEntries(
        Object.entries(row).map(([field, value]) => [field, value === '' && mayBeEmpty.includes(field) ? null : value]),
      );

/** What the file leaves out stands in it, and each unit's id is spelled as the unit spells it. */
function registerOf({ tenantId, units, people, channels, places, settings }: RegisterInFile): ParsedRegister {
  const spelled = new Map(units.map(({ id }) => [id.toLowerCase(), id]));
  const inUnit = (unitId: string) => spelled.get(unitId.toLowerCase()) ?? unitId;
  return {
    units: units.map((unit) => {
      const principal = unit.principal ?? UNIT_KIND[unit.kind].principals[0];
      return { ...unit, principal, private: unit.private ?? isPrivateByDefault({ ...unit, principal }) };
    }),
    people: people.map((row) => ({ ...row, unitId: inUnit(row.unitId), tenantId: row.tenantId ?? tenantId })),
    places,
    channels: channels.map(({ unitId, serviceUrl, ...row }) => {
      const link = channelInLink(row.conversationId);
      return {
        id: inUnit(unitId),
        unitId: inUnit(unitId),
        tenantId: row.tenantId ?? link?.tenantId ?? tenantId,
        conversationId: link?.conversationId ?? row.conversationId,
        serviceUrl,
      };
    }),
    settings,
  };
}

/** A channel's link says its tenant. */
function leftOutOf(register: ParsedRegister, json: unknown): Record<List, string[][]> {
  const file = json as Record<List, Record<string, unknown>[] | undefined>;
  const of = (list: List, rows: readonly object[]) =>
    rows.map((row, n) => {
      const said = file[list]?.[n] ?? {};
      const link = list === 'channels' ? channelInLink(String(said.conversationId)) : null;
      return Object.keys(row).filter((field) => said[field] === undefined && !(field === 'tenantId' && link?.tenantId));
    });
  return {
    units: of('units', register.units),
    people: of('people', register.people),
    places: of('places', register.places),
    channels: of('channels', register.channels),
  };
}

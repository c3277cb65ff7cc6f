/** A register file, read: the register that it says, or what is wrong with it. */
import { isDeepStrictEqual } from 'node:util';
import { channelInLink } from '../domain/channel-id.ts';
import { UNIT_KIND } from '../domain/unit-kinds.ts';
import { readPeopleCsv } from './people-csv.ts';
import { brokenRules, type RegisterFault } from './register-rules.ts';
import { type Source, sayFaults, sayIssue } from './register-sentences.ts';
import { type RegisterInFile, RegisterShape } from './register-shape.ts';
import { oddTexts, tidied } from './register-texts.ts';

export type RegisterOptions = {
  /** The people stand here instead: the file's name, and its text. */
  csv?: { name: string; text: string } | undefined;
  /** Where cards may be sent; Microsoft's, unless it is told otherwise. */
  serviceUrlHosts?: readonly string[];
};

export type ParsedRegister = ReturnType<typeof registerOf>;

/** Or one sentence per fault: "person 4 (Anna Lind), unitId: names a unit that is not in the file: x." */
export function parseRegister(
  text: string,
  { csv, serviceUrlHosts = ['smba.trafficmanager.net'] }: RegisterOptions = {},
): { register: ParsedRegister } | { faults: string[] } {
  const source = sourceOf(text, csv);
  if ('faults' in source) return source;
  const odd = oddTexts(source.json);
  const parsed = RegisterShape.safeParse(source.json, { error: sayIssue });
  const faults: RegisterFault[] = parsed.success
    ? brokenRules(parsed.data, serviceUrlHosts)
    : parsed.error.issues.map(({ path, message }) => ({ path, says: message }));
  return parsed.success && odd.length + faults.length === 0
    ? { register: registerOf(parsed.data) }
    : { faults: sayFaults([...odd, ...faults], source) };
}

function sourceOf(text: string, csv: RegisterOptions['csv']): Source | { faults: string[] } {
  const read = readJson(text);
  if ('faults' in read || !csv || typeof read.json !== 'object') return read;
  const { json } = read;
  const inCsv = readPeopleCsv(csv.text);
  if ('faults' in inCsv) return { faults: inCsv.faults.map((fault) => `${csv.name} ${fault}`) };
  if (json !== null && 'people' in json && !isDeepStrictEqual(json.people, []))
    return { faults: [`people: stand in ${csv.name} too. Take them out of one of the two.`] };
  return { json: { ...json, people: inCsv.people }, csv: { name: csv.name, rows: inCsv.rows } };
}

function readJson(text: string): { json: unknown } | { faults: string[] } {
  if (text.trim() === '') return { faults: ['the file is empty.'] };
  try {
    return { json: JSON.parse(text, (_, value) => (typeof value === 'string' ? tidied(value) : value)) };
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const lines = text.slice(0, Number(at ?? text.length)).split('\n');
    const place = `line ${lines.length}, sign ${(lines.at(-1)?.length ?? 0) + 1}`;
    return { faults: [`${place}: is not JSON: a comma, quotation mark or bracket is missing or too much near here.`] };
  }
}

/** What the file leaves out stands in it, and each unit's id is spelled as the unit spells it. */
function registerOf({ tenantId, units, people, channels, places, settings }: RegisterInFile) {
  const spelled = new Map(units.map(({ id }) => [id.toLowerCase(), id]));
  const inUnit = (unitId: string) => spelled.get(unitId.toLowerCase()) ?? unitId;
  return {
    units: units.map((unit) => ({
      ...unit,
      principal: unit.principal ?? UNIT_KIND[unit.kind].principals[0],
      private: unit.private ?? unit.kind === 'INDEPENDENT_SCHOOL',
    })),
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

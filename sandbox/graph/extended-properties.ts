/** `singleValueExtendedProperties`: what a program may note in its own copy of an event, and find it by. */
import { isOrganizer } from './event-json.ts';
import type { Entry } from './office.ts';
import { invalid } from './refusal.ts';

const QUOTED = "'((?:[^']|'')*)'";
const FILTER = new RegExp(
  `^singleValueExtendedProperties/any\\((\\w+): ?\\1/id eq ${QUOTED} and \\1/value eq ${QUOTED}\\)$`,
  'i',
);
const EXPAND = new RegExp(`^singleValueExtendedProperties\\(\\$filter=id eq ${QUOTED}\\)$`, 'i');

const unquoted = (text = ''): string => text.replaceAll("''", "'");

const propertiesOf = (entry: Entry) => (isOrganizer(entry) ? entry.meeting.extended : []);

/** The one filter that is asked for; another one is refused rather than passed over. */
export function filterOf(text: string | null): (entry: Entry) => boolean {
  if (!text) return () => true;
  const found = FILTER.exec(text);
  if (!found) throw invalid('Invalid filter clause.', 'BadRequest');
  const [id, value] = [unquoted(found[2]), unquoted(found[3])];
  return (entry) => propertiesOf(entry).some((one) => sameId(one.id, id) && one.value === value);
}

/** They are only told when they are asked for by id. */
export function expandedFrom(entry: Entry, expand: string | null): Record<string, unknown> {
  if (!expand) return {};
  const found = EXPAND.exec(expand);
  if (!found) throw invalid('Invalid expand clause.', 'BadRequest');
  const asked = propertiesOf(entry).filter(({ id }) => sameId(id, unquoted(found[1])));
  return asked.length > 0 ? { singleValueExtendedProperties: asked } : {};
}

/** Graph writes the guid in its own way. */
const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

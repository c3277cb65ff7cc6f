/** What must fit together in a register file whose fields are right each by itself. */
import { channelInLink } from '../domain/channel-id.ts';
import { UNIT_KIND } from '../domain/unit-kinds.ts';
import type { RegisterInFile } from './register-shape.ts';

/** `path` as zod has it, `says` as the rest of a sentence that begins with the place. */
export type RegisterFault = { path: PropertyKey[]; says: string };

type Parts = Pick<RegisterInFile, 'units' | 'people'>;

const LISTS = ['units', 'people', 'places'] as const;

/** In the file's order, by list. `serviceUrlHosts`: where cards may be sent; `today`: after which nothing was checked. */
export function brokenRules(
  file: RegisterInFile,
  { serviceUrlHosts, today }: { serviceUrlHosts: readonly string[]; today: string | undefined },
): RegisterFault[] {
  return [
    ...LISTS.flatMap((list) => idsTwice(file, list)),
    ...principals(file),
    ...unknownUnits(file),
    ...withoutDomains(file),
    ...strangeMails(file),
    ...mailsTwice(file),
    ...nobody(file),
    ...channels(file, serviceUrlHosts),
    ...(today ? inFuture(file.settings, today) : []),
  ];
}

/** What only shows once the stored register has filled in what a file leaves out. */
export const brokenTogether = (whole: Parts): RegisterFault[] => [
  ...principals(whole),
  ...withoutDomains(whole),
  ...strangeMails(whole),
  ...mailsTwice(whole),
  ...(whole.people.some(({ mayCall, active }) => mayCall && active)
    ? []
    : [{ path: ['people'], says: 'nobody may call (mayCall), so no case could be started' }]),
];

const nobody = ({ people }: Parts): RegisterFault[] =>
  people.length === 0 ? [{ path: ['people'], says: 'there is nobody, neither here nor in a people.csv' }] : [];

/** Days are texts that sort. */
function inFuture({ acuteNumbers, agreement }: RegisterInFile['settings'], today: string): RegisterFault[] {
  const days: [PropertyKey[], string | null | undefined][] = [
    ...Object.entries(acuteNumbers ?? {}).map(([who, one]): [PropertyKey[], string | null | undefined] => [
      ['acuteNumbers', who, 'checkedOn'],
      one?.checkedOn,
    ]),
    [['agreement', 'confirmedOn'], agreement?.confirmedOn],
  ];
  return days.flatMap(([path, day]) =>
    day && day > today ? [{ path: ['settings', ...path], says: 'is a day that has not been yet' }] : [],
  );
}

const lower = (text: string): string => text.toLowerCase();

function idsTwice(file: RegisterInFile, list: (typeof LISTS)[number]): RegisterFault[] {
  const seen = new Set<string>();
  return file[list].flatMap(({ id: given }, n) => {
    const id = lower(given);
    const isTwice = seen.has(id);
    seen.add(id);
    return isTwice ? [{ path: [list, n, 'id'], says: `is there twice: ${id}` }] : [];
  });
}

const principals = ({ units }: Parts): RegisterFault[] =>
  units.flatMap(({ kind, principal }, n) => {
    const { principals } = UNIT_KIND[kind];
    const fits = !principal || principals.includes(principal);
    return fits ? [] : [{ path: ['units', n, 'principal'], says: `of ${kind} can be ${principals.join(' or ')}` }];
  });

function unknownUnits(file: RegisterInFile): RegisterFault[] {
  const ids = new Set(file.units.map(({ id }) => lower(id)));
  return (['people', 'channels'] as const).flatMap((list) =>
    file[list].flatMap(({ unitId }, n) =>
      ids.has(lower(unitId))
        ? []
        : [{ path: [list, n, 'unitId'], says: `names a unit that is not in the file: ${unitId}` }],
    ),
  );
}

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1);

/** One sentence a unit, not one for each of its people. */
function withoutDomains({ units, people }: Parts): RegisterFault[] {
  const staffed = new Set(people.map(({ unitId }) => lower(unitId)));
  return units.flatMap(({ id, functionalMail, mailDomains }, n) =>
    mailDomains.length === 0 && (functionalMail || staffed.has(lower(id)))
      ? [
          {
            path: ['units', n, 'mailDomains'],
            says: 'is missing, and the unit has addresses: write what they end in, such as ["vanersborg.se"]',
          },
        ]
      : [],
  );
}

function strangeMails(file: Parts): RegisterFault[] {
  const units = new Map(file.units.map((unit) => [lower(unit.id), unit]));
  const isStrange = (mail: string | null, domains: readonly string[] = []) =>
    mail !== null && domains.length > 0 && !domains.includes(domainOf(mail));
  return [
    ...file.units.flatMap(({ functionalMail, mailDomains }, n) =>
      isStrange(functionalMail, mailDomains)
        ? [{ path: ['units', n, 'functionalMail'], says: 'is not in a mail domain (mailDomains) of the unit' }]
        : [],
    ),
    ...file.people.flatMap(({ unitId, mail }, n) => {
      const unit = units.get(lower(unitId));
      return isStrange(mail, unit?.mailDomains)
        ? [{ path: ['people', n, 'mail'], says: `is not in a mail domain (mailDomains) of unit ${unit?.id}` }]
        : [];
    }),
  ];
}

type Address = { address: string; owner: string; name: string; path: PropertyKey[] };

const addressesOf = ({ units, people }: Parts): Address[] => [
  ...units.flatMap(({ id, name, functionalMail, aliases }, n) => [
    ...(functionalMail ? [{ address: functionalMail, owner: id, name, path: ['units', n, 'functionalMail'] }] : []),
    ...aliases.map((address, at) => ({ address, owner: id, name, path: ['units', n, 'aliases', at] })),
  ]),
  ...people.flatMap(({ id, name, mail, aliases }, n) => [
    { address: mail, owner: id, name, path: ['people', n, 'mail'] },
    ...aliases.map((address, at) => ({ address, owner: id, name, path: ['people', n, 'aliases', at] })),
  ]),
];

/** Whose answer it is follows from the address. Units may share a mailbox. */
function mailsTwice(file: Parts): RegisterFault[] {
  const first = new Map<string, Address>();
  return addressesOf(file).flatMap((one) => {
    const other = first.get(one.address);
    if (!other) first.set(one.address, one);
    const isShared = other && [one, other].every(({ path }) => path[2] === 'functionalMail');
    return !other || other.owner === one.owner || isShared
      ? []
      : [{ path: one.path, says: `is the address of ${other.name} too` }];
  });
}

function channels({ channels }: RegisterInFile, hosts: readonly string[]): RegisterFault[] {
  const ids = channels.map(({ conversationId }) => channelInLink(conversationId)?.conversationId ?? conversationId);
  return channels.flatMap(({ unitId, serviceUrl }, n): RegisterFault[] => {
    const before = channels.slice(0, n);
    const { protocol, hostname } = new URL(serviceUrl);
    const faults: [boolean, string, string][] = [
      [before.some((one) => lower(one.unitId) === lower(unitId)), 'unitId', `is a second channel for unit ${unitId}`],
      [ids.indexOf(ids[n] ?? '') < n, 'conversationId', 'is the channel of another unit already'],
      [protocol !== 'https:' || !hosts.includes(hostname), 'serviceUrl', 'is on no host in SERVICE_URL_HOSTS'],
    ];
    return faults.flatMap(([is, field, says]) => (is ? [{ path: ['channels', n, field], says }] : []));
  });
}

/** A register file as an administrator really writes it: what just works, and what each mistake is told. */
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../prisma/read-text.ts';
import { parseRegister } from '../../prisma/register-file.ts';
import madeUp from '../../sandbox/register.json' with { type: 'json' };
import { anna, channel, file, jonas, parsed, skolan, TENANT } from '../support/register-sample.ts';

const faultsOf = (value: unknown): string[] => {
  const result = parseRegister(typeof value === 'string' ? value : JSON.stringify(value));
  return 'faults' in result ? result.faults : [];
};
const withAnna = (set: object) => ({ ...file, people: [{ ...anna, ...set }, jonas] });
const withUnit = (set: object) => ({ ...file, units: [{ ...skolan, ...set }] });
const withChannel = (set: object) => ({ ...file, channels: [{ ...channel, ...set }] });
const without = (row: object, field: string) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key !== field));

describe('what an administrator’s tools put around the words just works', () => {
  test('the register with its ids in capitals, as PowerShell and SQL export them, is the same register', () => {
    const loud = {
      ...madeUp,
      tenantId: madeUp.tenantId.toUpperCase(),
      people: madeUp.people.map((one) => ({
        ...one,
        id: one.id.toUpperCase(),
        tenantId: one.tenantId.toUpperCase(),
        mail: one.mail.toUpperCase(),
        unitId: one.unitId.toUpperCase(),
      })),
      channels: madeUp.channels.map((one) => ({ ...one, tenantId: one.tenantId.toUpperCase() })),
    };
    expect(parsed(loud)).toEqual(parsed(madeUp));
  });

  test('kinds in small letters, a domain with its @, spaces around and within', () => {
    const untidy = {
      ...withUnit({ kind: ' school ', principal: 'municipality', mailDomains: [' @Skola.example'] }),
      people: [{ ...anna, name: '  Anna\u00a0  Lind ', mail: ' Anna.Lind@Skola.example\t' }, jonas],
    };
    expect(parsed(untidy)).toEqual(parsed(file));
  });

  test('letters of two parts are one letter', () => {
    expect(parsed(withAnna({ name: 'A\u030asa Lo\u0308nn' })).people[0]?.name).toBe('Åsa Lönn');
  });

  test.each([
    ['a mark at the beginning (BOM)', Buffer.from(`\ufeff${JSON.stringify(file)}`)],
    ['PowerShell’s own encoding (UTF-16)', Buffer.from(`\ufeff${JSON.stringify(file)}`, 'utf16le')],
  ])('%s', (_, bytes) => {
    const read = decodeText(bytes);
    expect('text' in read && parseRegister(read.text)).toEqual({ register: parsed(file) });
  });

  test.each([
    'https://teams.microsoft.com/l/channel/19%3aabc123%40thread.tacv2/SIP-%C3%A5tg%C3%A4rder?groupId=33333333-3333-4333-8333-333333333333&tenantId=11111111-1111-4111-8111-111111111111',
    'https://teams.cloud.microsoft/l/channel/19%3Aabc123%40thread.tacv2/SIP?ngc=true',
    'https://teams.microsoft.com/l/message/19:abc123@thread.tacv2/1700000000000?context=%7B%7D',
  ])('a channel’s link, as Teams gives it: %s', (link) => {
    expect(parsed(withChannel({ conversationId: link })).channels).toEqual(parsed(file).channels);
  });

  test('a channel of another tenant says so in its link', () => {
    const other = TENANT.replaceAll('1', '2');
    const link = `https://teams.microsoft.com/l/channel/19%3aabc123%40thread.tacv2/SIP?tenantId=${other}`;
    expect(parsed(withChannel({ conversationId: link })).channels[0]?.tenantId).toBe(other);
  });

  test('what stands as a tenant in a link and is none is no channel’s link', () => {
    const link = 'https://teams.microsoft.com/l/channel/19%3aabc123%40thread.tacv2/SIP?tenantId=%3Cscript%3E';
    expect(parseRegister(JSON.stringify(withChannel({ conversationId: link })))).toMatchObject({
      faults: [expect.stringContaining('is no channel')],
    });
  });

  test('other addresses of a mailbox, as Exchange lists them', () => {
    const aliases = ['smtp:A.Lind@Skola.example', 'X500:/o=ExchangeLabs/cn=Recipients/cn=ab12-Anna'];
    expect(parsed(withAnna({ aliases })).people[0]?.aliases).toEqual([
      'a.lind@skola.example',
      '/o=exchangelabs/cn=recipients/cn=ab12-anna',
    ]);
  });

  test('what is left out follows from the kind and whose it is: whether it is private', () => {
    const units = [skolan, { id: 'fri', name: 'Friskolan', kind: 'INDEPENDENT_SCHOOL' }].map((one) =>
      without(one, 'principal'),
    );
    const others = [
      { id: 'bvc', name: 'BVC Aspen', kind: 'BVC', principal: 'OTHER' },
      { id: 'hvb', name: 'HVB Lövhagen', kind: 'HVB', principal: 'OTHER', private: false },
      { id: 'polis', name: 'Polisen', kind: 'POLICE' },
    ];
    expect(parsed({ ...file, units: [...units, ...others] }).units.map((one) => [one.principal, one.private])).toEqual([
      ['MUNICIPALITY', false],
      ['OTHER', true],
      ['OTHER', true],
      ['OTHER', false],
      ['OTHER', false],
    ]);
  });

  test('ids in braces, an empty text where there may be nothing', () => {
    const untidy = { ...withUnit({ phone: '' }), people: [{ ...anna, id: `{${anna.id}}`, phone: ' ' }, jonas] };
    expect(parsed(untidy).people).toEqual(parsed(file).people);
    expect(parsed(untidy).units).toEqual(parsed(file).units);
  });

  test('short numbers, numbers with + and with a first zero', () => {
    for (const phone of ['112', '1177', '116111', '+46701740605', '0701740605', '070-174 06 05'])
      expect(parsed(withAnna({ phone })).people[0]?.phone).toBe(phone);
  });

  test('a name with the sign that parts Arabic letters', () => {
    const name = 'می\u200cخواهم';
    expect(parsed(withAnna({ name })).people[0]?.name).toBe(name);
  });

  test('a unit without people, units that share a mailbox', () => {
    const bvc = { id: 'bvc', name: 'BVC', kind: 'BVC', phone: '031-390 06 20' };
    const shared = { ...skolan, id: 'annex', name: 'Annexet' };
    expect(parsed({ ...file, units: [skolan, shared, bvc] }).units).toHaveLength(3);
  });
});

/** Each is one sentence that begins with its place, says what to do, and repeats nothing that may be secret. */
const MISTAKES: [string, unknown, string][] = [
  ['nothing', '', 'the file is empty.'],
  ['not JSON', '{ units: ', 'line 1, sign 3: is not JSON: '],
  ['a comma too much', '{\n  "tenantId": "x",\n}', 'line 3, sign 1: is not JSON: '],
  ['a list', '[]', 'the file: is to be a group of fields ({ … }).'],
  ['a list in lists in lists', '['.repeat(100_000), 'is not JSON'],
  ['no tenant', without(file, 'tenantId'), 'tenantId: is missing.'],
  ['nobody', { ...file, people: [] }, 'people: there is nobody, neither here nor in a people.csv.'],
  ['no people at all', without(file, 'people'), 'people: there is nobody'],
  ['no unit', { ...file, units: [] }, 'units: is empty, or too short.'],
  ['no mail', { ...file, people: [anna, without(jonas, 'mail')] }, 'person 2 (Jonas Alm), mail: is missing.'],
  [
    'a yes in quotation marks',
    withAnna({ mayCall: 'ja' }),
    'person 1 (Anna Lind), mayCall: is to be true or false (in a CSV ja or nej).',
  ],
  [
    'no id of Entra’s',
    withAnna({ id: 'anna' }),
    'person 1 (Anna Lind), id: is not an Entra object id such as 1b4e28ba-2fa1-4d2e-883f-0016d3cca427: it stands on',
  ],
  ['no mail address', withAnna({ mail: 'anna' }), 'person 1 (Anna Lind), mail: is not a mail address.'],
  ['an empty name', withAnna({ name: ' ' }), 'person 1, name: is empty, or too short.'],
  [
    'one mail on two people',
    { ...file, people: [anna, { ...jonas, mail: 'ANNA.lind@skola.example' }] },
    'person 2 (Jonas Alm), mail: is the address of Anna Lind too.',
  ],
  [
    'an alias that is somebody’s',
    { ...file, people: [anna, { ...jonas, aliases: ['anna.lind@skola.example'] }] },
    'person 2 (Jonas Alm), aliases.1: is the address of Anna Lind too.',
  ],
  ['a person at the unit’s address', withAnna({ mail: 'skolan@skola.example' }), 'mail: is the address of Skolan too.'],
  ['no alias', withAnna({ aliases: ['anna'] }), 'aliases.1: is neither a mail address nor X500.'],
  [
    'mail outside the unit',
    withAnna({ mail: 'anna@gmail.example' }),
    'person 1 (Anna Lind), mail: is not in a mail domain (mailDomains) of unit skolan.',
  ],
  [
    'a mailbox outside the unit',
    withUnit({ functionalMail: 'x@gmail.example' }),
    'unit 1 (Skolan), functionalMail: is not in a mail domain',
  ],
  ['the same person twice', { ...file, people: [anna, anna] }, 'person 2 (Anna Lind), id: is there twice'],
  [
    'the same person in capitals, in another tenant',
    { ...file, people: [anna, { ...anna, id: anna.id.toUpperCase(), tenantId: TENANT.replaceAll('1', '2') }] },
    'person 2 (Anna Lind), id: is there twice',
  ],
  [
    'two units of one id',
    { ...file, units: [skolan, { ...skolan, id: 'SKOLAN' }] },
    'unit 2 (Skolan), id: is there twice',
  ],
  [
    'a unit that is not there',
    withAnna({ unitId: 'bup' }),
    'person 1 (Anna Lind), unitId: names a unit that is not in the file: bup.',
  ],
  [
    'a kind that does not exist',
    withUnit({ kind: 'CIRCUS' }),
    'unit 1 (Skolan), kind: is to be one of SOCIAL_SERVICES, ',
  ],
  [
    'a principal that cannot be',
    withUnit({ kind: 'POLICE', principal: 'REGION' }),
    'unit 1 (Skolan), principal: of POLICE can be OTHER.',
  ],
  [
    'a telephone number without digits',
    withUnit({ phone: 'ring växeln' }),
    'unit 1 (Skolan), phone: is not a telephone number.',
  ],
  [
    'a field that nobody knows',
    { ...file, kommun: '' },
    'the file: "kommun" is no field here. These are: $schema, tenantId, units, people, ',
  ],
  [
    'a field that is misspelt',
    withAnna({ maycall: true }),
    'person 1 (Anna Lind): "maycall" is no field here. It is spelled mayCall.',
  ],
  [
    'addresses, and no domain that they could end in',
    withUnit({ mailDomains: [] }),
    'unit 1 (Skolan), mailDomains: is missing, and the unit has addresses: write what they end in',
  ],
  [
    'a field of older files',
    { ...file, settings: { bupPhone: '031-390 06 02' } },
    'settings: "bupPhone" is called acuteNumbers.BUP now',
  ],
  ['a personnummer in a name', withAnna({ name: 'Anna 19121212-1212' }), 'person 1, name: looks like a personnummer: '],
  [
    'a personnummer for a telephone',
    withAnna({ phone: '191212121212' }),
    'person 1 (Anna Lind), phone: looks like a personnummer',
  ],
  [
    'a personnummer for a field',
    { ...file, '191212121212': '' },
    'the file: has a field that looks like a personnummer.',
  ],
  ['NUL', withAnna({ role: 'kura\u0000tor' }), 'role: holds a sign that cannot be seen (U+0000): take it away.'],
  [
    'a text that runs backwards',
    withAnna({ name: 'Anna \u202edniL' }),
    'name: holds a sign that cannot be seen (U+202E)',
  ],
  [
    'half a sign',
    `${JSON.stringify(file).replace('Anna Lind', 'Anna \\ud83d')}`,
    'name: holds a sign that cannot be seen (U+D83D)',
  ],
  ...['\u200b', '\u200d', '\u200e', '\u00ad', '\u2060'].map((sign): [string, unknown, string] => [
    `a sign without width, ${sign.charCodeAt(0).toString(16)}`,
    withAnna({ name: `An${sign}na Lind` }),
    'name: holds a sign that cannot be seen (U+',
  ]),
  ...['#SAKNAS!', '#N/A', '#VÄRDEFEL!', '#####'].map((cell): [string, unknown, string] => [
    `what Excel shows for a fault, ${cell}`,
    withAnna({ mail: cell }),
    'person 1 (Anna Lind), mail: is what Excel shows for a fault (#…): write the value itself.',
  ]),
  ['a formula', withAnna({ role: '=A1' }), 'person 1 (Anna Lind), role: is a formula (=…): write the value itself.'],
  ...['4,67E+10', '4.67E+10', '520101011', '46701740605'].map((phone): [string, unknown, string] => [
    `a telephone number that Excel has changed, ${phone}`,
    withUnit({ phone }),
    'unit 1 (Skolan), phone: is a number that Excel has changed',
  ]),
  [
    'an acute number that Excel has changed',
    { ...file, settings: { acuteNumbers: { BUP: { number: '4,67E+10' } } } },
    'settings.acuteNumbers.BUP.number: is a number that Excel has changed',
  ],
  [
    'an id of zeros',
    withAnna({ id: '00000000-0000-0000-0000-000000000000' }),
    'person 1 (Anna Lind), id: is all zeros: that is nobody’s id.',
  ],
  ['a tenant of zeros', { ...file, tenantId: '00000000-0000-0000-0000-000000000000' }, 'tenantId: is all zeros'],
  [
    'a field twice',
    JSON.stringify(file, null, 2).replace('"role": "kurator"', '"role": "kurator",\n      "role": "rektor"'),
    'line 21: "role" is there twice in one group.',
  ],
  [
    'Word’s quotation marks',
    '{\n  "tenantId": “11111111”\n}',
    'line 2, sign 15: has typographic quotation marks (“ ”, as Word makes them): write straight ones (").',
  ],
  ['lists in lists without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'is not JSON: there are lists in lists'],
  ...(
    [
      ['an id of a unit', { ...file, units: [skolan, { ...skolan, id: '191212121212', name: 'Annexet' }] }],
      ['an alias', withAnna({ aliases: ['191212121212@skola.example'] })],
      ['an id of a place', { ...file, places: [{ id: '19121212-1212', name: 'Rum 1' }] }],
      ['a link', { ...file, settings: { links: { HANDBOOK: 'https://handbok.example/191212121212' } } }],
      ['a role', withAnna({ role: 'kurator 19121212-1212' })],
      ['the municipality', { ...file, settings: { municipality: '191212121212' } }],
      [
        'who is responsible',
        { ...file, settings: { personalData: { responsible: '191212121212', contact: 'namnd@skola.example' } } },
      ],
    ] as [string, unknown][]
  ).map(([where, broken]): [string, unknown, string] => [
    `a personnummer in ${where}`,
    broken,
    'looks like a personnummer: take it away.',
  ]),
  ['lost letters', withAnna({ name: 'Anna BjÃ¶rk' }), 'has letters that were lost on the way'],
  ['a letter that became �', withAnna({ name: 'Anna Bj\ufffdrk' }), 'holds a sign that cannot be seen (U+FFFD)'],
  ['a name of 300 letters', withAnna({ name: 'a'.repeat(300) }), 'name: is longer than 200 characters.'],
  [
    'two channels for a unit',
    { ...file, channels: [channel, { ...channel, conversationId: '19:x@thread.tacv2' }] },
    'channel 2 (skolan), unitId: is a second channel for unit skolan.',
  ],
  [
    'one channel for two units',
    {
      ...file,
      units: [skolan, { ...skolan, id: 'annex', name: 'Annexet' }],
      channels: [
        channel,
        { unitId: 'annex', conversationId: 'https://teams.microsoft.com/l/channel/19%3aabc123%40thread.tacv2/x' },
      ],
    },
    'channel 2 (annex), conversationId: is the channel of another unit already.',
  ],
  ...[
    'https://evil.example/',
    'https://evil.example/l/channel/19%3aabc123%40thread.tacv2/x',
    'https://teams.microsoft.com/l/team/19%3aabc123%40thread.tacv2/conversations',
    'https://teams.microsoft.com/l/chat/19%3aabc123%40thread.v2/0',
    '19:abc123@thread.v2',
    'SIP-åtgärder',
  ].map((conversationId): [string, unknown, string] => [
    `no channel: ${conversationId}`,
    withChannel({ conversationId }),
    'channel 1 (skolan), conversationId: is no channel: take "Get link to channel" in Teams, or write "koppla kanalen" in the channel',
  ]),
  ...[
    'https://evil.example/',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
  ].map((serviceUrl): [string, unknown, string] => [
    `cards sent to ${serviceUrl}`,
    withChannel({ serviceUrl }),
    'channel 1 (skolan), serviceUrl: is on no host in SERVICE_URL_HOSTS.',
  ]),
  [
    'an acute number of nobody’s',
    { ...file, settings: { acuteNumbers: { GRANNEN: { number: '031-390 06 02' } } } },
    'settings.acuteNumbers: "GRANNEN" is no field here. These are: EMERGENCY, ',
  ],
  [
    'a day that is none',
    { ...file, settings: { acuteNumbers: { BUP: { number: '031-390 06 02', checkedOn: '2027-02-30' } } } },
    'settings.acuteNumbers.BUP.checkedOn: is no day such as 2027-03-01.',
  ],
  [
    'a link that is not safe',
    { ...file, settings: { links: { HANDBOOK: 'javascript:alert(1)' } } },
    'settings.links.HANDBOOK: is not an https address.',
  ],
];

describe('a mistake is one sentence with its place', () => {
  test.each(MISTAKES)('%s', (_, broken, sentence) => {
    const faults = faultsOf(broken);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
    expect(faults[0]).not.toMatch(/1912|\n|Invalid|undefined|\[object/);
  });

  test('a day that has not been yet, on which nobody can have checked anything', () => {
    const settings = {
      acuteNumbers: { BUP: { number: '031-390 06 02', checkedOn: '2027-03-02' } },
      agreement: { holdsUntil: '2027-12-31', confirmedBy: 'utvecklingschefen', confirmedOn: '2027-04-01' },
    };
    const result = (today: string) => parseRegister(JSON.stringify({ ...file, settings }), { today });
    expect(result('2027-03-01')).toEqual({
      faults: [
        'settings.acuteNumbers.BUP.checkedOn: is a day that has not been yet.',
        'settings.agreement.confirmedOn: is a day that has not been yet.',
      ],
    });
    expect(result('2027-04-01')).toMatchObject({ register: { notes: [] } });
  });

  test('what may not be meant is said, and no fault: an agreement that has ended, a link to a message, another tenant', () => {
    const other = TENANT.replaceAll('1', '2');
    const notes = (value: object) => {
      const result = parseRegister(JSON.stringify({ ...file, ...value }), { today: '2027-03-01' });
      return 'register' in result ? result.register.notes?.map(({ says }) => says) : result.faults;
    };
    const agreement = { holdsUntil: '2027-02-28', confirmedBy: 'utvecklingschefen', confirmedOn: '2026-01-15' };
    expect(notes({ settings: { agreement } })).toEqual([
      'settings.agreement: ended on 2027-02-28. See whether there is a new one.',
    ]);
    const link = (path: string) => `https://teams.microsoft.com/l/${path}`;
    expect(notes(withChannel({ conversationId: link('message/19:abc123@thread.tacv2/1700000000000') }))).toEqual([
      'channel skolan: the link is that of a message. Its channel is taken.',
    ]);
    const path = `channel/19%3aabc123%40thread.tacv2/SIP?groupId=33333333-3333-4333-8333-333333333333&tenantId=${other}`;
    expect(notes(withChannel({ conversationId: link(path) }))).toEqual([
      'channel skolan: the link is to "SIP" in team 33333333-3333-4333-8333-333333333333.',
      `channel skolan: is in tenant ${other}, and the unit’s people are not. That is right for a shared channel only.`,
    ]);
  });

  test('Latin-1: which line', () => {
    const bytes = Buffer.from(JSON.stringify(withAnna({ name: 'Anna Björk' }), null, 1), 'latin1');
    expect(decodeText(bytes)).toEqual({
      fault: expect.stringMatching(/^line 18: is not in UTF-8 .* save the file as UTF-8/),
    });
  });

  test('a workbook, and text in two bytes that does not say so', () => {
    expect(decodeText(Buffer.from('PK\u0003\u0004'))).toEqual({ fault: expect.stringContaining('CSV UTF-8') });
    expect(decodeText(Buffer.from('{}', 'utf16le'))).toEqual({ fault: expect.stringContaining('NUL (U+0000)') });
  });

  test('a hundred mistakes are the first 25, and how many more', () => {
    const faults = faultsOf({ ...file, people: Array.from({ length: 100 }, () => ({ ...jonas, mail: 'x' })) });
    expect(faults).toHaveLength(26);
    expect(faults.at(-1)).toBe('… and 75 more.');
  });
});

describe('people in a spreadsheet', () => {
  const { people: _, ...rest } = file;
  const read = (text: string, register: object = rest) =>
    parseRegister(JSON.stringify(register), { csv: { name: 'people.csv', text } });
  const HEADER = 'Id;Name;Mail;Role;UnitId;MayCall;Active;Phone;Aliases;Coordinates';
  const ANNA = `${anna.id.toUpperCase()};Anna Lind;anna.lind@skola.example;kurator;skolan;ja;ja;;;`;
  const JONAS = `${jonas.id};"Jonas Alm";jonas.alm@skola.example;rektor;skolan;;ja;;;`;

  test('semicolons, as Excel in Swedish writes them; commas; tabs; empty rows', () => {
    for (const separator of [';', ',', '\t'])
      expect(read(`${HEADER}\r\n${ANNA}\r\n\r\n;;;;;;;;;\r\n${JONAS}\r\n`.replaceAll(';', separator))).toMatchObject({
        register: { people: parsed(file).people },
      });
  });

  test('Excel’s own first line, a column without a name', () => {
    for (const text of [
      `sep=;\r\n${HEADER}\n${ANNA}\n${JONAS}`,
      `${HEADER};\n${ANNA};\n${JONAS}`,
      `${HEADER}\n${ANNA};;\n${JONAS}`,
    ])
      expect(read(text)).toMatchObject({ register: { people: parsed(file).people } });
  });

  test.each([
    ['ja', true],
    ['SANT', true],
    ['X', true],
    ['nej', false],
    ['Falskt', false],
    ['', false],
  ])('%s as a cell of a column of yes and no', (cell, mayCall) => {
    expect(read(`${HEADER}\n${ANNA.replace(';ja;ja', `;${cell};ja`)}`)).toMatchObject({
      register: { people: [{ mayCall }] },
    });
  });

  test('every field of a person can stand there', () => {
    const more = `${anna.id};Anna Lind;anna.lind@skola.example;kurator;skolan;x;1;070-174 06 05;a@skola.example|smtp:b@skola.example;nej`;
    expect(read(`${HEADER}\n${more}`)).toMatchObject({
      register: {
        people: [
          { mayCall: true, active: true, phone: '070-174 06 05', aliases: ['a@skola.example', 'b@skola.example'] },
        ],
      },
    });
  });

  test.each([
    [
      'a mail that is none',
      `${HEADER}\n${ANNA}\n\n${JONAS.replace('jonas.alm@skola.example', 'jonas')}`,
      'people.csv row 4 (Jonas Alm), mail: is not a mail address.',
    ],
    [
      'a column that is none',
      `${HEADER};Lön\n${ANNA};1`,
      'people.csv row 1: "Lön" is no column here. These are: id, name',
    ],
    ['a column twice', `${HEADER};name\n${ANNA};x`, 'people.csv row 1: the column name is there twice.'],
    ['no column for the mail', HEADER.replace('Mail;', ''), 'people.csv row 1: the column mail is missing.'],
    [
      'a row that is too short',
      `${HEADER}\n${ANNA}\n${jonas.id};Jonas`,
      'people.csv row 3: has another number of columns',
    ],
    [
      'a quotation mark too few: where it began',
      `${HEADER}\n${ANNA}\n"${JONAS.replaceAll('"', '')}\n${ANNA}\n${ANNA}`,
      'people.csv row 3: a quotation mark (") is missing or one too many, here or in a row below.',
    ],
    [
      'a mistake below a cell of two lines: as Excel counts',
      `${HEADER};\n${ANNA}\n${JONAS.replace('jonas.alm@skola.example', '"jonas\n"')}`,
      'people.csv row 3 (Jonas Alm), mail: is not a mail address.',
    ],
    [
      'an empty cell that could be a yes or a no',
      `${HEADER}\n${ANNA.replace('ja;ja', 'ja;')}`,
      'people.csv row 2 (Anna Lind), active: is empty: it is to be true or false (in a CSV ja or nej).',
    ],
    [
      'columns that are missing',
      HEADER.replace('Mail;Role;', ''),
      'people.csv row 1: the columns mail, role are missing.',
    ],
    ['nobody', HEADER, 'people: there is nobody'],
    [
      'neither yes nor no',
      `${HEADER}\n${ANNA.replace(';ja;ja', ';kanske;ja')}`,
      'people.csv row 2 (Anna Lind), mayCall: is to be true or false (in a CSV ja or nej).',
    ],
  ])('%s', (_what, text, sentence) => {
    const result = read(text);
    expect('faults' in result && result.faults).toEqual([expect.stringContaining(sentence)]);
  });

  test('a fault begins with the name of the file that it is in', () => {
    const named = (register: unknown, text: string) =>
      parseRegister(JSON.stringify(register), { name: 'a/register.json', csv: { name: 'b/people.csv', text } });
    expect(named({ ...rest, tenantId: 'x' }, `${HEADER}\n${ANNA.replace('anna.lind@', '')}`)).toEqual({
      faults: [
        expect.stringMatching(/^a\/register\.json: tenantId: /),
        expect.stringMatching(/^b\/people\.csv row 2 \(Anna Lind\), mail: /),
      ],
    });
  });

  test('people in both files: which shall it be?', () => {
    expect(read(`${HEADER}\n${ANNA}`, file)).toEqual({ faults: [expect.stringContaining('Take them out of one')] });
  });
});

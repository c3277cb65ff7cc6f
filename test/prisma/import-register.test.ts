import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { OpenDatabase } from '../../prisma/database.ts';
import { importRegister } from '../../prisma/load-register.ts';
import { parseRegister } from '../../prisma/register-file.ts';
import {
  createPostgres,
  forEachDatabase,
  hasPostgres,
  openTestDatabase,
  type TestDatabase,
} from '../support/databases.ts';
import { asAdmin } from '../support/postgres-admin.ts';
import { programFile } from '../support/program.ts';
import { anna, channel, file, jonas, parsed, skolan, TENANT } from '../support/register-sample.ts';

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  beforeAll(async () => {
    place = await create();
    open = await openTestDatabase(place.location);
  });
  afterAll(async () => {
    await open.close();
    await place.remove();
  });
  const read = () => open.database.transaction((store) => store.register());
  const load = async (value: unknown, mayStore?: () => boolean) => {
    const { changes } = await importRegister(open.prisma, parsed(value), mayStore);
    return changes.map(({ kind, id, what }) => `${what} ${kind} ${id}`);
  };

  test('a dry run says what would be added and changes nothing', async () => {
    expect(await load(file, () => false)).toHaveLength(6);
    expect((await read()).units).toEqual([]);
  });

  test('the file is loaded, and a program that had read the old register sees the new one', async () => {
    expect((await read()).settings.meetingWord).toBe('Västbusmöte');
    await load(file);
    const register = await read();
    expect(register.people.map(({ name, tenantId, active }) => [name, tenantId, active])).toEqual([
      ['Anna Lind', TENANT, true],
      ['Jonas Alm', TENANT, true],
    ]);
    expect(register.units[0]).toMatchObject({ id: 'skolan', convenes: false, mailDomains: ['skola.example'] });
    expect(register.settings).toMatchObject({ meetingWord: 'SIP-möte', meetingDeadlineDays: 21 });
  });

  test('the same file again changes nothing', async () => {
    const before = await read();
    expect(await load(file)).toEqual([]);
    expect(await read()).toBe(before);
  });

  test('somebody who is not in the file any more becomes inactive, and active when they are back', async () => {
    const { settings: _, ...without } = file;
    expect(await load({ ...without, people: [{ ...anna, role: 'skolkurator' }] })).toEqual([
      `changed person ${anna.id}`,
      `inactive person ${jonas.id}`,
    ]);
    const register = await read();
    expect(register.people.map(({ name, active }) => [name, active])).toEqual([
      ['Anna Lind', true],
      ['Jonas Alm', false],
    ]);
    expect(register.settings.meetingWord).toBe('SIP-möte');
    expect(await load({ ...without, people: [anna, jonas] })).toEqual([
      `changed person ${anna.id}`,
      `asleep person ${jonas.id}`,
    ]);
    expect((await read()).people.map(({ active }) => active)).toEqual([true, false]);
    expect(await load({ ...without, people: [anna, { ...jonas, active: true }] })).toEqual([
      `changed person ${jonas.id}`,
    ]);
  });

  test('what the file leaves out stays as it is stored; null and an empty cell take it away', async () => {
    const { people: _, ...rest } = file;
    const table = (text: string) => {
      const result = parseRegister(JSON.stringify(rest), { csv: { name: 'people.csv', text } });
      if ('faults' in result) throw new Error(result.faults.join());
      return importRegister(open.prisma, result.register);
    };
    const HEADER = 'id;name;mail;role;unitId';
    const [ANNA, JONAS] = [anna, jonas].map((one) => [one.id, one.name, one.mail, one.role, one.unitId].join(';'));
    const full = { phone: '070-174 06 05', aliases: ['a@skola.example'], coordinates: true };
    const other = TENANT.replaceAll('1', '2');
    await load({
      ...file,
      people: [
        { ...anna, ...full },
        { ...jonas, tenantId: other, active: false },
      ],
    });
    const before = (await read()).people;
    const kept = await table(`${HEADER}\n${ANNA}\n${JONAS}`);
    expect(kept.changes.map(({ what }) => what)).toEqual(['asleep']);
    expect(kept.register.notes).toEqual([
      { says: 'Jonas Alm stays in another tenant than the file’s: say tenantId to move them.' },
    ]);
    await load({ ...file, people: file.people.map(({ mayCall: _, ...one }: Partial<typeof anna>) => one) });
    expect((await read()).people).toEqual(before);
    await table(`${HEADER};phone;aliases;coordinates\n${ANNA};;;\n${JONAS};;;`);
    expect((await read()).people[0]).toMatchObject({ phone: null, aliases: [], coordinates: false, mayCall: true });
    await load({
      ...file,
      people: [
        { ...anna, ...full },
        { ...jonas, tenantId: TENANT, active: true },
      ],
    });
    await load({ ...file, people: [{ ...anna, phone: null, aliases: null, coordinates: null }, jonas] });
    expect((await read()).people[0]).toMatchObject({ phone: null, aliases: [], coordinates: false, mayCall: true });
  });

  test('what follows from another field goes with it: whose a unit of another kind is', async () => {
    const { principal: _, ...own } = skolan;
    await load({ ...file, units: [{ ...own, principal: 'OTHER', private: true }] });
    expect(await load({ ...file, units: [own] })).toEqual([]);
    await load({ ...file, units: [{ ...own, kind: 'BUP' }] });
    expect((await read()).units).toMatchObject([{ kind: 'BUP', principal: 'REGION', private: false }]);
    await load({ ...file, units: [{ ...own, kind: 'BUP', principal: 'OTHER' }] });
    expect((await read()).units).toMatchObject([{ principal: 'OTHER', private: true }]);
    await load({ ...file, units: [{ ...skolan, private: false }] });
  });

  test('of a setting that is a group only what is named is set; null takes one away', async () => {
    const set = async (settings: object) => {
      const { changes } = await importRegister(open.prisma, parsed({ ...file, settings }));
      return changes.flatMap(({ id, what, fields }) => fields.map(({ field }) => `${what} ${id} ${field}`.trim()));
    };
    const rung = { number: '031-390 06 02', checkedOn: '2027-03-01' };
    await set({
      acuteNumbers: { BUP: rung, BRIS: { number: '08-465 004 10', checkedOn: '2027-03-01' } },
      links: { HANDBOOK: 'https://handbok.example', ROUTINE: 'https://rutin.example' },
      personalData: { responsible: 'Nämnden', contact: 'namnd@skola.example', officer: 'ombud@skola.example' },
    });
    expect(
      await set({
        acuteNumbers: { BUP: { number: rung.number }, BRIS: null, NIGHT_DUTY: { number: '031-390 06 01' } },
        links: { ROUTINE: null },
        personalData: { responsible: 'Styrelsen', contact: 'namnd@skola.example' },
        meetingWord: null,
      }),
    ).toEqual([
      'removed meetingWord',
      'changed acuteNumbers BRIS.number',
      'changed acuteNumbers BRIS.checkedOn',
      'changed acuteNumbers NIGHT_DUTY.checkedOn',
      'changed acuteNumbers NIGHT_DUTY.number',
      'changed links ROUTINE',
      'changed personalData responsible',
    ]);
    const { settings } = await read();
    expect(settings).toMatchObject({
      acuteNumbers: { BUP: rung, NIGHT_DUTY: { number: '031-390 06 01', checkedOn: null } },
      links: { HANDBOOK: 'https://handbok.example' },
      personalData: { responsible: 'Styrelsen', officer: 'ombud@skola.example' },
      meetingWord: 'Västbusmöte',
    });
    expect(Object.keys(settings.acuteNumbers)).not.toContain('BRIS');
    // That somebody rang the old number says nothing of a new one.
    await set({ acuteNumbers: { BUP: { number: '031-390 06 03' } } });
    expect((await read()).settings.acuteNumbers.BUP).toEqual({ number: '031-390 06 03', checkedOn: null });
    await set({ acuteNumbers: null, links: null, personalData: null, meetingWord: 'SIP-möte' });
  });

  test('what does not fit together once the stored register has filled in what is left out is refused whole', async () => {
    const { faults } = await importRegister(
      open.prisma,
      parsed({ ...file, people: [{ ...anna, mayCall: false }, jonas], settings: { meetingWord: 'Möte' } }),
    );
    expect(faults).toEqual([expect.objectContaining({ says: expect.stringMatching(/^nobody may call/) })]);
    await load({ ...file, people: [{ ...anna, aliases: ['a@skola.example'] }, jonas] });
    const taken = parsed({ ...file, people: [anna, { ...jonas, mail: 'a@skola.example' }] });
    expect((await importRegister(open.prisma, taken)).faults).toMatchObject([
      { says: 'is the address of Anna Lind too' },
    ]);
    expect((await read()).settings.meetingWord).toBe('SIP-möte');
    await load({ ...file, people: [{ ...anna, aliases: null }, jonas] });
  });

  test('of somebody who leaves: how many open cases they convene, and in how many nobody else works', async () => {
    const third = { ...jonas, id: jonas.id.replace(/2$/, '3'), name: 'Ulf Ås', mail: 'ulf@skola.example' };
    await load({ ...file, people: [anna, jonas, third] });
    for (const [id, status] of [
      ['one', 'PREPARING'],
      ['two', 'PLAN_ACTIVE'],
      ['three', 'CLOSED'],
    ] as const)
      await open.prisma.case.create({
        data: {
          id,
          code: id,
          status,
          tenantId: TENANT,
          convenerId: third.id,
          unitId: 'skolan',
          language: 'sv',
          createdAt: new Date(0),
        },
      });
    await open.prisma.member.create({
      data: { id: 'm', caseId: 'one', personId: jonas.id, role: 'TEAM', addedAt: new Date(0) },
    });
    const casesOf = async (people: object[]) =>
      (await importRegister(open.prisma, parsed({ ...file, people }), () => false)).changes.flatMap(
        ({ cases }) => cases ?? [],
      );
    expect(await casesOf([anna, jonas])).toEqual([{ open: 2, alone: 1 }]);
    expect(await casesOf([anna, jonas, { ...third, active: false }])).toEqual([{ open: 2, alone: 1 }]);
    expect(await casesOf([anna])).toEqual([{ open: 2, alone: 2 }]);
    expect(await casesOf([anna, third])).toEqual([]);
    await open.prisma.member.deleteMany();
    await open.prisma.case.deleteMany();
    await load(file);
  });

  test('what changes is said field by field', async () => {
    const { changes } = await importRegister(
      open.prisma,
      parsed({ ...file, people: [{ ...anna, role: 'skolkurator' }, jonas] }),
      () => false,
    );
    expect(changes).toMatchObject([{ id: anna.id, fields: [{ field: 'role', from: 'kurator', to: 'skolkurator' }] }]);
  });

  test('more than a fifth of the people or places away is a question, one of six is a leaver', async () => {
    const team = [2, 3, 4, 5, 6].map((n) => ({
      ...jonas,
      active: true,
      id: jonas.id.replace(/2$/, String(n)),
      mail: `${n}@skola.example`,
    }));
    const places = Array.from({ length: 6 }, (_, n) => ({ id: `rum-${n + 1}`, name: `Rum ${n + 1}` }));
    const whole = { ...file, people: [anna, ...team], places };
    await load(whole);
    const losesOf = async (value: object) =>
      (await importRegister(open.prisma, parsed({ ...whole, ...value }), () => false)).loses;
    expect(await losesOf({ people: [anna, ...team.slice(1)], places: places.slice(1) })).toEqual([]);
    expect(await losesOf({ people: [anna], places: [] })).toEqual(['5 of 6 people', '6 of 6 places']);
    // To say it of each is to say it of all.
    expect(await losesOf({ people: [anna, ...team.map((one) => ({ ...one, active: false }))] })).toEqual([
      '5 of 6 people',
    ]);
    await load({ ...file, places: [] });
  });

  test('the unit’s id in capitals is that unit', async () => {
    const loud = { ...skolan, id: 'SKOLAN' };
    expect(await load({ ...file, units: [loud], places: [] })).toEqual([]);
  });

  test('a channel that was stored from Teams is the unit’s one, kept without a file’s and replaced by it', async () => {
    await open.database.transaction((store) =>
      store.saveChannel({
        ...channel,
        id: 'from-teams',
        tenantId: TENANT,
        conversationId: '19:new@thread.tacv2',
        serviceUrl: 'https://x.example',
      }),
    );
    expect(await load({ ...file, places: [], channels: [] })).toEqual(['kept channel skolan']);
    expect((await read()).channels).toMatchObject([{ conversationId: '19:new@thread.tacv2' }]);
    expect(await load({ ...file, places: [] })).toEqual(['changed channel skolan']);
    expect((await read()).channels).toMatchObject([channel]);
  });

  test('every field that a file can have is read from the Register', async () => {
    const aliases = ['a@skola.example', '/o=x/cn=anna'];
    const settings = {
      acuteNumbers: { BUP: { number: '031-390 06 02', checkedOn: '2027-03-01' } },
      agreement: { holdsUntil: '2027-12-31', confirmedBy: 'utvecklingschefen', confirmedOn: '2027-01-15' },
      weedingDecision: 'Dnr 2026-117',
      links: { HANDBOOK: 'https://handbok.example' },
      personalData: { responsible: 'Nämnden', contact: 'namnd@skola.example', officer: null },
    };
    const unit = {
      ...skolan,
      kind: 'INDEPENDENT_SCHOOL',
      principal: 'OTHER',
      private: true,
      aliases: ['b@skola.example'],
    };
    const person = { ...anna, phone: '070-174 06 05', aliases, coordinates: true };
    await load({ ...file, units: [unit], people: [person, jonas], settings });
    const register = await read();
    expect(register.units).toMatchObject([unit]);
    expect(register.people.find(({ id }) => id === anna.id)).toMatchObject(person);
    expect(register.people.find(({ id }) => id === jonas.id)).toMatchObject({ phone: null, aliases: [] });
    expect(register.settings).toMatchObject(settings);
  });
});

describe.skipIf(!hasPostgres())('npm run import', () => {
  let folder: string;
  let place: TestDatabase;
  beforeAll(async () => {
    folder = mkdtempSync(`${tmpdir()}/vastbus-import-`);
    place = await createPostgres();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await place.remove();
  });

  const url = () => (place.location.kind === 'postgres' ? place.location.url : '');
  const say = (args: string[], databaseUrl = url(), env: NodeJS.ProcessEnv = {}) => {
    const child = spawnSync(process.execPath, [programFile('prisma/import-register.ts'), ...args], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: databaseUrl, ...env },
      encoding: 'utf8',
    });
    expect(child.stdout + child.stderr).not.toMatch(/\n +at |node:internal/);
    return { code: child.status, lines: (child.stdout + child.stderr).trim().split('\n') };
  };
  const write = (text: string | Buffer, name = 'register.json') => writeFileSync(`${folder}/${name}`, text);
  const run = (value: object, ...args: string[]) => {
    write(JSON.stringify(value));
    return say(['register.json', ...args]);
  };
  const tables = async (databaseUrl: string) =>
    (
      await asAdmin(
        databaseUrl,
        `SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      )
    ).length;

  test('a dry run on an empty database shows the difference and makes no table', async () => {
    const empty = url().replace(/[^/]+$/, (name) => `${name}_empty`);
    await asAdmin(url(), `CREATE DATABASE ${new URL(empty).pathname.slice(1)}`);
    write(JSON.stringify(file));
    const { code, lines } = say(['register.json', '--dry-run'], empty);
    expect([code, await tables(empty)]).toEqual([0, 0]);
    expect(lines).toContain(`added: person ${anna.id} (Anna Lind): unitId "skolan", role "kurator", mayCall true`);
    expect(lines.at(-1)).toBe('Dry run: nothing was changed.');
  });

  test('says what it did, and what it would; the same again is nothing', () => {
    const first = run(file);
    expect([first.code, first.lines.at(-1)]).toEqual([0, 'Imported.']);
    expect(run(file)).toEqual({ code: 0, lines: ['The register is already as the file says.'] });
    expect(run({ ...file, people: [anna, { ...jonas, role: 'biträdande rektor' }] }, '--dry-run')).toEqual({
      code: 0,
      lines: [
        `changed: person ${jonas.id} (Jonas Alm): role "rektor" → "biträdande rektor"`,
        'Dry run: nothing was changed.',
      ],
    });
  });

  test('a short file is asked about, also in a dry run, and taken with --yes', () => {
    const short = { ...file, people: [anna], places: [] };
    const whole = {
      ...file,
      people: [anna, { ...jonas, active: true }],
      places: [{ ...file.places[0], active: true }],
    };
    const question = '1 of 2 people and 1 of 1 places would become inactive. If that is right: the same with --yes.';
    expect(run(short, '--dry-run')).toMatchObject({ code: 3, lines: expect.arrayContaining([question]) });
    expect(run(short)).toMatchObject({ code: 3, lines: expect.arrayContaining([question, 'Nothing was changed.']) });
    expect(run(file)).toEqual({ code: 0, lines: ['The register is already as the file says.'] });
    expect(run(short, '--yes')).toMatchObject({ code: 0 });
    expect(run(whole)).toMatchObject({ code: 0 });
  });

  test('an option without -- before it, which npm keeps to itself, stops everything', () => {
    write(JSON.stringify({ ...file, settings: { meetingWord: 'Möte' } }));
    for (const flag of ['--dry-run', '--yes', '--schema', '--help']) {
      const { code, lines } = say(['register.json'], url(), {
        [`npm_config_${flag.slice(2).replace('-', '_')}`]: 'true',
      });
      expect([code, lines[0]]).toEqual([
        2,
        `npm has kept ${flag} to itself, and nothing was done. Put -- before the file: npm run import -- register.json ${flag}`,
      ]);
    }
    expect(run(file)).toEqual({ code: 0, lines: ['The register is already as the file says.'] });
    expect(say(['register.json', '--dry-run'], url(), { npm_config_dry_run: 'true', npm_config_yes: '' }).code).toBe(0);
  });

  test('whoever reads the lines may stop: no stack, and the exit code of what was done', () => {
    const places = Array.from({ length: 2_000 }, (_, n) => ({ id: `sal-${n}`, name: `Sal ${n}` }));
    write(JSON.stringify({ ...file, places: [...file.places, ...places] }));
    const program = `"${process.execPath}" "${programFile('prisma/import-register.ts')}" register.json --dry-run`;
    const child = spawnSync('bash', ['-c', `${program} | head -n 1; exit \${PIPESTATUS[0]}`], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: url() },
      encoding: 'utf8',
    });
    expect(child).toMatchObject({ status: 0, stderr: '' });
  });

  test('notes beside what is done: a channel’s link when it is new, a tenant that the bot does not let in', () => {
    const link = `https://teams.microsoft.com/l/channel/19%3Anew%40thread.tacv2/SIP?groupId=${TENANT}&tenantId=${TENANT}`;
    const value = { ...file, channels: [{ unitId: 'skolan', conversationId: link }] };
    const notes = (lines: string[]) => lines.filter((line) => line.startsWith('Note: '));
    const said = `Note: channel skolan: the link is to "SIP" in team ${TENANT}.`;
    expect(notes(run(value, '--dry-run').lines)).toEqual([said]);
    write(JSON.stringify(file));
    const other = { ALLOWED_TENANTS: TENANT.replaceAll('1', '2') };
    expect(say(['register.json'], url(), other).lines).toEqual([
      'The register is already as the file says.',
      `Note: tenant ${TENANT} is not in ALLOWED_TENANTS, and 1 who may call are of it: the bot refuses them.`,
    ]);
  });

  test('nobody who may call', () => {
    expect(run({ ...file, people: [{ ...anna, mayCall: false }, jonas] })).toEqual({
      code: 1,
      lines: ['register.json: people: nobody may call (mayCall), so no case could be started.'],
    });
  });

  test('people from people.csv, wherever the two files are named', () => {
    const { people: _, ...rest } = file;
    write(
      `id;name;mail;role;unitId;mayCall\r\n${[anna, jonas].map((one) => [one.id, one.name, one.mail, one.role, 'skolan', one === anna ? 'ja' : 'nej'].join(';')).join('\r\n')}`,
      'people.csv',
    );
    write(JSON.stringify(rest));
    const same = { code: 0, lines: ['The register is already as the file says.'] };
    expect(say(['register.json', 'people.csv'])).toEqual(same);
    expect(say(['people.csv', 'register.json'])).toEqual(same);
    const text = `id\tname\tmail\trole\tunitId\n${[anna, jonas].map((one) => [one.id, one.name, one.mail, one.role, 'skolan'].join('\t')).join('\n')}`;
    write(Buffer.from(`\ufeff${text}`, 'utf16le'), 'people.txt');
    expect(say(['register.json', 'people.txt'])).toEqual(same);
    write(Buffer.from('id;name;mail;role;unitId\nx;Åsa', 'latin1'), 'people.csv');
    expect(say(['register.json', 'people.csv'])).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^people\.csv: line 2: is not in UTF-8/)],
    });
  });

  test.each([
    ['a broken file', ['broken.json'], 1, /^broken\.json: line 1, sign 2: is not JSON/],
    ['Latin-1', ['latin1.json'], 1, /^latin1\.json: line 1: is not in UTF-8/],
    ['a file that is not there', ['none.json'], 1, /^none\.json: is not there: see that path and name are right\.$/],
    ['a folder', ['.'], 1, /^\.: is a folder/],
    ['no file', [], 2, /^Say which file: register\.json is missing\.$/],
    [
      'people only',
      ['people.csv'],
      2,
      /^Say which file the register stands in, beside people\.csv: register\.json is /,
    ],
    ['people twice', ['register.json', 'a.csv', 'b.csv'], 2, /^b\.csv: one register and one people\.csv is all/],
    [
      'the same people twice',
      ['register.json', 'a.csv', 'a.csv'],
      2,
      /^a\.csv: one register and one people\.csv is all/,
    ],
    ['an option that is misspelt', ['register.json', '--dryrun'], 2, /^Unknown option '--dryrun'\.$/],
    ['an option that takes no value', ['register.json', '--dry-run=yes'], 2, /--dry-run/],
    ['two registers', ['register.json', 'more.json'], 2, /^more\.json: one register and one people\.csv/],
    ['--help', ['--help'], 0, /^npm run import -- register\.json/],
    ['--schema', ['--schema'], 0, /^\{$/],
  ])('%s', (_what, args, code, sentence) => {
    write('{', 'broken.json');
    write(Buffer.from('{"name": "Björk"}', 'latin1'), 'latin1.json');
    const said = say(args);
    expect(said.code).toBe(code);
    expect(said.lines[0]).toMatch(sentence);
  });

  test('a database that is not there, a setting that is none', () => {
    write(JSON.stringify(file));
    const away = say(['register.json'], 'postgresql://bot:hemlig@127.0.0.1:1/none');
    expect(away).toEqual({
      code: 4,
      lines: [expect.stringMatching(/^The database in DATABASE_URL cannot be used \(ECONNREFUSED\)/)],
    });
    expect(say(['register.json'], '')).toEqual({
      code: 4,
      lines: [expect.stringMatching(/^DATABASE_URL: .*Is missing/)],
    });
  });

  test('a user who may not make tables, or not read them, is told which privilege is missing', async () => {
    const poor = `poor_${randomBytes(4).toString('hex')}`;
    await asAdmin(url(), `CREATE ROLE ${poor} LOGIN PASSWORD 'hemlig'`);
    onTestFinished(() => asAdmin(url(), `DROP ROLE ${poor}`).then(() => undefined));
    const theirs = url().replace(/\/\/[^@]*@/, `//${poor}:hemlig@`);
    write(JSON.stringify({ ...file, settings: { meetingWord: 'Möte' } }));
    const refusal = {
      code: 4,
      lines: [expect.stringMatching(/^The database user in DATABASE_URL lacks a privilege \(42501\)/)],
    };
    expect(say(['register.json'], theirs)).toEqual(refusal);
    expect(say(['register.json', '--dry-run'], theirs)).toEqual(refusal);
  });

  test('a database that may only be read, by its user or as a whole: the dry run says that the import would be refused', async () => {
    const reader = `reader_${randomBytes(4).toString('hex')}`;
    const name = new URL(url()).pathname.slice(1);
    await asAdmin(url(), `CREATE ROLE ${reader} LOGIN PASSWORD 'hemlig'`);
    await asAdmin(url(), `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${reader}`);
    onTestFinished(async () => {
      await asAdmin(url().replace(/[^/]+$/, 'postgres'), `ALTER DATABASE ${name} RESET default_transaction_read_only`);
      await asAdmin(url(), `DROP OWNED BY ${reader}`);
      await asAdmin(url(), `DROP ROLE ${reader}`);
    });
    const theirs = url().replace(/\/\/[^@]*@/, `//${reader}:hemlig@`);
    const changed = { ...file, settings: { meetingWord: 'Möte' } };
    write(JSON.stringify(changed));
    const dry = say(['register.json', '--dry-run'], theirs);
    expect(dry).toEqual({
      code: 4,
      lines: [
        'changed: setting meetingWord: "SIP-möte" → "Möte"',
        expect.stringMatching(/^The import itself would be refused: The database user .* lacks a privilege \(42501\)/),
        'Dry run: nothing was changed.',
      ],
    });
    expect(say(['register.json'], theirs)).toEqual({
      code: 4,
      lines: [expect.stringMatching(/^The database user in DATABASE_URL lacks a privilege \(42501\)/)],
    });
    await asAdmin(url(), `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const readOnly = /^(The import itself would be refused: )?The database in DATABASE_URL can only be read \(25006\)/;
    expect(run(changed, '--dry-run')).toMatchObject({
      code: 4,
      lines: expect.arrayContaining([expect.stringMatching(readOnly)]),
    });
    expect(run(changed)).toEqual({ code: 4, lines: [expect.stringMatching(readOnly)] });
  });
});

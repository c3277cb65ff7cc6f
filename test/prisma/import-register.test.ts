import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { OpenDatabase } from '../../prisma/database.ts';
import { importRegister } from '../../prisma/load-register.ts';
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
      `changed person ${jonas.id}`,
    ]);
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
  const say = (args: string[], databaseUrl = url()) => {
    const child = spawnSync(process.execPath, [programFile('prisma/import-register.ts'), ...args], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: databaseUrl },
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
    expect(lines).toContain(`added: person ${anna.id} (Anna Lind)`);
    expect(lines.at(-1)).toBe('Dry run: nothing was changed.');
  });

  test('says what it did, and what it would; the same again is nothing', () => {
    expect(run(file)).toMatchObject({ code: 0 });
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
    const question = '1 of 2 people and 1 of 1 places would become inactive. If that is right: the same with --yes.';
    expect(run(short, '--dry-run')).toMatchObject({ code: 3, lines: expect.arrayContaining([question]) });
    expect(run(short)).toMatchObject({ code: 3, lines: expect.arrayContaining([question, 'Nothing was changed.']) });
    expect(run(file)).toEqual({ code: 0, lines: ['The register is already as the file says.'] });
    expect(run(short, '--yes')).toMatchObject({ code: 0 });
    expect(run(file)).toMatchObject({ code: 0 });
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
    ['no file', [], 2, /^Say which file\.$/],
    ['an option that is misspelt', ['register.json', '--dryrun'], 2, /^Unknown option '--dryrun'\.$/],
    ['an option that takes no value', ['register.json', '--dry-run=yes'], 2, /--dry-run/],
    ['two registers', ['register.json', 'more.json'], 2, /^more\.json: one register and one \.csv file/],
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
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../prisma/database.ts';
import { importRegister } from '../../prisma/load-register.ts';
import { type ParsedRegister, parseRegister } from '../../prisma/register-file.ts';
import {
  createPostgres,
  forEachDatabase,
  hasPostgres,
  openTestDatabase,
  type TestDatabase,
} from '../support/databases.ts';
import { programFile } from '../support/program.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const anna = {
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: 'Anna Lind',
  mail: 'anna.lind@skola.example',
  role: 'kurator',
  unitId: 'skolan',
  mayCall: true,
};
const jonas = {
  id: 'aaaaaaaa-0000-4000-8000-000000000002',
  name: 'Jonas Alm',
  mail: 'jonas.alm@skola.example',
  role: 'rektor',
  unitId: 'skolan',
};
const file = {
  tenantId: TENANT,
  units: [
    {
      id: 'skolan',
      name: 'Skolan',
      kind: 'SCHOOL',
      principal: 'MUNICIPALITY',
      functionalMail: 'skolan@skola.example',
      mailDomains: ['skola.example'],
    },
  ],
  people: [anna, jonas],
  places: [{ id: 'rum-1', name: 'Rum 1' }],
  channels: [{ id: 'kanal-1', unitId: 'skolan', conversationId: '19:kanal', serviceUrl: 'https://smba.example/emea' }],
  settings: { meetingWord: 'SIP-möte' },
};

function parsed(value: unknown): ParsedRegister {
  const result = parseRegister(JSON.stringify(value));
  if ('faults' in result) throw new Error(result.faults.join());
  return result.register;
}

test('ids in capitals, as some tools export them, are the same ids', () => {
  const capitals = [anna, jonas].map((one) => ({ ...one, id: one.id.toUpperCase() }));
  expect(parsed({ ...file, tenantId: TENANT.toUpperCase(), people: capitals })).toEqual(parsed(file));
});

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
  const load = async (value: unknown, dryRun = false) =>
    (await importRegister(open.prisma, parsed(value), { dryRun })).map(({ kind, id, what }) => `${what} ${kind} ${id}`);

  test('a dry run says what would be added and changes nothing', async () => {
    expect(await load(file, true)).toHaveLength(6);
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
});

describe('a broken register file', () => {
  test.each<[string, unknown, string]>([
    ['a kind that does not exist', { ...file, units: [{ ...file.units[0], kind: 'CIRCUS' }] }, 'units[0].kind: '],
    [
      'a unit that is not there',
      { ...file, people: [{ ...anna, unitId: 'bup' }] },
      'people[0].unitId: names a unit that is not in the file: bup',
    ],
    ['the same person twice', { ...file, people: [anna, anna] }, 'people[1].id: is there twice'],
    [
      'the same person in capitals, in another tenant',
      { ...file, people: [anna, { ...anna, id: anna.id.toUpperCase(), tenantId: TENANT.replaceAll('1', '2') }] },
      'people[1].id: is there twice',
    ],
    [
      'mail outside the unit',
      { ...file, people: [{ ...anna, mail: 'anna@gmail.example' }] },
      'people[0].mail: is not in a mail domain of unit skolan',
    ],
    ['a field nobody knows', { ...file, personnummer: '' }, 'The file: Unrecognized key: "personnummer"'],
    [
      'two channels for a unit',
      { ...file, channels: [file.channels[0], { ...file.channels[0], id: 'kanal-2' }] },
      'channels[1].unitId: is a second channel',
    ],
  ])('%s is named with its place', (_, broken, sentence) => {
    const result = parseRegister(JSON.stringify(broken));
    expect('faults' in result && result.faults.join('\n')).toContain(sentence);
  });

  test('what is no JSON is said to be none', () => {
    expect(parseRegister('{ units: ')).toEqual({ faults: [expect.stringContaining('The file is not JSON')] });
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

  function run(text: string, ...args: string[]) {
    writeFileSync(`${folder}/register.json`, text);
    const url = place.location.kind === 'postgres' ? place.location.url : '';
    const child = spawnSync(
      process.execPath,
      [programFile('prisma/import-register.ts'), `${folder}/register.json`, ...args],
      {
        env: { ...process.env, DATABASE_URL: url },
        encoding: 'utf8',
      },
    );
    return { code: child.status, lines: (child.stdout + child.stderr).trim().split('\n') };
  }

  test('says what it did; a broken file is refused with exit code 1', () => {
    expect(run(JSON.stringify(file), '--dry-run')).toMatchObject({
      code: 0,
      lines: expect.arrayContaining([`added: person ${anna.id} (Anna Lind)`, 'Dry run: nothing was changed.']),
    });
    expect(run(JSON.stringify(file))).toMatchObject({ code: 0 });
    expect(run(JSON.stringify(file))).toEqual({ code: 0, lines: ['The register is already as the file says.'] });
    expect(run(JSON.stringify({ ...file, units: [] }))).toMatchObject({ code: 1 });
    expect(run('{')).toMatchObject({ code: 1, lines: [expect.stringContaining('is not JSON')] });
  });
});

import { describe, expect, test } from 'vitest';
import { readImportConfig, readSandboxConfig, readServeConfig } from '../../bot/config/config.ts';

/** The same each time, since some stand in the names of tests. */
const key = (byte = 1) => Buffer.alloc(32, byte).toString('base64');
const GUID = '1b4e28ba-2fa1-4d2e-883f-0016d3cca427';
const OTHER = '7C9E6679-7425-40de-944b-e07fc1f90ae7';

const complete = {
  DATABASE_URL: 'postgresql://bot:hemlig@db.example:5432/vastbus',
  MICROSOFT_APP_ID: GUID,
  MICROSOFT_APP_PASSWORD: 'not-a-real-secret',
  MICROSOFT_APP_TENANT_ID: GUID,
  ALLOWED_TENANTS: `${GUID}, ${OTHER}`,
  PUBLIC_URL: 'https://bot.example/',
  DATA_KEYS: `k2:${key(2)},k1:${key()}`,
  LOG_KEY: key(3),
  GRAPH_TENANT_ID: GUID,
  GRAPH_CLIENT_ID: GUID,
  GRAPH_CLIENT_SECRET: 'not-a-real-secret',
};

const faults = (env: Record<string, string | undefined>) => {
  const reading = readServeConfig(env);
  return reading.ok ? [] : reading.missing;
};

describe('starting in production', () => {
  test('with every setting the program has what it needs', () => {
    const reading = readServeConfig(complete);
    expect(reading).toMatchObject({
      ok: true,
      config: {
        port: 3978,
        allowedTenants: [GUID, OTHER.toLowerCase()],
        publicUrl: 'https://bot.example',
        serviceUrlHosts: ['smba.trafficmanager.net'],
        keepSeenHours: 48,
        keepDoneDays: 30,
      },
    });
  });

  test('with no setting at all every one that is needed is listed once, with what it is', () => {
    const lines = faults({});
    expect(lines.map((line) => line.split(':')[0])).toEqual(expect.arrayContaining(Object.keys(complete)));
    expect(lines).toHaveLength(Object.keys(complete).length);
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+: .{10,}\. Is missing\.$/);
  });

  test.each(Object.keys(complete))('%s alone missing or empty is enough to refuse', (name) => {
    for (const value of [undefined, '', '  '])
      expect(faults({ ...complete, [name]: value })).toEqual([expect.stringMatching(`^${name}: `)]);
  });

  test.each([
    ['KEEP_SEEN_HOURS', '1'],
    ['KEEP_SEEN_HOURS', 'for ever'],
    ['KEEP_DONE_DAYS', '0'],
    ['MICROSOFT_APP_ID', 'none'],
    ['MICROSOFT_APP_ID', '00000000-0000-0000-0000-000000000000'],
    ['MICROSOFT_APP_ID', 'null'],
    ['MICROSOFT_APP_PASSWORD', 'x'],
    ['ALLOWED_TENANTS', '*'],
    ['ALLOWED_TENANTS', ','],
    ['ALLOWED_TENANTS', `${GUID},common`],
    ['SERVICE_URL_HOSTS', '169.254.169.254'],
    ['SERVICE_URL_HOSTS', 'localhost'],
    ['SERVICE_URL_HOSTS', '*.trafficmanager.net'],
    ['SERVICE_URL_HOSTS', 'https://smba.trafficmanager.net'],
    ['PUBLIC_URL', 'http://bot.example'],
    ['PUBLIC_URL', 'bot.example'],
    ['DATABASE_URL', 'mysql://db.example/x'],
    ['DATABASE_URL', 'file:./x.db'],
    ['DATA_KEYS', key()],
    ['DATA_KEYS', 'k1:c2hvcnQ='],
    ['DATA_KEYS', `k1:${key()},k1:${key(2)}`],
    ['DATA_KEYS', `k1:${key()},`],
    ['LOG_KEY', 'kort'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3978; rm'],
    ['LOG_LEVEL', 'verbose'],
    ['LIMIT_FACTOR', '0'],
    ['LIMIT_FACTOR', '0.5'],
    ['LIMIT_FACTOR', 'none'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.1,*'],
  ])('%s=%s is refused in one line that does not repeat it', (name, value) => {
    const lines = faults({ ...complete, [name]: value });
    expect(lines).toEqual([expect.stringMatching(`^${name}: .+\\. Must be `)]);
    if (value.length > 3) expect(lines[0]).not.toContain(value);
  });
});

describe('starting the sandbox', () => {
  test('needs nothing', () => {
    expect(readSandboxConfig({})).toMatchObject({
      ok: true,
      config: { port: 3978, outlookPort: 3980, playgroundPort: 56_150, playground: true, databaseUrl: undefined },
    });
  });

  test('PLAYGROUND=off starts no Teams client', () => {
    expect(readSandboxConfig({ PLAYGROUND: 'off' })).toMatchObject({ ok: true, config: { playground: false } });
  });

  test('two services cannot have the same port', () => {
    expect(readSandboxConfig({ OUTLOOK_PORT: '3978' })).toEqual({
      ok: false,
      missing: [expect.stringContaining('three different ports')],
    });
  });
});

test('importing a register needs only the database', () => {
  expect(readImportConfig({})).toEqual({ ok: false, missing: [expect.stringMatching(/^DATABASE_URL: /)] });
  expect(readImportConfig({ DATABASE_URL: complete.DATABASE_URL })).toEqual({
    ok: true,
    config: { databaseUrl: complete.DATABASE_URL, serviceUrlHosts: ['smba.trafficmanager.net'] },
  });
});

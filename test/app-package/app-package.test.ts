import { readFile } from 'node:fs/promises';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const MANIFEST = 'appPackage/manifest.json';
const ENGLISH = 'appPackage/en.json';

const shape = z.looseObject({
  id: z.string(),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.tuple([
    z.looseObject({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string() })) }),
      ),
    }),
  ]),
});

let manifest: TeamsManifest;
let faults: string[] = [];
let english: Record<string, string> = {};
beforeAll(async () => {
  [manifest, faults] = await AppManifestUtils.readAndValidateTeamsManifest(MANIFEST);
  const { $schema: _schema, ...texts } = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(ENGLISH, 'utf8')));
  english = texts;
});

describe('the Teams app', () => {
  test('has a manifest that Teams takes', () => {
    expect(faults).toEqual([]);
  });

  test('works alone with the bot, in a team and in a group chat, and offers the commands in Swedish', () => {
    const { bots, localizationInfo } = shape.parse(manifest);
    expect(bots[0].scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(bots[0].commandLists.flatMap(({ commands }) => commands.map(({ title }) => title))).toEqual([
      'nytt Västbus',
      'mina ärenden',
      'hjälp',
    ]);
    expect(localizationInfo.defaultLanguageTag).toBe('sv');
  });

  test('has placeholders where the customer puts the ids of its own', () => {
    const { id, bots } = shape.parse(manifest);
    expect([id, bots[0].botId]).toEqual(Array(2).fill('00000000-0000-0000-0000-000000000000'));
  });

  test('says the same in English: every text that can be translated, and nothing else', async () => {
    expect(shape.parse(manifest).localizationInfo.additionalLanguages).toEqual([
      { languageTag: 'en', file: 'en.json' },
    ]);
    expect(Object.keys(english).sort()).toEqual(translatable(manifest).sort());
    expect(english).toMatchObject({ 'bots[0].commandLists[0].commands[0].title': 'new Västbus' });
    const translated: TeamsManifest = structuredClone(manifest);
    for (const [path, text] of Object.entries(english)) put(translated, path, text);
    expect(await AppManifestUtils.validateAgainstSchema(translated)).toEqual([]);
  });

  test.each([
    ['color.png', 192, 2],
    ['outline.png', 32, 6],
  ])('has its icon %s in the size that Teams wants', async (file, side, colourType) => {
    const png = await readFile(`appPackage/${file}`);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([side, side, colourType]);
  });
});

/** Paths of the names, descriptions and command texts, as the localisation file writes them. */
function translatable(of: TeamsManifest): string[] {
  const { bots } = shape.parse(of);
  const commands = bots[0].commandLists.flatMap(({ commands }, list) =>
    commands.flatMap((_, at) =>
      ['title', 'description'].map((part) => `bots[0].commandLists[${list}].commands[${at}].${part}`),
    ),
  );
  return ['name.short', 'name.full', 'description.short', 'description.full', ...commands];
}

function put(target: object, path: string, text: string): void {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), target);
  if (typeof Reflect.get(Object(holder), last) !== 'string') throw new Error(`${path} is not a text of the manifest`);
  Reflect.set(Object(holder), last, text);
}

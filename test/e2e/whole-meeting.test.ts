/**
 * A meeting from "Öppna mötet" to the papers in everybody's hands, as its chair sees it: eight there and one unit not.
 */
import type { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../../domain/days.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import register from '../../sandbox/register.json' with { type: 'json' };
import { type BrowserWorld, cardOf, openBrowserWorld } from '../support/browser-world.ts';
import { readPdf } from '../support/read-pdf.ts';
import { LENA, SAMIRA } from '../support/sandbox.ts';
import { onWorkingDay } from '../support/trip.ts';

const UNITS = ['elevhalsan', 'individ-och-familj', 'bup-dalsland', 'vardcentralen', 'habiliteringen'];
const unit = (id: string) => {
  const found = register.units.find((one) => one.id === id);
  if (!found) throw new Error(`no unit ${id} in the register`);
  return found;
};
const nameOf = (id: string): string => unit(id).name;
/** Nobody of it is in the register. */
const mailbox = { id: null, unitId: 'vardcentralen', mail: unit('vardcentralen').functionalMail };
const nils = register.people.find(({ unitId }) => unitId === 'habiliteringen') as typeof LENA;

const SAID = {
  ownWords: 'Jag vill kunna äta lunch med de andra.',
  question: 'Att hela skoldagen ska fungera.',
  works: 'Slöjden och rasterna.',
  worksNot: 'Ljudet i matsalen.',
  needs: ['Lugn och ro vid lunchen.', 'Sova bättre.'],
  goals: ['Äta lunch varje dag.', 'Somna före klockan tio.', 'Alla vet vem man ringer.'],
  crisis: 'BUP Dalsland',
};
type Measure = { what: string; who: string; goal: string; inDays: number };
const MEASURES: Measure[] = [
  { what: 'Ett bord i ett mindre rum.', who: 'elevhalsan', goal: 'Mål 1', inDays: 7 },
  { what: 'Hälsosamtal om sömn.', who: 'vardcentralen', goal: 'Mål 2', inDays: 14 },
  { what: 'Blodprov.', who: 'vardcentralen', goal: 'Mål 2', inDays: 21 },
  { what: 'Råd om ljud och ljus.', who: 'habiliteringen', goal: 'Mål 1', inDays: 28 },
  { what: 'Ringa hem på fredagar.', who: 'individ-och-familj', goal: 'Mål 3', inDays: 10 },
  { what: 'En kontakt att ringa.', who: 'bup-dalsland', goal: 'Mål 3', inDays: 12 },
];
const CHANGED = 'Ett bord vid fönstret i ett mindre rum.';
const NOT_AFTER_ALL = 'Ett möte till på torsdag.';

describe('a whole meeting in a browser', () => {
  let world: BrowserWorld;
  let file: CaseFile;
  let day: Temporal.PlainDate;

  beforeAll(async () => {
    world = await openBrowserWorld('test-results/meeting');
    file = await world.put('sent', {
      consent: { parties: UNITS },
      guardian: { wants: UNITS },
      called: [LENA, SAMIRA, mailbox, nils],
    });
    const startAt = file.meetings[0]?.startAt;
    if (!startAt) throw new Error('no meeting');
    day = dayOf(startAt);
    await world.moveClock(startAt.subtract({ minutes: 10 }).toString());
  }, 120_000);
  afterEach(({ task }) => world?.shootFailed(task));
  afterAll(() => world?.close());

  const { card, see, shoot } = cardOf(
    () => world,
    () => file.case.code,
  );
  const inDays = (days: number): string => day.add({ days }).toString();
  /** "Ändra" and "Ta bort" at a row say in their tooltip which row it is. */
  const atRow = async (tip: string): Promise<void> => {
    await card().locator.locator(`[title="${tip}"]`).first().click();
  };

  test('who is there: everybody with one press, then the exceptions', { timeout: 120_000 }, async () => {
    await see('Det är dags. Öppna mötet.');
    await shoot('before');
    await card().press('Öppna mötet');
    await see('Vilka är med?');
    await shoot('attendance');
    await card().press('Alla kom');
    await see(/Alla är markerade/);
    await card().choose(`${nameOf('habiliteringen')} · ${nils.name}, ${nils.role}`, 'Kom inte');
    await card().choose('Hur är barnet med i dag?', 'Hela mötet');
    await card().choose('Hur många närstående är med?', '1');
    await shoot('attendance-filled');
    await card().press('Nästa');
    await see(/2 av 5/);
  });

  test('the child first, then what is needed and where they want to come', { timeout: 120_000 }, async () => {
    await card().fill('Med egna ord', SAID.ownWords);
    await card().choose('Får de orden stå i planen? Planen hamnar hos alla som får en kopia.', 'Ja, så här');
    await card().fill('Det här fungerar', SAID.works);
    await card().fill('Det här är svårt', SAID.worksNot);
    await card().fill('Det här ska vi hjälpas åt med', SAID.question);
    await shoot('own-words');
    await card().press('Nästa');
    for (const need of SAID.needs) {
      await card().fill('Det här behövs', need);
      await card().press('Lägg till');
      await see(need);
    }
    await shoot('needs');
    await card().press('Nästa');
    for (const [n, goal] of SAID.goals.entries()) {
      await card().fill('Nytt mål', goal);
      await card().choose('Hör till', n === 1 ? 'Behov 2' : 'Behov 1');
      await card().press('Lägg till');
      await see(goal);
    }
    await shoot('goals');
  });

  test('a pause: one press, and what stood there stands there still', { timeout: 120_000 }, async () => {
    await card().press('Paus');
    await see(/Paus sedan/);
    await shoot('pause');
    await card().press('Fortsätt');
    await see(SAID.goals[2] ?? '');
    await card().press('Nästa');
  });

  test('six measures, one changed and one taken away while they are written', { timeout: 240_000 }, async () => {
    const add = async ({ what, who, goal, inDays: days }: Measure) => {
      await card().fill('Åtgärd: vad ska göras?', what);
      await card().choose('Verksamhet som ansvarar, eller vem', nameOf(who));
      await card().date('Senast (bara för verksamheter)', inDays(days));
      await card().choose('Vilket mål gäller det?', goal);
      await card().press('Lägg till');
      await see(what);
    };
    const [first, ...others] = MEASURES as [Measure, ...Measure[]];
    await shoot('measures-empty');
    await add(first);
    await add({ what: NOT_AFTER_ALL, who: 'elevhalsan', goal: 'Mål 1', inDays: 3 });
    await shoot('measures');
    await atRow('Ändra åtgärd 1');
    await see('Ändra åtgärd 1. Tryck sedan på Spara ändringen.');
    await card().fill('Åtgärd: vad ska göras?', CHANGED);
    await shoot('measure-changing');
    await card().press('Spara ändringen');
    await see(CHANGED);
    await atRow('Ta bort åtgärd 2');
    await card().locator.getByText(NOT_AFTER_ALL).waitFor({ state: 'detached' });
    for (const one of others) await add(one);
    await shoot('measures-all');
    await card().press('Nästa');
  });

  test('who answers for it, read back and locked', { timeout: 120_000 }, async () => {
    await see(/4 av 5/);
    await card().choose('Vilken huvudman har det övergripande ansvaret?', 'Kommunen');
    await card().choose('Vilken verksamhet håller ihop planen? Fråga vad familjen vill.', nameOf('elevhalsan'));
    await card().fill('Om det blir svårare: krisplan finns hos', SAID.crisis);
    await shoot('responsibility');
    await card().press('Nästa');
    await see('Det här ska vi hjälpas åt med');
    await shoot('readback');
    let read = await card().locator.innerText();
    await card().press('Läs resten av planen');
    await see('Huvudansvarig');
    await shoot('readback-more');
    read += await card().locator.innerText();
    const measures = MEASURES.slice(1).map(({ what }) => what);
    for (const words of [SAID.ownWords, SAID.question, ...SAID.needs, ...SAID.goals, CHANGED, ...measures])
      expect(read).toContain(words);
    expect(read).not.toContain(NOT_AFTER_ALL);
    // Of the unit that nobody came from: a question. The others have promised.
    expect(read.match(/Fråga ställd/g)).toHaveLength(1);
    await card().press('Nästa');
    await card().date('När följer ni upp?', onWorkingDay(day.add({ days: 60 })).toString());
    await card().choose('Vem berättar för barnet vad ni har bestämt?', 'Du som kallar');
    await shoot('closing');
    await card().press('Lås planen');
    await see(
      'Planen är klar. Skriv ut den och lämna den till alla. Jag påminner om uppföljningen. Om något ändras blir det en ny version.',
    );
    await shoot('locked');
  });

  test('two presses from there to the paper: the family’s, the parties’ and the file’s', {
    timeout: 120_000,
  }, async () => {
    const opened = async (answer: { value: unknown }) => {
      const url = /http:\/\/[^"]+\/print\/[^"]+/.exec(JSON.stringify(answer.value))?.[0] ?? '';
      const paper = await fetch(url, { method: 'POST' });
      expect(paper.headers.get('content-type')).toBe('application/pdf');
      return readPdf(Buffer.from(await paper.arrayBuffer()));
    };
    const all = await opened(await card().press('Skriv ut planen'));
    await shoot('print');
    const get = async (label: string) => {
      const answered = world.teams.page.waitForResponse((one) => one.url().endsWith('/_conversation/v1/invoke'));
      await atRow(label);
      return opened((await (await answered).json()) as { value: unknown });
    };
    const family = await get('Planen till familjen');
    const parties = await get('Planen till verksamheterna');
    const forFile = await get('Planen till akten');
    expect(all.written).toHaveLength(family.written.length + parties.written.length + forFile.written.length);

    const measures = MEASURES.slice(1).map(({ what }) => what);
    for (const { text } of [family, parties, forFile])
      for (const words of [SAID.ownWords, SAID.question, ...SAID.needs, ...SAID.goals, CHANGED, ...measures])
        expect(text).toContain(words);
    for (const { text } of [all, family, parties, forFile]) {
      expect(text).not.toContain(NOT_AFTER_ALL);
      // Nobody who works there stands on it by name.
      for (const { name } of register.people) expect(text).not.toContain(name);
    }
    expect(family.text).toContain(nameOf('habiliteringen'));
  });
});

/**
 * A plan from "Lås planen" to its next version: in everybody's hands, told to the child, followed up, and handed over
 * anew with what is new for each; until a guardian takes the copies back.
 */
import type { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../../domain/days.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import register from '../../sandbox/register.json' with { type: 'json' };
import { type BrowserWorld, cardOf, openBrowserWorld } from '../support/browser-world.ts';
import type { openPlayground } from '../support/playground.ts';
import { readPdf } from '../support/read-pdf.ts';
import { LENA, SAMIRA } from '../support/sandbox.ts';
import { onWorkingDay, WORDS } from '../support/trip.ts';

const UNITS = ['elevhalsan', 'individ-och-familj', 'bup-dalsland', 'habiliteringen'];
const nameOf = (id: string): string => register.units.find((one) => one.id === id)?.name ?? '';
const nils = register.people.find(({ unitId }) => unitId === 'habiliteringen') as typeof LENA;
const SENTENCES = ['Du får en lugn plats.', 'Vi ringer hem på fredag.', 'Du träffar någon på BUP varje tisdag.'];
const NEW = 'Följa med på idrotten.';
const [LENAS = '', KARINS = ''] = WORDS.measures;

describe('a plan in everybody’s hands, in a browser', () => {
  let world: BrowserWorld;
  let file: CaseFile;
  /** Of the first meeting. */
  let day: Temporal.PlainDate;
  let lena: Awaited<ReturnType<typeof openPlayground>>;

  beforeAll(async () => {
    world = await openBrowserWorld('test-results/plan-handed-over');
    file = await world.put('written', {
      consent: { parties: UNITS },
      guardian: { wants: UNITS },
      called: [LENA, SAMIRA, nils],
      attendance: ['IN_ROOM', 'IN_ROOM', 'REMOTE'],
      // What is asked on the last page is not answered yet.
      plan: () => ({ ownerUnitId: SAMIRA.unitId, followUpOn: null, childTellerRole: null, childTellByOn: null }),
    });
    day = dayOf(file.meetings[0]?.startAt as Temporal.Instant);
  }, 120_000);
  afterEach(({ task }) => world?.shootFailed(task));
  afterAll(() => world?.close());

  const { card, see, shoot, open, more } = cardOf(
    () => world,
    () => file.case.code,
  );
  const text = () => card().locator.innerText();
  /** Days after the first meeting. */
  const inDays = (days: number): string => onWorkingDay(day.add({ days })).toString();
  const paperOf = async (answer: { value: unknown }) => {
    const url = /http:\/\/[^"]+\/print\/[^"]+/.exec(JSON.stringify(answer.value))?.[0] ?? '';
    const paper = await fetch(url, { method: 'POST' });
    return readPdf(Buffer.from(await paper.arrayBuffer()));
  };
  const copyOf = (teams: typeof lena) => teams.card(new RegExp(`${file.case.code} · Planen`));
  /** When the newest meeting of the case begins. */
  const nextAt = async (): Promise<Temporal.Instant> => {
    const now = await world.sandbox.open().database.transaction((store) => store.findCase(file.case.id));
    return now?.meetings.at(-1)?.startAt as Temporal.Instant;
  };
  const close = async (followUpOn: string): Promise<void> => {
    await card().date('När följer ni upp?', followUpOn);
    await card().choose('Vem berättar för barnet vad ni har bestämt?', 'Du som kallar');
  };

  test('locked, with a time for the follow-up that the family says yes to', { timeout: 120_000 }, async () => {
    await see('Fortsätt mötet');
    await card().press('Fortsätt mötet');
    await close(inDays(60));
    await card().press('Tid och plats');
    await card().press('Hitta tider');
    await card().locator.getByRole('radio').first().waitFor({ timeout: 20_000 });
    await shoot('times');
    await card().locator.getByRole('radio').first().check();
    await card().tick('Säger familjen ja?', 'Familjen säger ja till tiden');
    await card().press('Spara');
    await see(/Bestämt: .* Familjen har sagt ja\./);
    await card().press('Lås planen');
    await see(/Planen är klar/);
    await shoot('locked');
  });

  test('handed over: two in Teams, one on paper, and who has not come for it yet is seen', {
    timeout: 120_000,
  }, async () => {
    await open('Lämna planen');
    await card().choose(`${nameOf('habiliteringen')}: hela planen`, 'På papper');
    await shoot('hand');
    await card().press('Lämna planen');
    await see('Planen är lämnad.');
    await shoot('handed');
    await more('Lämna planen');
    await see('Planen är lämnad till alla. Du kan ändra hur, tills den är öppnad.');
    await see(/Inte framme än: personen har inte skrivit till mig/);
    await card().press('Tillbaka');
  });

  test('Lena reads hers in her own Teams, and it is in her file: the convener sees that', {
    timeout: 120_000,
  }, async () => {
    lena = await world.teamsOf(LENA);
    await copyOf(lena).locator.waitFor({ timeout: 30_000 });
    await world.shoot(lena.page, 'lena');
    await world.shoot(world.outlook, 'sandbox');
    const before = await copyOf(lena).locator.innerText();
    for (const words of [WORDS.childGoal, ...WORDS.measures]) expect(before).not.toContain(words);
    await copyOf(lena).press('Visa');
    const shown = await copyOf(lena).locator.innerText();
    for (const words of [WORDS.childGoal, ...WORDS.measures]) expect(shown).toContain(words);
    expect(shown).not.toContain('Du som kallar');
    await world.shootCard(copyOf(lena).locator, 'copy');
    await copyOf(lena).press('Infört i akten');
    await world.shootCard(copyOf(lena).locator, 'filed');
    await more('Lämna planen');
    expect(await text()).toMatch(/BUP Dalsland: hela planen\. Lämnad .* Öppnad .* Införd i akten /);
    await shoot('hand-filed');
    await card().press('Tillbaka');
  });

  test('each home has its plan, and the child a page of its own', { timeout: 120_000 }, async () => {
    await open('Planen till hemmen');
    for (const [n, how] of ['På papper', 'Säker digital post'].entries()) {
      await card().choose('Hur lämnades planen?', how, n);
      await card().date('Vilken dag?', day.toString(), n);
    }
    await shoot('homes');
    await card().press('Spara');
    await see('Det är sparat.');
    expect(await text()).not.toContain('Planen till hemmen');

    await open('Berätta för barnet');
    for (const [n, sentence] of SENTENCES.entries()) await card().fill(`Det här händer nu, ${n + 1}`, sentence);
    await shoot('tell-child');
    const page = await paperOf(await card().press('Skriv ut barnets sida'));
    for (const words of [...SENTENCES, WORDS.childGoal]) expect(page.text).toContain(words);
    expect(page.text).not.toContain(KARINS);
    await shoot('child-page');
    await card().press('Tillbaka');
    await card().date('Vilken dag?', day.toString());
    await card().pick('Hur gick det?', 'Barnet verkade förstå');
    await card().press('Spara');
    await see('Det är sparat. Barnet har fått veta.');
    await shoot('told');
  });

  test('"Boka uppföljningen": in the calendars, and a yes from there is on the card', {
    timeout: 120_000,
  }, async () => {
    await card().press('Boka uppföljningen');
    await see('Kallelsen kan skickas nu. Läs igenom den först.');
    await shoot('book');
    await card().press('Till kallelsen');
    await card().press('Se kallelsen');
    await shoot('preview');
    await card().press('Skicka kallelse');
    await see(/Kallelsen är skickad/);
    await world.outlook.goto(`${world.sandbox.outlookUrl}/?mailbox=${SAMIRA.id}`);
    await world.outlook.getByRole('button', { name: 'Acceptera', exact: true }).first().click();
    await world.shoot(world.outlook, 'outlook');
    await see('Ja');
    await shoot('accepted');
  });

  test('two weeks before: does the consent stand, and a short talk with each', { timeout: 120_000 }, async () => {
    const now = (await nextAt()).subtract({ hours: 14 * 24 + 6 });
    await world.moveClock(now.toString());
    await see(/Gäller samtycket fortfarande\?/);
    await shoot('two-weeks');
    await card().press('Ja');
    await see('Svaret är sparat. Samtycket gäller lika länge som förut.');
    await open('Korta samtal inför uppföljningen');
    for (const who of ['mamma', 'pappa', 'barnet']) {
      await open(`Kort samtal med ${who}`);
      await card().choose('Hur blev samtalet?', 'Genomfört');
      await card().date('När hade ni samtalet?', dayOf(now).toString());
      await card().fill('Det här är bättre', WORDS.better);
      await shoot(`talk-${who}`);
      await card().press('Spara');
    }
    await card().locator.getByText('Korta samtal inför uppföljningen').waitFor({ state: 'detached' });
    await shoot('talked');
  });

  test('the next version: one measure has a new day, one is done, one is new', { timeout: 180_000 }, async () => {
    await world.moveClock((await nextAt()).subtract({ minutes: 10 }).toString());
    await see('Det är dags. Öppna mötet.');
    await card().press('Öppna mötet');
    await card().press('Alla kom');
    await card().press('Nästa');
    await card().choose('Får de orden stå i planen? Planen hamnar hos alla som får en kopia.', 'Ja, så här');
    await shoot('own-words');
    for (const _ of ['own words', 'needs', 'goals']) await card().press('Nästa');
    await card().choose('Åtgärd 1', 'Fortsätter, ny sista dag');
    await card().choose('Åtgärd 2', 'Klar');
    await card().date('Ny sista dag, om du valde det', inDays(90));
    await shoot('review');
    await card().press('Nästa');
    await card().fill('Åtgärd: vad ska göras?', NEW);
    await card().choose('Verksamhet som ansvarar, eller vem', nameOf('individ-och-familj'));
    await card().date('Senast (bara för verksamheter)', inDays(90));
    await card().press('Nästa');
    await card().press('Nästa');
    await shoot('readback');
    await card().press('Nästa');
    await close(inDays(120));
    await card().press('Lås planen');
    await see(/Planen är klar/);
    await shoot('locked-again');
  });

  test('handed over again: what is new stands first, and is each one’s own', { timeout: 120_000 }, async () => {
    await open('Lämna planen');
    await shoot('hand-again');
    await card().press('Lämna planen');
    await see('Planen är lämnad.');
    await copyOf(lena).locator.getByText('En av era åtgärder har nytt datum.').waitFor({ timeout: 20_000 });
    await world.shoot(lena.page, 'lena-again');
    const samira = await world.teamsOf(SAMIRA);
    await copyOf(samira).locator.getByText('En åtgärd är ny för er.').waitFor({ timeout: 30_000 });
    await world.shootCard(copyOf(samira).locator, 'samira');
    await card().press('Skriv ut planen');
    const family = await paperOf(await open('Planen till familjen'));
    expect(family.text).toMatch(new RegExp(`Nytt Ny dag: ${LENAS} .* Klart: ${KARINS} Ny åtgärd: ${NEW}`));
    await card().press('Tillbaka');
  });

  test('a guardian takes the copies back: each unit has its own part, on the card and on paper', {
    timeout: 120_000,
  }, async () => {
    await more('Återkalla samtycke');
    await card().pick('Vems samtycke?', 'pappa');
    await card().choose('Vad återkallas?', 'Bara kopior av planen');
    await card().press('Samtycket är återkallat');
    await shoot('withdraw');
    await card().press('Samtycket är återkallat');
    await see(/En del av samtycket är återkallad/);
    await copyOf(lena).locator.getByText('Samtycket till kopior gäller inte längre').waitFor({ timeout: 20_000 });
    await copyOf(lena).press('Visa');
    await world.shootCard(copyOf(lena).locator, 'lena-own');
    await card().press('Skriv ut planen');
    const { written } = await paperOf(await open('Planen till verksamheterna'));
    const own = (unitId: string) => written.find((page) => page.includes(`Till ${nameOf(unitId)}`)) ?? '';
    expect(own('bup-dalsland')).toContain(LENAS);
    for (const words of [NEW, KARINS, WORDS.childGoal, WORDS.need, WORDS.goal]) {
      expect(await copyOf(lena).locator.innerText()).not.toContain(words);
      expect(own('bup-dalsland')).not.toContain(words);
    }
    expect(own('habiliteringen')).toContain('Er verksamhet har ingen åtgärd i planen.');
  });
});

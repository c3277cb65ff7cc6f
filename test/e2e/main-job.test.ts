import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BrowserWorld, cardOf, openBrowserWorld } from '../support/browser-world.ts';
import { LENA, SAMIRA } from '../support/sandbox.ts';
import { dayFromNow, WORDS, workingDayFromNow } from '../support/trip.ts';

describe('the main job in a browser: Teams (Playground), Outlook, /sandbox', () => {
  let world: BrowserWorld;
  let sandbox: BrowserWorld['sandbox'];
  let teams: BrowserWorld['teams'];
  let outlook: BrowserWorld['outlook'];
  let shoot: BrowserWorld['shoot'];

  beforeAll(async () => {
    world = await openBrowserWorld('test-results/screens');
    ({ sandbox, teams, outlook, shoot } = world);
  }, 120_000);
  afterAll(() => world?.close());

  /** The case's card: the newest that shows one of its titles. A telephone number is no code. */
  const { card, see } = cardOf(
    () => world,
    () => /(?!\d{3}-\d{3})[A-Z0-9]{3}-[A-Z0-9]{3}/,
  );

  test('1 the guide: start, talks, consent', { timeout: 120_000 }, async () => {
    await teams.card('Vad vill du göra?').locator.waitFor({ timeout: 30_000 });
    await shoot(teams.page, 'welcome');
    await teams.say('nytt Västbus');
    await see('Svara på det du vet. Resten kan vänta.');
    await shoot(teams.page, 'start');
    await card().choose('Vilken ålder gäller det?', '6–11 år');
    await card().choose('Vårdnadshavare 1', 'Mamma');
    await card().choose('Vårdnadshavare 2', 'Pappa');
    await card().choose('Har någon i familjen skyddade personuppgifter?', 'Nej');
    await card().choose('Finns det någon som inte ska få veta var eller när ni ses?', 'Nej');
    await card().press('Nästa');
    await see(/sida 2 av 2/);
    await card().choose('Finns redan en SIP, eller en planering som pågår?', 'Nej');
    await card().choose('Är barnet placerat utanför hemmet?', 'Nej');
    await shoot(teams.page, 'start-more');
    await card().press('Spara och fortsätt');
    await shoot(teams.page, 'guide');
    await card().press('Till kallelsen');
    await see('Du kan inte skicka kallelsen än. Det här saknas:');
    await shoot(teams.page, 'missing');

    await card().locator.getByRole('button', { name: 'Gå dit' }).first().click();
    await see(/Samtal med mamma/);
    await card().date('När hade ni samtalet?', dayFromNow(-1));
    await card().tick('Information', 'Informationsbladet är genomgånget');
    for (const unit of ['Elevhälsan', 'Individ- och familjeomsorgen', 'BUP Dalsland'])
      await card().tick('Vilka vill de ha med på mötet?', unit);
    await card().tick('Tider och plats de vill ha', 'Eftermiddag');
    await card().tick('Vilka var med på samtalet?', 'pappa');
    await shoot(teams.page, 'guardian-talk');
    await card().press('Spara');
    await see('Du kan inte skicka kallelsen än. Det här saknas:');
    await card().press('Tillbaka');

    await card().locator.getByRole('button', { name: 'Fyll i' }).first().click();
    await see('Barnets egna ord');
    await card().fill('Barnets egna ord', `${WORDS.childWords} 19121212-1212`);
    await card().tick('Får det visas på mötet?', 'Ja, det är uppläst och får visas');
    await card().choose('Hur blev samtalet?', 'Genomfört');
    await card().date('När hade ni samtalet?', dayFromNow(-1));
    await card().choose('Hur vill barnet vara med?', 'Hela mötet');
    await card().press('Nästa');
    await see(/Det ser ut som ett personnummer/);
    await shoot(teams.page, 'personnummer');
    await card().fill('Barnets egna ord', WORDS.childWords);
    await card().press('Nästa');
    await see(/sida 2 av 2/);
    await card().tick('Vet barnet?', 'Barnet vet varför ni ses och vilka som ska prata med varandra');
    await shoot(teams.page, 'child-more');
    await card().press('Spara');

    for (const who of ['mamma', 'pappa']) {
      await card().locator.getByRole('button', { name: 'Fyll i' }).first().click();
      await see(new RegExp(`Samtycke \\(${who}\\)`));
      await card().date('När skrevs blanketten under?', dayFromNow(-1));
      await card().pick('Hur länge gäller samtycket?', '6 månader');
      await shoot(teams.page, `consent-${who}`);
      await card().press('Nästa');
      await see(/sida 2 av 2/);
      // Each has a form of their own: nothing stands ticked, neither from the other's nor from the talk.
      expect(await card().locator.getByRole('checkbox', { checked: true }).count()).toBe(0);
      for (const unit of ['Elevhälsan', 'Individ- och familjeomsorgen', 'BUP Dalsland'])
        await card().tick('Vilka får dela uppgifter med varandra? Kryssa för dem som står på blanketten.', unit);
      await card().tick('Vad får de prata om?', 'Skola och förskola');
      for (const scope of [
        'Före mötet: få veta vem det gäller',
        'Mötet: prata med varandra på mötet',
        'Planen: få var sin kopia av planen',
        'Mellan mötena: berätta för varandra hur det går. Behövs för att åtgärderna ska stå i kanalen',
      ])
        await card().tick('Vad får de göra tillsammans?', scope);
      await card().fill('Var förvaras originalet?', WORDS.original);
      await shoot(teams.page, `consent-scope-${who}`);
      await card().press('Spara');
    }
    await see(/Samtycket är klart/);
    await shoot(teams.page, 'consent-done');
  });

  test('2 who, when, preview, send', { timeout: 120_000 }, async () => {
    await card().locator.getByRole('button', { name: 'Välj' }).first().click();
    await see('Någon som inte finns i listan');
    await card().choose('Individ- och familjeomsorgen', `${SAMIRA.name}, ${SAMIRA.role}`);
    await card().choose('BUP Dalsland', `${LENA.name}, ${LENA.role}`);
    await shoot(teams.page, 'invite');
    await card().press('Spara');
    await card().locator.getByRole('button', { name: 'Välj' }).first().click();
    await see(/Välj en tid. Fråga sedan familjen/);
    await shoot(teams.page, 'time');
    await card().locator.getByRole('radio').first().check();
    await card().choose('Var?', 'Stadshuset, rum Dalbo');
    await card().press('Välj tid');
    await card().locator.getByRole('button', { name: 'Fyll i' }).first().click();
    await see('Fråga familjen om tiden innan du kallar någon.');
    await card().tick('Passar tiden?', 'Familjen har sagt ja till tiden');
    await shoot(teams.page, 'family');
    await card().press('Spara');
    await card().press('Till kallelsen');
    await see(/Nu kan du skicka kallelsen/);
    await shoot(teams.page, 'check');
    await card().press('Se kallelsen');
    await see(/Så här ser kallelsen ut i kalendern/);
    await shoot(teams.page, 'preview');
    await card().press('Skicka kallelse');
    await see(/Kallelsen är skickad/);
    await shoot(teams.page, 'sent');
  });

  test('3 the invited answer in Outlook, and the card follows by itself', { timeout: 120_000 }, async () => {
    for (const [person, button, answer] of [
      [SAMIRA, 'Acceptera', 'Ja'],
      [LENA, 'Preliminärt', 'Preliminärt'],
    ] as const) {
      await outlook.goto(`${sandbox.outlookUrl}/?mailbox=${person.id}`);
      const press = outlook.getByRole('button', { name: button, exact: true }).first();
      await press.waitFor({ timeout: 20_000 });
      await shoot(outlook, `outlook-${person.name.split(' ')[0]}`);
      await press.click();
      await see(answer);
    }
    await shoot(outlook, 'outlook-answered');
    await shoot(teams.page, 'answered');
    await teams.say('mina ärenden');
    await teams.card('Du har ett ärende.').locator.waitFor();
    await shoot(teams.page, 'my-cases');
    await teams.card('Du har ett ärende.').locator.getByRole('button', { name: 'Öppna' }).click();
    await see(/vet inte än vem det gäller/);
    await teams.card(/står nu i ett annat meddelande/).locator.waitFor();
  });

  test('4 the meeting, five parts, the plan locked', { timeout: 120_000 }, async () => {
    const start = await meetingStart(sandbox.outlookUrl);
    await outlook.goto(`${sandbox.outlookUrl}/sandbox`);
    await outlook.getByLabel('Gå till').fill(localTime(start - 10 * 60_000));
    await outlook.getByRole('button', { name: 'Ställ klockan' }).click();
    await card().locator.getByRole('button', { name: 'Öppna mötet' }).waitFor({ timeout: 20_000 });
    await shoot(outlook, 'sandbox');
    await shoot(teams.page, 'can-open');
    await card().press('Öppna mötet');
    await card().press('Alla kom');
    await see(/Alla är markerade/);
    await card().choose('Hur är barnet med i dag?', 'Hela mötet');
    await shoot(teams.page, 'attendance');
    await card().press('Nästa');
    await see(WORDS.childWords);
    await card().fill('Med egna ord', WORDS.childGoal);
    await card().choose('Får de orden stå i planen? Planen hamnar hos alla som får en kopia.', 'Ja, så här');
    await shoot(teams.page, 'child-goal');
    await card().press('Nästa');
    await card().fill('Det här behövs', WORDS.need);
    await shoot(teams.page, 'need');
    await card().press('Nästa');
    await card().fill('Nytt mål', WORDS.goal);
    await card().press('Lägg till');
    await shoot(teams.page, 'goals');
    await card().press('Nästa');
    for (const [n, unit] of ['BUP Dalsland', 'Elevhälsan'].entries()) {
      await card().fill('Åtgärd: vad ska göras?', WORDS.measures[n] ?? '');
      await card().choose('Verksamhet som ansvarar, eller vem', unit);
      await card().date('Senast (bara för verksamheter)', dayFromNow(30, start));
      await card().press('Lägg till');
      await see(WORDS.measures[n] ?? '');
    }
    await shoot(teams.page, 'measures');
    await card().press('Nästa');
    await card().choose('Vilken huvudman har det övergripande ansvaret?', 'Regionen');
    const owner = card().locator.getByRole('combobox', { name: /Vilken verksamhet håller ihop planen/ });
    await owner.click();
    await teams.page.getByRole('option', { name: /Elevhälsan/ }).click();
    await shoot(teams.page, 'responsibility');
    await card().press('Nästa');
    for (const words of [WORDS.childGoal, WORDS.goal, ...WORDS.measures]) await see(words);
    await shoot(teams.page, 'readback');
    await card().press('Nästa');
    await card().date('När följer ni upp?', workingDayFromNow(60, start));
    await card().choose('Vem berättar för barnet vad ni har bestämt?', 'Du som kallar');
    await shoot(teams.page, 'closing');
    await card().press('Lås planen');
    await see(
      'Planen är klar. Skriv ut den och lämna den till alla. Jag påminner om uppföljningen. Om något ändras blir det en ny version.',
    );
    await shoot(teams.page, 'locked');
  });

  test('5 the measure in the channel: Visa for the responsible only, Klar for all to see', {
    timeout: 120_000,
  }, async () => {
    await teams.open('SIP-åtgärder');
    const measure = () => teams.card(/Åtgärd 1 ·/);
    await measure().locator.waitFor({ timeout: 20_000 });
    await shoot(teams.page, 'channel');
    const become = async (name: string) => {
      const chosen = outlook.waitForResponse((response) => response.url().endsWith('/sandbox/actor'));
      await outlook.getByRole('radio', { name: new RegExp(name) }).check();
      await chosen;
    };
    await become('Anna Lind');
    await measure().press('Visa');
    await measure().locator.getByText('Du har inte behörighet till det här.').waitFor();
    expect(await measure().locator.innerText()).not.toContain(WORDS.measures[0]);
    await shoot(teams.page, 'measure-refused');
    await become(LENA.name);
    await measure().press('Visa');
    await measure()
      .locator.getByText(WORDS.measures[0] ?? '')
      .waitFor();
    await shoot(teams.page, 'measure-open');
    await measure().press('Klar');
    await measure().locator.getByText('Åtgärden är klar.').waitFor();
    await shoot(teams.page, 'measure-done');
    await teams.page.reload();
    await teams.card('Vad vill du göra?').locator.waitFor();
    await see(/Åtgärd 1 · BUP Dalsland · senast .* · Klar/);
    await shoot(teams.page, 'case-after');
    await teams.open('SIP-åtgärder');
    await teams.card(/Åtgärd 2 ·/).locator.waitFor();
    await measure().locator.getByText('Åtgärden är klar.').waitFor();
  });
});

const events = z.object({
  value: z.array(z.object({ subject: z.string(), start: z.object({ dateTime: z.string() }) })),
});

/** When the booked meeting starts, in milliseconds. */
async function meetingStart(outlookUrl: string): Promise<number> {
  const answer = await fetch(`${outlookUrl}/v1.0/users/${SAMIRA.id}/events?$top=100`, {
    headers: { Authorization: 'Bearer x' },
  });
  const event = events.parse(await answer.json()).value.find(({ subject }) => subject.startsWith('Samverkansmöte'));
  return Date.parse(`${event?.start.dateTime.slice(0, 19)}Z`);
}

/** What a field for local time takes: `2026-03-03T12:50`. */
function localTime(at: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  return parts.replace(' ', 'T');
}

/**
 * A meeting that some join from afar, and that its convener works on in Outlook past the bot: until the family takes its
 * consent back, and nothing of it stands in any calendar.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import register from '../../sandbox/register.json' with { type: 'json' };
import { type BrowserWorld, cardOf, openBrowserWorld } from '../support/browser-world.ts';
import { KARIN, LENA, SAMIRA } from '../support/sandbox.ts';
import { dayFromNow } from '../support/trip.ts';

const UNITS = ['elevhalsan', 'individ-och-familj', 'bup-dalsland', 'habiliteringen'];
const nils = register.people.find(({ unitId }) => unitId === 'habiliteringen') as typeof LENA;
const ALIAS = register.people.find(({ id }) => id === LENA.id)?.aliases?.[0] ?? '';
const ROOM = 'rum.dalbo@vanersborg.example';
const INTERPRETER = 'tolk@tolkbyran.example';

describe('a meeting from afar in a browser: Teams (Playground) and Outlook', () => {
  let world: BrowserWorld;
  let file: CaseFile;

  beforeAll(async () => {
    world = await openBrowserWorld('test-results/from-afar');
    const { teams } = world;
    const consent = { parties: UNITS, validMonths: 2 };
    file = await world.put('chosen', { consent, guardian: { wants: UNITS } });
    await teams.say('mina ärenden');
    await teams.card('Du har ett ärende.').locator.getByRole('button', { name: 'Öppna' }).click();
    await see('Tid och plats');
  }, 120_000);
  afterEach(({ task }) => world?.shootFailed(task));
  afterAll(() => world?.close());

  const { card, see, shoot, open, more } = cardOf(
    () => world,
    () => file.case.code,
  );
  /** Somebody's mailbox; at the width of a telephone too, to be looked at. */
  const mailbox = async (person: { id: string }): Promise<void> => {
    await world.outlook.goto(`${world.sandbox.outlookUrl}/?mailbox=${person.id}`);
  };
  const shootOutlook = async (name: string): Promise<void> => {
    await world.shoot(world.outlook, name);
    await world.outlook.setViewportSize({ width: 390, height: 1400 });
    await world.shoot(world.outlook, `${name}-phone`);
    await world.outlook.setViewportSize({ width: 1280, height: 1100 });
  };
  const own = () => world.outlook.locator('.own').first();
  /** The convener's own meeting, opened to be changed. */
  const change = async (): Promise<void> => {
    await mailbox(KARIN);
    await own().getByText('Ändra mötet i Outlook').click();
  };
  const moveTo = async (day: string): Promise<void> => {
    await change();
    await own().getByLabel('Från').fill(`${day}T13:00`);
    await own().getByLabel('Till').fill(`${day}T14:00`);
    await own().getByRole('button', { name: 'Flytta' }).click();
  };
  const add = async (address: string, button: string): Promise<void> => {
    await change();
    await own().getByLabel('Adress').fill(address);
    await own().getByRole('button', { name: button }).click();
    await own().getByText(address).waitFor();
  };
  const standing = async ({ id }: { id: string }) => {
    const headers = { Authorization: 'Bearer x' };
    const answer = await fetch(`${world.sandbox.outlookUrl}/v1.0/users/${id}/events?$top=100`, { headers });
    const all = z.object({ value: z.array(z.object({ subject: z.string(), isCancelled: z.boolean() })) });
    return all
      .parse(await answer.json())
      .value.filter(({ subject, isCancelled }) => subject.includes(file.case.code) && !isCancelled).length;
  };

  test('booked: some are there, some join by a link', { timeout: 120_000 }, async () => {
    await open('Tid och plats');
    await see('Hur ses ni?');
    await card().locator.getByRole('radio').first().check();
    await card().pick('Hur ses ni?', 'På plats och digitalt');
    await card().choose('Var?', 'Stadshuset, rum Dalbo');
    await shoot('time');
    await card().press('Välj tid');
    await see(/rum Dalbo; Digitalt/);
    await open('Familjens ja till tiden');
    await card().tick('Passar tiden?', 'Familjen har sagt ja till tiden');
    await card().tick('Vilka i familjen är med digitalt?', 'pappa');
    await shoot('family');
    await card().press('Spara');
    await card().press('Till kallelsen');
    await card().press('Se kallelsen');
    await see(/på plats eller digitalt/);
    await shoot('preview');
    await card().press('Skicka kallelse');
    await see(/Kallelsen är skickad/);
    await shoot('sent');
    expect(await card().locator.innerText()).not.toContain('https://');
  });

  test('answered in Outlook, by one from another of her addresses', { timeout: 120_000 }, async () => {
    const { outlook } = world;
    await mailbox(SAMIRA);
    await outlook.getByRole('link', { name: 'Anslut till mötet' }).first().waitFor();
    await shootOutlook('outlook-invited');
    await outlook.getByRole('button', { name: 'Acceptera', exact: true }).first().click();
    await mailbox(LENA);
    await outlook.getByLabel('Svara från').first().selectOption(ALIAS);
    await shootOutlook('outlook-alias');
    await outlook.getByRole('button', { name: 'Preliminärt', exact: true }).first().click();
    await see('Preliminärt');
    await see('Ja');
    expect(await card().locator.innerText()).not.toMatch(/känns igen|fler i kalendern/);
  });

  test('a room and an interpreter added there by the convener: said, and the interpreter is placed', {
    timeout: 120_000,
  }, async () => {
    await add(ROOM, 'Lägg till rum');
    await add(INTERPRETER, 'Lägg till person');
    await shootOutlook('outlook-own');
    await see(/Det finns fler i kalendern/);
    await shoot('guests');
    await card().press('Svar');
    await see('Adresser i kalendern som inte känns igen');
    await shoot('answers');
    await card().choose('Vems är adress 1?', 'Någon annan som ska vara med, till exempel en tolk');
    await card().press('Spara');
    await see(/Svaret är sparat/);
    expect(await card().locator.innerText()).not.toContain('fler i kalendern');
  });

  test('moved there past the consent: said at once; and back, where the family is asked', {
    timeout: 120_000,
  }, async () => {
    await moveTo(dayFromNow(90));
    await see(/en dag som samtycket inte gäller/);
    await shoot('past-consent');
    await moveTo(dayFromNow(9));
    await see(/flyttat i Outlook/);
    await card().press('Den nya tiden');
    await card().tick('Passar tiden?', 'Familjen har sagt ja till tiden');
    await card().press('Spara');
    await see(/Det är sparat/);
    await shoot('moved-back');
  });

  test('one more unit is called: the room, the interpreter and the link stay', { timeout: 120_000 }, async () => {
    await more('Kalla en till');
    await see(/Välj vem som ska kallas/);
    await card().choose(
      register.units.find(({ id }) => id === 'habiliteringen')?.name ?? '',
      `${nils.name}, ${nils.role}`,
    );
    await shoot('one-more');
    await card().press('Spara');
    await see(/En person till är kallad/);
    await expect.poll(() => standing(nils), { timeout: 20_000 }).toBe(1);
    await mailbox(KARIN);
    for (const address of [ROOM, INTERPRETER, ALIAS]) await own().getByText(address).waitFor();
    await own().getByRole('link', { name: 'Anslut till mötet' }).waitFor();
    await shootOutlook('outlook-all');
  });

  test('the consent is taken back: nothing is left in any calendar', { timeout: 120_000 }, async () => {
    await more('Återkalla samtycke');
    await card().pick('Vems samtycke?', 'mamma');
    await shoot('withdraw');
    await card().press('Samtycket är återkallat');
    await see(/Tryck en gång till/);
    await shoot('withdraw-asked');
    await card().press('Samtycket är återkallat');
    for (const person of [KARIN, SAMIRA, LENA, nils])
      await expect.poll(() => standing(person), { timeout: 20_000 }).toBe(0);
    await shoot('withdrawn');
    await mailbox(KARIN);
    await world.outlook.getByRole('heading', { name: 'Inkorg' }).waitFor();
    expect(await world.outlook.locator('.own').count()).toBe(0);
    for (const person of [SAMIRA, LENA, nils]) {
      await mailbox(person);
      await world.outlook.getByText('Inställt möte').first().waitFor();
      expect(await world.outlook.getByRole('link', { name: 'Anslut till mötet' }).count()).toBe(0);
    }
    await shootOutlook('outlook-cancelled');
  });
});

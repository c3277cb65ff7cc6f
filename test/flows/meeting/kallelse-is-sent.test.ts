import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { breakGraph, closeAtRest } from '../../support/at-rest.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { prepareStory } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.control('faults', { graph: null, failAfterDoing: false, retryAfter: 0 }));
afterAll(() => closeAtRest(sandbox));

const bookings = async (code: string) =>
  (await sandbox.outbound()).filter(
    ({ to, method, url, body }) =>
      to === 'graph' && method === 'POST' && /\/events$/.test(url) && JSON.stringify(body).includes(code),
  );

describe('the kallelse', () => {
  test('stands in the calendars exactly as it was previewed', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const preview = await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    const [own] = await story.events(KARIN);
    if (!own) throw new Error('no event');
    expect(preview).toContain(own.subject);
    expect(preview).toContain(own.location.displayName);
    expect(own.location.displayName).toBe('Stadshuset, rum Dalbo');
    expect(preview).toContain(own.body.content.trim());
    expect(own.body.content).toContain(
      'Skolkurator kontaktar dig på ett säkert sätt om vem det gäller. Frågor: 08-465 004 11.',
    );
    expect(own.start.dateTime.slice(0, 16)).toBe(new Date(swedish(dayFromNow(10), '13:00')).toISOString().slice(0, 16));
    expect(preview).toContain('13.00–14.00');
    expect(own.attendees.map(({ emailAddress }) => emailAddress.address).sort()).toEqual(
      [LENA.mail, SAMIRA.mail].sort(),
    );
    for (const name of [LENA.name, SAMIRA.name]) expect(preview).toContain(name);
    expect(preview).toContain('Går till 2 personer från 2 verksamheter');
    for (const person of [SAMIRA, LENA])
      expect((await story.events(person))[0]?.subject).toBe(`Samverkansmöte ${story.code}`);
  });

  test('says nothing about whom it concerns', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    const [sent] = await bookings(story.code);
    const text = JSON.stringify(sent?.body);
    for (const word of ['barn', 'mamma', 'pappa', 'elev', 'SIP', 'Västbus', '6–11'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    expect(sent?.body).toMatchObject({ sensitivity: 'private', hideAttendees: true });
  });

  test('the calendar is down: not sent yet, says the card; and it is sent by itself when the calendar is back', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await breakGraph(sandbox, { graph: '503' });
    expect(await story.press('kallelse.send')).toContain('Kallelsen skickas …');
    expect(await story.until(/inte\*\* skickad än/)).toContain(
      'Kalendern svarar inte. Kallelsen är **inte** skickad än. Jag försöker igen och säger till.',
    );
    expect(story.text()).toContain('Kallelsen är inte skickad än');
    await sandbox.control('faults', { graph: null });
    await story.until(/Kallelsen är skickad/);
    expect(await story.events(KARIN)).toHaveLength(1);
  });

  test('while it is tried by itself there is nothing to press again', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await breakGraph(sandbox, { graph: 'off' });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad än/);
    expect(story.verbs()).toEqual(['case.list', 'more.open']);
    await sandbox.control('faults', { graph: null });
    await story.until(/Kallelsen är skickad till 2 personer i 2 verksamheter/);
    expect(await story.events(SAMIRA)).toHaveLength(1);
  });

  test('the calendar does the work and answers that it could not: one event all the same', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await breakGraph(sandbox, { failAfterDoing: true });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad än/);
    await sandbox.control('faults', { failAfterDoing: false });
    await story.until(/Kallelsen är skickad/);
    expect(await story.events(KARIN)).toHaveLength(1);
    expect(await story.events(SAMIRA)).toHaveLength(1);
    expect(
      new Set((await bookings(story.code)).map(({ body }) => (body as { transactionId: string }).transactionId)).size,
    ).toBe(1);
  });

  test('the calendar asks for a pause: nothing is sent before it is over', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await breakGraph(sandbox, { graph: '429', retryAfter: 3 });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad än/);
    await sandbox.control('faults', { graph: null });
    await story.until(/Kallelsen är skickad/);
    const sent = (await bookings(story.code)) as unknown as { at: string; status: number }[];
    expect(sent.map(({ status }) => status)).toEqual([429, 201]);
    expect(Date.parse(sent[1]?.at ?? '') - Date.parse(sent[0]?.at ?? '')).toBeGreaterThanOrEqual(2_900);
  });

  test('once sent it cannot be sent or changed from an old card', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const guide = story.card();
    await story.press('preview.open');
    const preview = story.card();
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    const again = await sandbox.as(KARIN).press(preview, 'kallelse.send');
    expect(JSON.stringify(again)).toContain('Kallelsen är skickad');
    for (const verb of ['child.open', 'time.open', 'check.open']) {
      const answer = await sandbox.as(KARIN).press(guide, verb);
      expect(JSON.stringify(answer)).toContain('Kallelsen är skickad');
      expect(JSON.stringify(answer)).toMatch(/hunnit bli gammalt|redan skickad/);
    }
    expect(await bookings(story.code)).toHaveLength(1);
  });
});

/** A wall clock time in Sweden as an instant, by the browser's own rules: a second implementation. */
function swedish(day: string, clock: string): number {
  const guess = Date.parse(`${day}T${clock}:00Z`);
  const shown = new Date(guess).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' });
  return guess - (Date.parse(`${shown.replace(' ', 'T')}Z`) - guess);
}

test('times are looked for once, also when the convener is called by an address of their own', async () => {
  const before = await sandbox.outbound().then(
    (all) => all.length,
    () => 0,
  );
  const story = await prepareStory(sandbox, { invite: { otherUnit: 'elevhalsan', otherMail: KARIN.mail } });
  // The queue is in order: what these wait for comes after a second search, if there were one.
  for (let time = 0; time < 4; time += 1) {
    const posted = sandbox.sink.messages.length;
    await story.client.type('hjälp');
    await sandbox.sink.until(() => sandbox.sink.messages.length > posted, 'help');
  }
  const searches = (await sandbox.outbound()).slice(before).filter(({ url }) => url.endsWith('/getSchedule'));
  expect(searches).toHaveLength(1);
});

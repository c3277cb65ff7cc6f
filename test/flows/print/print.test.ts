/** Papers: a link in the answer, that opens once and for five minutes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest } from '../../support/at-rest.ts';
import { type CardJson, textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';

const JONAS = { ...KARIN, id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Jonas Alm' };

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const linkOf = (story: Story): string => {
  const { actions } = story.card() as { actions: { type: string; url?: string }[] };
  return actions.find(({ type }) => type === 'Action.OpenUrl')?.url ?? '';
};
const open = (url: string) => fetch(url, { method: 'POST' });

async function printed(verb: string): Promise<{ story: Story; url: string }> {
  const story = await caseIn(sandbox, 'started');
  await story.press('print.open');
  await story.press(verb);
  return { story, url: linkOf(story) };
}

describe('a link to a paper', () => {
  test('the print pack in one press: looking uses nothing up, opening gives the PDF once', async () => {
    const { story, url } = await printed('print.print-pack');
    for (let look = 0; look < 2; look += 1) {
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await page.text()).toContain('Öppna utskriften');
    }
    const both = await Promise.all([open(url), open(url)]);
    const [paper, ...more] = both.filter(({ status }) => status === 200);
    expect(more).toEqual([]);
    // Whoever waited while the other's was drawn is told so: that it is used, or to try again.
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([expect.toBeOneOf([410, 503])]));
    expect(paper?.headers.get('content-type')).toBe('application/pdf');
    expect(paper?.headers.get('content-disposition')).toBe(`inline; filename="underlag-${story.code}.pdf"`);
    expect(await paper?.text()).toMatch(/^%PDF-/);
    expect(await (await open(url)).text()).toContain('Den har redan använts eller är för gammal.');
  });

  test('another token, another id, no id at all: the same page, and the link stays good', async () => {
    const { url } = await printed('print.code-slip');
    const [base] = url.split(/\/[^/]+\/[^/]+$/);
    const id = url.split('/').at(-2);
    for (const wrong of [
      `${url.slice(0, -1)}!`,
      `${base}/${id}/${'x'.repeat(32)}`,
      `${base}/no-such-link/x`,
      `${base}/%00/x`,
      `${base}/__proto__/x`,
    ])
      expect((await open(wrong)).status, wrong).toBe(410);
    expect((await open(url)).status).toBe(200);
  });

  test('whatever stands where its secret should: 410, one line for each reason, and not a word of it', async () => {
    const { url } = await printed('print.code-slip');
    const secret = url.split('/').at(-1) ?? '';
    const toUrl = (text: string) => `${url.slice(0, -secret.length)}${encodeURIComponent(text)}`;
    const wrong = [
      'å'.repeat(secret.length),
      '日'.repeat(10),
      `${secret}\u0000`,
      ' ',
      '\u202e',
      'x',
      secret.toUpperCase(),
    ];
    for (const text of wrong) expect((await open(toUrl(text))).status, text).toBe(410);
    const lines = (await sandbox.log()).split('\n').filter((line) => line.includes('"wrong-secret"'));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        event: 'guard.refused',
        status: 410,
        route: '/print/:link/:token',
        tenant: KARIN.tenantId,
      }),
    ]);
    expect(await sandbox.log()).not.toContain(secret);
    expect((await open(url)).status).toBe(200);
  });

  test('a new link makes the earlier one worthless', async () => {
    const { story, url } = await printed('print.consent-form');
    await story.press('print.information');
    expect((await open(url)).status).toBe(410);
    expect((await open(linkOf(story))).status).toBe(200);
  });

  test('after a withdrawal nothing is opened any more', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('print.open');
    await story.press('print.party-summons');
    const url = linkOf(story);
    await story.press('guide.open');
    await story.press('more.open');
    await story.press('withdraw.open');
    await story.withdraw({ givenBy: 'GUARDIAN_1' });
    expect((await open(url)).status).toBe(410);
  });

  test('fault 34: who has left the team opens nothing with a link made before; who still works in the case does', async () => {
    const story = await caseIn(sandbox, 'started');
    const isTheirs = ({ conversationId, card }: { conversationId: string; card: CardJson }) =>
      conversationId === `chat-${JONAS.id}` && textOf(card).includes(story.code);
    const jonas = sandbox.as(JONAS);
    await jonas.type('hej');
    await story.press('more.open');
    await story.press('team.open');
    await story.press('team.save', { colleagues: JONAS.id });
    const joined = await sandbox.sink.until(() => sandbox.sink.messages.find(isTheirs), 'the card of the colleague');
    const linkOf = async () => {
      const card = await jonas.press(await jonas.press(joined.card, 'print.open'), 'print.information');
      const { actions } = card as { actions: { type: string; url?: string }[] };
      return actions.find(({ type }) => type === 'Action.OpenUrl')?.url ?? '';
    };
    expect((await open(await linkOf())).status).toBe(200);
    const url = await linkOf();
    await story.press('more.open');
    await story.press('team.open');
    await story.press('team.save', { colleagues: '' });
    const gone = await open(url);
    expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('Den har redan använts')]);
  });

  test('T27: on paper only, everything is there as paper', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.fill('protection', { protectedIdentity: 'YES' });
    await story.press('print.open');
    await story.press('print.paper-pack');
    expect((await open(linkOf(story))).status).toBe(200);
  });

  test('who is not in the case gets no link', async () => {
    const { story } = await printed('print.code-slip');
    const samira = sandbox.as(SAMIRA);
    const card = story.card();
    await expect(samira.press(card, 'print.information').then((answer) => JSON.stringify(answer))).resolves.toContain(
      'behörighet',
    );
  });

  test('after five minutes it is too old; and no link stands in a message, in what is sent or in the log', async () => {
    const { url } = await printed('print.information');
    const token = url.split('/').at(-1) ?? '';
    expect(token.length).toBeGreaterThan(20);
    for (const place of [await sandbox.log(), JSON.stringify(await sandbox.outbound()), ...sandbox.sink.bodies])
      expect(place).not.toContain(token);
    await sandbox.moveClock(new Date(Date.now() + 6 * 60_000).toISOString());
    expect((await open(url)).status).toBe(410);
  });
});

describe('papers with one’s own answers', () => {
  const paperAt = async (story: Story) => {
    const answer = await open(linkOf(story));
    return {
      name: answer.headers.get('content-disposition'),
      ...(await readPdf(Buffer.from(await answer.arrayBuffer()))),
    };
  };

  test('what each has said yes to, a paper each, as soon as it is recorded', async () => {
    const story = await caseIn(sandbox, 'signed');
    await story.press('print.open');
    await story.press('print.consent-given', { language: 'en' });
    const { name, written } = await paperAt(story);
    expect(name).toContain(`said-yes-to-${story.code}.pdf`);
    expect(written).toHaveLength(2);
    for (const page of written) expect(page).toContain('What you have said yes to');
  });

  test('a receipt for whoever took it back, also when the case has stopped, and nothing else then', async () => {
    const story = await caseIn(sandbox, 'sent');
    await story.press('more.open');
    expect(story.verbs()).not.toContain('print.withdrawal-receipt');
    await story.press('withdraw.open');
    await story.withdraw({ givenBy: 'GUARDIAN_2' });
    await story.press('more.open');
    await story.press('print.withdrawal-receipt');
    expect(story.verbs().filter((verb) => verb.startsWith('print.'))).toEqual(['print.withdrawal-receipt']);
    const { text } = await paperAt(story);
    expect(text).toMatch(/Till pappa.*Allt du hade sagt ja till.*Mötet är inställt\./s);
    expect(text).not.toContain('mamma');
  });
});

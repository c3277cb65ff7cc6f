import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';

const answerSchema = z.looseObject({ type: z.string(), value: z.unknown() });

/**
 * The Playground as a person uses it. Swedish dates and times want a page with locale sv-SE and timezone
 * Europe/Stockholm.
 */
export async function openPlayground(page: Page, url: string) {
  await page.goto(url);
  return playgroundIn(page);
}

/** In a tab that shows it already. */
export function playgroundIn(page: Page) {
  const cards = page.locator('.ac-adaptiveCard');
  return {
    page,
    cards,
    /** Types in the chat that is open; in a channel the bot must be mentioned, see `mention`. */
    async say(text: string): Promise<void> {
      await page.locator('div[role=textbox][contenteditable=true]').first().click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    /** Starts a thread in the open channel that mentions the bot. */
    async mention(bot: string, text: string): Promise<void> {
      await page.locator('div[role=textbox][contenteditable=true]').first().click();
      await page.keyboard.type(`@${bot.slice(0, 2)}`);
      await page.getByRole('menuitem', { name: bot }).click();
      await page.keyboard.type(` ${text}`);
      await page.keyboard.press('Enter');
    },
    async open(conversation: 'Personal Chat' | 'SIP-åtgärder' | 'Samråd'): Promise<void> {
      await page.getByRole('treeitem', { name: conversation }).click();
    },
    /**
     * The newest card of a chat, or the only card that shows these words (newest last; in a channel the newest stands
     * first).
     */
    card: (words?: string | RegExp) =>
      cardOf(page, words === undefined ? cards.last() : cards.filter({ hasText: words }).last()),
  };
}

/** A card's inputs by their labels, as one sees them. */
function cardOf(page: Page, card: Locator) {
  const button = (title: string) => card.getByRole('button', { name: title, exact: true });
  const box = (label: string) => card.getByRole('combobox', { name: label, exact: true });
  return {
    locator: card,
    /** Presses a button and answers with what the bot answered, once it shows. */
    async press(title: string): Promise<z.infer<typeof answerSchema>> {
      const answered = page.waitForResponse((response) => response.url().endsWith('/_conversation/v1/invoke'));
      await button(title).click();
      const answer = answerSchema.parse(await (await answered).json());
      await card.evaluate(UNTIL_QUIET);
      return answer;
    },
    /** Presses a button that asks for something to be filled in first: nothing leaves the client. */
    pressInVain: (title: string): Promise<void> => button(title).click(),
    fill: (label: string, text: string): Promise<void> =>
      card.getByRole('textbox', { name: label, exact: true }).fill(text),
    /** One choice of a closed list; `n`: where the card has several of that label. */
    async choose(label: string, choice: string, n = 0): Promise<void> {
      await box(label).nth(n).click();
      await page.getByRole('option', { name: choice, exact: true }).click();
    },
    /** What stands chosen in a closed list, and what it offers. */
    async list(label: string): Promise<{ chosen: string; offers: string[] }> {
      const chosen = await box(label).inputValue();
      await box(label).click();
      const offers = await page.getByRole('option').allInnerTexts();
      await page.keyboard.press('Escape');
      return { chosen, offers };
    },
    /** Several choices of a closed list. */
    async chooseAll(label: string, choices: string[]): Promise<void> {
      await box(label).click();
      for (const choice of choices) await page.getByRole('menuitemcheckbox', { name: choice, exact: true }).click();
      await page.keyboard.press('Escape');
    },
    /** One choice of an open list. */
    pick: (label: string, choice: string): Promise<void> =>
      card
        .getByRole('radiogroup', { name: label, exact: true })
        .getByRole('radio', { name: choice, exact: true })
        .check(),
    /** One box of several, or a single one whose title is its label. */
    tick: (label: string, choice: string): Promise<void> =>
      card.getByRole('checkbox', { name: `${label} ${choice}`, exact: true }).check(),
    untick: (label: string, choice: string): Promise<void> =>
      card.getByRole('checkbox', { name: `${label} ${choice}`, exact: true }).uncheck(),
    /** A day as `2026-03-03`. The first Enter lets the picker read it, the second takes it. */
    async date(label: string, day: string, n = 0): Promise<void> {
      await box(label).nth(n).fill(day);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Calendar' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Calendar' }).waitFor({ state: 'hidden' });
    },
    /** A time as `13:00`. */
    async time(label: string, time: string): Promise<void> {
      await box(label).fill(time);
      await page.keyboard.press('Tab');
    },
  };
}

/**
 * The client changes a card in place and in two goes, so there is no element to wait for: wait until nothing has moved
 * in it for a while. A text and not a function, because it runs in the page.
 */
const UNTIL_QUIET = `(card) => new Promise((resolve) => {
  const quiet = () => { observer.disconnect(); resolve(); };
  let timer = setTimeout(quiet, 150);
  const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(quiet, 150); });
  observer.observe(card, { subtree: true, childList: true, attributes: true, characterData: true });
})`;

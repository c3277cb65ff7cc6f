import { readPdf } from './read-pdf.ts';
import type { Story } from './story.ts';

/** What a paper says, printed from the case's card as it stands in the chat. */
export async function printed(story: Story, name: string): Promise<string> {
  story.look();
  if (!story.verbs().includes('print.open')) await story.press('more.open');
  await story.press('print.open');
  await story.press(`print.${name}`);
  const [, url = ''] = /"url":"([^"]+\/print\/[^"]+)"/.exec(JSON.stringify(story.card())) ?? [];
  return (await readPdf(Buffer.from(await (await fetch(url, { method: 'POST' })).arrayBuffer()))).text;
}

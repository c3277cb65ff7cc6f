/** What somebody does with the meeting in Outlook, past the bot. */
import { expect } from 'vitest';
import type { TestSandbox } from './sandbox.ts';
import { KARIN } from './sandbox.ts';
import type { Story } from './story.ts';

type Person = { id: string };
type Attendee = { type: string; emailAddress: { name?: string; address: string } };
type Answer = 'accept' | 'tentativelyAccept' | 'decline';

export const inOutlook = (sandbox: TestSandbox) => {
  const pathOf = async (story: Story, owner: Person = KARIN): Promise<string> => {
    const [event] = await story.events(owner);
    if (!event) throw new Error('there is no such event');
    return `/users/${owner.id}/events/${encodeURIComponent(event.id)}`;
  };
  const read = async (path: string) => (await sandbox.graph('GET', path)).body;
  /** The convener changes their own meeting. */
  const change = async (story: Story, set: object): Promise<void> => {
    const { status, body } = await sandbox.graph('PATCH', await pathOf(story), set);
    expect(status, JSON.stringify(body)).toBe(200);
  };
  return {
    pathOf,
    read,
    change,
    async answer(story: Story, person: Person, how: Answer): Promise<void> {
      const path = `${await pathOf(story, person)}/${how}`;
      expect((await sandbox.graph('POST', path, { sendResponse: true })).status).toBe(202);
    },
    /** From one wall clock time to another, as Outlook sends it. */
    move: (story: Story, from: string, to: string, more: object = {}) =>
      change(story, { start: swedish(from), end: swedish(to), ...more }),
    async add(story: Story, ...more: { address: string; name?: string; type?: string }[]): Promise<void> {
      const { attendees } = (await read(await pathOf(story))) as { attendees: Attendee[] };
      const kept = attendees.map(({ type, emailAddress }) => ({ type, emailAddress }));
      const added = more.map(({ type = 'required', ...emailAddress }) => ({ type, emailAddress }));
      await change(story, { attendees: [...kept, ...added] });
    },
    async attendees(path: string): Promise<string[]> {
      const { attendees } = (await read(path)) as { attendees: Attendee[] };
      return attendees.map(({ emailAddress }) => emailAddress.address);
    },
    /** Events of the case that still stand for somebody. */
    live: async (story: Story, person: Person): Promise<number> =>
      (await story.events(person)).filter((event) => !(event as { isCancelled?: boolean }).isCancelled).length,
  };
};

const swedish = (dateTime: string) => ({ dateTime, timeZone: 'W. Europe Standard Time' });

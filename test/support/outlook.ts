import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../bot/log/log.ts';
import { openActor } from '../../sandbox/actor.ts';
import { openSandboxClock } from '../../sandbox/clock.ts';
import { openFaults } from '../../sandbox/faults.ts';
import { openGraph } from '../../sandbox/graph/local-graph.ts';
import { mailboxOwners } from '../../sandbox/mailbox-owners.ts';
import { outlookPages } from '../../sandbox/outlook-pages.ts';
import { createOutlookServer, listenOnOutlookPort } from '../../sandbox/outlook-server.ts';
import { madeUpRegister, playgroundUser } from '../../sandbox/register.ts';
import { freePort } from './free-port.ts';
import { sandboxFolder } from './sandbox-folder.ts';

const row = z.looseObject({});
const pageAnswer = z.looseObject({ messages: z.array(row).default([]), clock: row.optional() });

export const KARIN = 'aaaaaaaa-0000-4000-8000-000000000001';
export const SAMIRA = 'aaaaaaaa-0000-4000-8000-000000000006';
export const LENA = 'bbbbbbbb-0000-4000-8000-000000000008';

/** The mailboxes and their pages without the program, on Monday 23 February 2026 at 09.20. */
export async function startOutlook() {
  const folder = sandboxFolder();
  const register = madeUpRegister(56_150);
  const clock = openSandboxClock(folder);
  clock.move({ now: Temporal.Instant.from('2026-02-23T08:20:00Z') });
  const faults = openFaults(folder);
  const actor = openActor(folder, register.people, playgroundUser(register));
  const mailboxes = openGraph({
    folder: `${folder}/graph`,
    owners: mailboxOwners(register),
    tenantId: playgroundUser(register).tenantId,
    clock,
    faults: faults.current,
  });
  const restartOver = async () => mailboxes.startOver();
  const pages = outlookPages({
    mailboxes,
    clock,
    faults,
    actor,
    register,
    playgroundUrl: null,
    windows: null,
    restartOver,
  });
  const port = await freePort();
  const outlook = createOutlookServer([...mailboxes.routes, ...pages.routes], createLog({ key: 'k', level: 'silent' }));
  await listenOnOutlookPort(outlook, port);
  onTestFinished(async () => {
    pages.stream.close();
    await mailboxes.close();
    await outlook.close();
  });
  const url = `http://127.0.0.1:${port}`;
  const read = async (path: string) => pageAnswer.parse(await (await fetch(url + path)).json());
  return {
    url,
    routes: outlook.routes(),
    mailboxes,
    clock,
    faults,
    actor,
    read,
    post: (path: string, body: unknown) => post(url + path, body),
    book: () => book(url),
  };
}

async function post(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** Karin calls Samira and Lena to a meeting on Tuesday 3 March at 13.00. */
async function book(url: string): Promise<void> {
  const response = await fetch(`${url}/v1.0/users/${KARIN}/events`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: 'Samverkansmöte K7M-3XQ',
      body: { contentType: 'text', content: 'Du är kallad till ett samverkansmöte.' },
      start: { dateTime: '2026-03-03T13:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-03-03T14:00:00', timeZone: 'W. Europe Standard Time' },
      location: { displayName: 'Stadshuset, rum Dalbo' },
      attendees: ['samira.hagg@vanersborg.example', 'lena.hassel@vgregion.example'].map((address) => ({
        emailAddress: { address },
        type: 'required',
      })),
    }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

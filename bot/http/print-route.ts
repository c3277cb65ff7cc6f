/**
 * One-time links to papers. GET only shows a page with a button, so that a machine that looks at links uses none up;
 * POST opens the paper.
 */

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Response } from 'restify';
import { makeDocument } from '../../documents/documents.ts';
import { goneLinkPage, LINK_PAGE_POLICY, openPage, tryAgainPage } from '../../documents/link-page.ts';
import type { Paper } from '../../documents/paper.ts';
import { worksIn } from '../../domain/access.ts';
import type { Language } from '../../domain/codes.ts';
import { dayOf, isAfter } from '../../domain/days.ts';
import type { DocumentName } from '../../domain/names.ts';
import { askedIn, whyNotOffered } from '../../domain/papers.ts';
import { type Database, DatabaseAway, type Store } from '../../domain/ports.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { PrintLink } from '../../domain/rows/print-link.ts';
import type { Register } from '../../domain/rows/register.ts';
import { PATIENCE_MS, patiently } from '../engine/patiently.ts';
import { paperOf } from '../print/paper-of.ts';
import type { Route, Visit } from './open-door.ts';
import type { Refused } from './read-json.ts';

const SAFE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

/** Row ids; whatever else stands in an address is not asked for. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whatever stands in the address has the same length once it is hashed. */
const hash = (text: string) => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));

type Opened = { ok: true; document: DocumentName; language: Language; paperIn: (language: Language) => Paper };
const gone = (reason: string, tenant?: string): Refused => ({
  ok: false,
  status: 410,
  reason,
  ...(tenant && { tenant }),
});

/** Asked when the link is used: whoever has left the case since it was made opens nothing with it. */
function isStillTheirs({ personId }: PrintLink, file: CaseFile, { people }: Register): boolean {
  const maker = people.find(({ id }) => id === personId);
  return maker !== undefined && worksIn(maker, file);
}

/** Before the case is looked at: anybody can post here, and its row's lock is for who has the secret. */
async function find(store: Store, id: string, token: string): Promise<PrintLink | Refused> {
  const found = UUID.test(id) ? await store.findPrintLink(id) : null;
  if (!found) return gone('no-link');
  const reason = whyShut(found, store, token);
  return reason ? gone(reason, found.tenantId) : found;
}

/**
 * Uses the link up: in one transaction under the case row's lock, so that of two who press at once one gets the paper.
 */
async function useUp(store: Store, { id, caseId: of }: PrintLink, token: string): Promise<Opened | Refused> {
  const file = await store.lockCase(of);
  const link = file?.printLinks.find((one) => one.id === id);
  if (!file || !link) return gone('no-link');
  const { tenantId, id: caseId } = file.case;
  const register = await store.register();
  const moment = { file, register, now: store.now, today: dayOf(store.now) };
  const reason =
    whyShut(link, store, token) ??
    (isStillTheirs(link, file, register) ? null : 'maker-left') ??
    whyNotOffered(link.document as DocumentName, moment);
  if (reason) return gone(reason, tenantId);
  await store.apply([{ in: 'printLink', id, set: { usedAt: store.now } }]);
  await store.audit({
    tenantId,
    actorId: link.personId,
    act: 'print.opened',
    caseId,
    subjectId: id,
    outcome: link.document,
  });
  return {
    ok: true,
    document: link.document as DocumentName,
    language: askedIn(link.about).language,
    paperIn: (language) => paperOf(moment, link, language),
  };
}

/** Null while the link opens its paper. */
function whyShut({ token, usedAt, expiresAt }: PrintLink, { now }: Store, given: string): string | null {
  if (!isSame(token, given)) return 'wrong-secret';
  if (usedAt !== null) return 'used';
  return isAfter(expiresAt, now) ? null : 'expired';
}

/** restify knows no HTML; the raw response does. */
function sendHtml(response: Response, status: number, html: string): void {
  response.writeHead(status, {
    ...SAFE,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': LINK_PAGE_POLICY,
  });
  response.end(html);
}

function goneFor(refused: Refused, { response, note }: Visit): void {
  note(refused);
  sendHtml(response, 410, goneLinkPage());
}

const opened =
  (database: Database) =>
  async (visit: Visit): Promise<void> => {
    const { request, response } = visit;
    const { link = '', token = '' } = request.params as { link?: string; token?: string };
    const known = await database.transaction((store) => find(store, link, token), 'background');
    if ('ok' in known) return goneFor(known, visit);
    const found = await patiently(PATIENCE_MS.verb, (isOver) =>
      database.transaction(async (store) => {
        const used = await useUp(store, known, token);
        // Whoever waited has been told to try again: nothing is used up for nobody.
        if (isOver()) throw new DatabaseAway('slow');
        return used;
      }),
    );
    if (!found.ok) return goneFor(found, visit);
    const { pdf, fileName } = await makeDocument(found.document, found.paperIn, found.language);
    const disposition = `inline; filename="${fileName}"`;
    response.writeHead(200, {
      ...SAFE,
      'Content-Type': 'application/pdf',
      'Content-Disposition': disposition,
      'Content-Length': pdf.length,
    });
    response.end(pdf);
  };

const PATH = '/print/:link/:token';

export const printRoutes = (database: Database): Route[] => [
  { method: 'get', path: PATH, take: ({ response }) => sendHtml(response, 200, openPage()) },
  {
    method: 'post',
    path: PATH,
    take: opened(database),
    failed: (response, failure) =>
      // Nothing was used up: the same link opens the paper when the database is back.
      failure instanceof DatabaseAway
        ? sendHtml(response, 503, tryAgainPage())
        : sendHtml(response, 500, goneLinkPage()),
  },
];

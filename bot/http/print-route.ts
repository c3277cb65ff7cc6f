/**
 * One-time links to papers. GET only shows a button, so that a machine that looks at links uses none up; POST opens the
 * paper.
 */

import { timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'restify';
import { makeDocument } from '../../documents/documents.ts';
import { goneLinkPage, LINK_PAGE_POLICY, openPage } from '../../documents/link-page.ts';
import type { Paper } from '../../documents/paper.ts';
import { goesOn } from '../../domain/current.ts';
import { dayOf, isAfter } from '../../domain/days.ts';
import type { DocumentName } from '../../domain/names.ts';
import type { Database, Store } from '../../domain/ports.ts';
import type { PrintLink } from '../../domain/rows/print-link.ts';
import type { Log } from '../log/log.ts';
import { paperOf } from '../print/paper-of.ts';

const SAFE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

/** Row ids; whatever else stands in an address is not asked for. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Uses the link up: in one transaction under the case row's lock, so that of two who press at once one gets the paper.
 */
async function useUp(
  store: Store,
  id: string,
  token: string,
): Promise<{ document: DocumentName; paper: Paper } | null> {
  if (!UUID.test(id)) return null;
  const found = await store.findPrintLink(id);
  const file = found && (await store.lockCase(found.caseId));
  const link = file?.printLinks.find((one) => one.id === id);
  if (!file || !link || !isOpen(link, store, token)) return null;
  if (!goesOn(file)) return null;
  await store.apply([{ in: 'printLink', id, set: { usedAt: store.now } }]);
  const { tenantId, id: caseId } = file.case;
  await store.audit({
    tenantId,
    actorId: link.personId,
    act: 'print.opened',
    caseId,
    subjectId: id,
    outcome: link.document,
  });
  const moment = { file, register: await store.register(), now: store.now, today: dayOf(store.now) };
  return { document: link.document as DocumentName, paper: paperOf(moment, link.about) };
}

const isOpen = ({ token, usedAt, expiresAt }: PrintLink, { now }: Store, given: string): boolean =>
  usedAt === null && isAfter(expiresAt, now) && isSame(token, given);

/** restify knows no HTML; the raw response does. */
function sendHtml(response: Response, status: number, html: string): void {
  response.writeHead(status, {
    ...SAFE,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': LINK_PAGE_POLICY,
  });
  response.end(html);
}

export const printLinkPage = async (_request: Request, response: Response): Promise<void> =>
  sendHtml(response, 200, openPage());

export const printLinkOpened =
  (database: Database, log: Log) =>
  async (request: Request, response: Response): Promise<void> => {
    try {
      const { link = '', token = '' } = request.params as { link?: string; token?: string };
      const opened = await database.transaction((store) => useUp(store, link, token));
      if (!opened) return sendHtml(response, 410, goneLinkPage());
      const pdf = await makeDocument(opened.document, opened.paper);
      const disposition = `inline; filename="${opened.document}.pdf"`;
      response.writeHead(200, {
        ...SAFE,
        'Content-Type': 'application/pdf',
        'Content-Disposition': disposition,
        'Content-Length': pdf.length,
      });
      response.end(pdf);
    } catch (surprise) {
      log.surprise('print', surprise);
      sendHtml(response, 500, goneLinkPage());
    }
  };

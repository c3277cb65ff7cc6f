import { personOf } from '../../domain/in-register.ts';
import { copyReaders } from '../../domain/plan-copies.ts';
import { asLine, bringDown, newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { CaseContext } from '../act.ts';

type Reader = ReturnType<typeof copyReaders>[number];

const isSame = (one: Reader, other: Reader): boolean =>
  one.personId === other.personId && one.row.id === other.row.id && one.row.whole === other.row.whole;

/**
 * What follows for the cards of those who have a copy in the chat. Who is new has one, and it comes down for who has a
 * new version; whoever has it no longer keeps a line. That nothing leaves without a consent is looked at once more when
 * it is sent.
 */
export async function copyCards(after: CaseFile, context: CaseContext): Promise<Change[]> {
  const { file } = context;
  const [had, have] = [copyReaders(file), copyReaders(after)];
  const added = have.filter((one) => !had.some((other) => isSame(one, other)));
  const gone = had.filter(({ personId }) => !have.some((one) => one.personId === personId));
  const changes = await Promise.all(added.map(({ personId }) => cardOf(personId, context)));
  return [
    ...changes.flat(),
    ...gone.flatMap(({ personId }) =>
      cardsOf(file, personId).map((card) => asLine(card, 'line.copyOver', file.case.code)),
    ),
  ];
}

const cardsOf = ({ postings }: CaseFile, personId: string) =>
  postings.filter((one) => one.kind === 'PLAN' && one.personId === personId);

/** In their own chat; whoever has not opened the bot yet gets it when they do. */
async function cardOf(personId: string, { file, register, store, newId, now }: CaseContext): Promise<Change[]> {
  const chat = await store.findChat(personId);
  const at = { conversationId: chat?.conversationId ?? null, serviceUrl: chat?.serviceUrl ?? null };
  const [card] = cardsOf(file, personId);
  if (card) return bringDown(card, file.case.code, { newId, now }, { page: 'delivered', ...at });
  return [
    newPosting(newId(), {
      kind: 'PLAN',
      page: 'delivered',
      caseId: file.case.id,
      personId,
      tenantId: chat?.tenantId ?? personOf(register, personId)?.tenantId ?? file.case.tenantId,
      language: chat?.language ?? register.settings.defaultLanguage,
      createdAt: now,
      ...at,
    }),
  ];
}

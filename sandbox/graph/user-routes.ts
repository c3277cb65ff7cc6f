import type { MailboxOwner } from './mailboxes.ts';
import type { Office } from './office.ts';
import { GraphRefusal } from './refusal.ts';
import type { GraphHandler } from './request.ts';
import type { Route } from './routes.ts';

/** People of the own organisation only, as in real life. */
export function userRoutes(office: Office, tenantId: string): Route[] {
  const list: GraphHandler = ({ query, header }) => {
    const search = query.get('$search');
    if (search && header('consistencylevel') !== 'eventual') {
      throw new GraphRefusal(
        400,
        'Request_UnsupportedQuery',
        'Request with $search query parameter only works through ConsistencyLevel: eventual.',
      );
    }
    const own = office.owners.filter((owner) => owner.tenantId === tenantId);
    const found = search ? own.filter(matcherOf(search)) : own;
    return { status: 200, body: { value: found.slice(0, Number(query.get('$top') ?? 100)).map(toJson) } };
  };
  const read: GraphHandler = ({ params }) => {
    const owner = office.findOwner(params.user ?? '');
    if (owner?.tenantId !== tenantId)
      throw new GraphRefusal(404, 'Request_ResourceNotFound', `Resource '${params.user}' does not exist.`);
    return { status: 200, body: toJson(owner) };
  };
  return [
    ['get', '/users', list],
    ['get', '/users/:user', read],
  ];
}

/** `"displayName:an" OR "mail:an"`; each term must be in quotes. */
function matcherOf(search: string): (owner: MailboxOwner) => boolean {
  const terms = [...search.matchAll(/"(displayName|mail|userPrincipalName):([^"]+)"/g)];
  if (terms.length === 0) throw new GraphRefusal(400, 'Request_BadRequest', 'Syntax error in $search.');
  return (owner) =>
    terms.some(([, field, text]) =>
      (field === 'displayName' ? owner.name : owner.mail).toLowerCase().includes((text ?? '').toLowerCase()),
    );
}

function toJson({ id, name, mail }: MailboxOwner) {
  return { id, displayName: name, mail, userPrincipalName: mail };
}

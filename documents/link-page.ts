/**
 * What a browser shows at a print link: a button, or that the link is used up. Where a person has just come to it, it
 * presses the button itself; what only looks at links, runs no script or says that it is a machine uses nothing up.
 * Nothing comes from anywhere else.
 */
import { createHash } from 'node:crypto';

const PRESS = "if (document.visibilityState === 'visible' && !navigator.webdriver) document.forms[0].submit();";

/** For the answer's header: the button may post here, that script may run, and nothing else may happen. */
export const LINK_PAGE_POLICY = [
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  `script-src 'sha256-${createHash('sha256').update(PRESS).digest('base64')}'`,
].join('; ');

const page = (title: string, body: string): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1.5rem; color: #1b1b1b; background: #fff; }
button { font: inherit; font-weight: 600; padding: .75rem 1.5rem; border: 0; border-radius: .5rem; background: #33348e; color: #fff; }
@media (prefers-color-scheme: dark) { body { color: #f3f3f3; background: #1b1b1b; } button { background: #8b8cf0; color: #1b1b1b; } }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

const BUTTON = '<form method="post"><button type="submit">Öppna utskriften</button></form>';

/** GET only shows this: a link that is looked at by a machine is not used up. */
export const openPage = (): string =>
  page('Utskrift', `<p>Länken kan öppnas en gång.</p>${BUTTON}<script>${PRESS}</script>`);

export const tryAgainPage = (): string =>
  page(
    'Försök igen',
    `<p>Det gick inte just nu. Länken gäller fortfarande: vänta en liten stund och tryck igen.</p>${BUTTON}`,
  );

export const goneLinkPage = (): string =>
  page(
    'Länken gäller inte',
    '<p>Den har redan använts eller är för gammal. Gå tillbaka till Teams och tryck en gång till.</p>',
  );

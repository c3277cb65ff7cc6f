import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from '../bot/http/open-door.ts';

const PAGES = fileURLToPath(new URL('./pages', import.meta.url));
const require = createRequire(import.meta.url);
// The calendar brings its languages in a package of its own, which only it depends on.
const fullcalendar = require.resolve('fullcalendar');
const calendarCore = createRequire(fullcalendar).resolve('@fullcalendar/core');

const OWN = [
  'style.css',
  'outlook.css',
  'calendar.css',
  'outlook.js',
  'sandbox.js',
  'strip.js',
  'mailbox-list.js',
  'inbox.js',
  'own-meetings.js',
  'calendar.js',
  'element.js',
  'talk.js',
  'texts.js',
];

/** Everything that a page loads, by its address. Nothing else is served, so no path can lead out of the folder. */
const FILES: Readonly<Record<string, string>> = {
  '/': join(PAGES, 'outlook.html'),
  '/sandbox': join(PAGES, 'sandbox.html'),
  ...Object.fromEntries(OWN.map((name) => [`/pages/${name}`, join(PAGES, name)])),
  '/pages/fullcalendar.js': join(dirname(fullcalendar), 'index.global.min.js'),
  '/pages/fullcalendar-sv.js': join(dirname(calendarCore), 'locales', 'sv.global.min.js'),
};

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

export const pageFiles: readonly Route[] = Object.entries(FILES).map(([path, file]) => ({
  method: 'get',
  path,
  async take({ response }) {
    const text = await readFile(file);
    response.writeHead(200, {
      'Content-Type': `${TYPES[extname(file)]}; charset=utf-8`,
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src data:",
    });
    response.end(text);
  },
}));

/**
 * The paper page, of a case that is on paper only: what to print in which order, whom to ring, what is stored and how to
 * take it away.
 */
import { z } from 'zod';
import { defineCard, page } from '../contract.ts';
import template from './paper.json' with { type: 'json' };

export const paper = defineCard({
  name: 'paper',
  template,
  data: page.extend({
    /** The four sittings, each with its papers. */
    steps: z.array(z.string()).max(4),
    /** Who is rung, with name and number where the reader may know them. */
    ring: z.array(z.string()).max(16),
    acute: z.string(),
    stored: z.array(z.string()).max(2),
  }),
  sample: {
    title: 'Västbusmöte K7M-3XQ · på papper',
    next: 'Det här ärendet sköts på papper. Prata med din chef.',
    steps: [
      '1. Samtalen: informationsbladet och frågorna.',
      '2. Samtycket: blanketterna som skrivs under, och kodlappen.',
      '3. Kallelsen: inbjudan till familjen och papper till verksamheterna. Tid och plats skriver du för hand.',
      '4. Mötet: planen att skriva i för hand, och manuset för den som leder.',
    ],
    ring: [
      'Din chef: hur ni skyddar uppgifterna, och vem som får veta vad.',
      'Verksamheterna som ska komma. Mejla eller chatta inte om vem det gäller.',
      'BUP Dalsland · Lena Ek, psykolog, 08-465 004 31',
    ],
    acute: 'Är det akut? Ring 112. Vänta inte på ett möte.',
    stored: [
      'Koden och det som är registrerat: ålder, vårdnadshavare, samtal, barnets ord, samtycken och vilka som valdes. Inte varför ärendet är på papper.',
      'Ska det bort? Avsluta ärendet. Då raderas samtalen, valen och det som är påbörjat. Kvar blir koden, uppgifterna till statistiken och samtycken som är underskrivna.',
    ],
  },
  live: true,
});

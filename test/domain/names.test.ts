import { describe, expect, it } from 'vitest';
import { mayHoldName } from '../../domain/words/names.ts';

const ASKED = [
  'Anna 070-123 45 67',
  'Anna är snäll',
  'ANNA vill inte gå dit',
  'Jag bråkar med Kalle på rasten',
  'Jag bor hos Lisas mamma',
  'Det är Elias som är dum',
  'Mohammed är min bästa kompis',
  'Hon heter Zahra',
  'Ring Fatima.',
  'Min lärare Björklund är bra',
  'Läraren heter Lindqvist',
  'Kalle Svensson',
  'hos dr. Wallgren',
  'Kompisen (Erik) var med',
  'Jag sa: Olle slår mig',
  '"Emma är min syster"',
  'Han [Oliver] slogs',
  'Mamma och Göran-Erik åkte iväg',
  'Anna-Karin hjälper mig',
  'Samtal med Petrovic varje vecka',
  'Hugo',
  'Jag pratar med Maria på Bris',
  'Maria och mini',
  'Han heter Mini Karin',
  'Akt hos Eva Lind',
  'Originalet ligger hos Karin',
  'Kurator Dahlström tar kontakt',
  'nås på 0521-72 10 00',
  'Mobil 0701740605',
  'tel +46 70 174 06 05',
  '08-123 456 78',
  'Ring 0046701740605 efter tre',
  'call Peter at school',
  'He plays with Oscar',
  'My friend Jamal is kind',
  'Sara’s dog is nice',
  'Yusuf och jag spelar',
  'Jag vill träffa Olena igen',
  'de säger att Tindras pappa kommer',
  '- Elsa följer med till skolan',
];

const PASSES = [
  '',
  'Jag vill kunna gå i skolan utan ont i magen.',
  'Jag vill inte. Det är bättre hemma. Ibland är det kul.',
  'Elevhälsans akt, pärm 3',
  'Vara med på idrotten igen.',
  'Närvaro fyra dagar i veckan.',
  'Samtal med BUP en gång i veckan.',
  'Kontakt med Elevhälsan varje fredag.',
  'Habiliteringen bokar ett besök i Mars',
  'Ny SIP i maj, uppföljning av Västbus',
  'Akten hos BUP Dalsland',
  'Skåp 4 på Norra skolan',
  'I arkivet på Vårdcentralen Aspen',
  'Stadshuset, rum Dalbo',
  'Individ- och familjeomsorgen tar kontakt',
  'Barn- och ungdomshabiliteringen, Ungdomsmottagningen',
  'Jag bråkar med [en kompis] på rasten',
  'ADHD-utredning klar före sommaren, BUP:s läkare',
  'Vi ses i Vänersborg eller Trollhättan',
  'Vänersborgs kommun betalar resan',
  'Mamma säger: Jag orkar inte',
  '"Jag vill sova längre"',
  '- Åka buss själv\n- Läxhjälp på tisdagar',
  'På Måndag börjar jag',
  'Max 30 minuter åt gången',
  'Bo hos pappa varannan vecka',
  'Per telefon varje vecka',
  'Liv och rörelse varje dag',
  'Jag spelar Minecraft och Roblox',
  'när Mamma och Pappa bråkar',
  'Dnr 2026/123, beslut 2026-03-10',
  'Protokoll BUN 2026-00412',
  'Tisdag 2026-03-10 kl. 13.00–14.00',
  'kl. 08.00-09.00, sal 12',
  'Bokning 48812, arabiska',
  'Tolkförmedlingen Väst 12345',
  'Ring 112 om det är akut',
  'I want to sleep. I think I can.',
  "Mum says I'm good at English on Mondays",
  'The Swedish lessons at Norra school',
  'JAG VILL GÅ HEM',
  'Extra hjälp i Matematik och Engelska',
  'Jag har Autism och ADHD',
  'åka med Västtrafik till skolan',
  'Jag har pratat med Bris och Rädda Barnen',
  'Anteckning i Prorenata, kopia till BUP',
  'Samtal på Mini-Maria varje vecka',
  'Vi går till Mini Maria på torsdagar',
  'Mini Marias kurator ringer',
  'Kurs hos Attention i höst',
  'Schemat står i Unikum och Vklass',
  'Västra Götalandsregionen skickar remiss',
];

describe('a name or telephone number is asked about', () => {
  it.each(ASKED)('%s', (text) => expect(mayHoldName(text)).toBe(true));
});

describe('staff are not nagged about', () => {
  it.each(PASSES)('%s', (text) => expect(mayHoldName(text)).toBe(false));
});

it('a long text is answered at once', () => {
  const before = process.cpuUsage();
  for (const text of ['A '.repeat(600), '0 '.repeat(600), 'Aa'.repeat(600), '. '.repeat(600)]) mayHoldName(text);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(200);
});

/** `npm start`. Loading the program takes seconds, so what is loaded first is the word that it is on its way. */
console.log('Startar …');
await import('./start.ts');

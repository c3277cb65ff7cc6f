/** Rooms of pdfmake that its types do not name; whoever changes something in one says why. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What all things of a room have, to be changed in place: `pdfmake/js/Renderer.js`. */
export const prototypeIn = <P>(room: string): P => (require(room) as { default: { prototype: P } }).default.prototype;

/** Runs in the Playground's process before the Playground. It has no setting for either. */
import { Server } from 'node:net';

// It ends with its parent: a killed parent cuts the channel between them. An orphan would keep the port for ever.
process.on('disconnect', () => process.exit());

// It would listen on every address of the machine.
const { listen } = Server.prototype;
Server.prototype.listen = function listenHere(first, ...rest) {
  const isAnywhere = /^\d+$/.test(String(first)) && typeof rest[0] !== 'string';
  return listen.call(this, first, ...(isAnywhere ? ['127.0.0.1', ...rest] : rest));
};

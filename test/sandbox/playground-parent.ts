/** A parent for the Playground that a test can kill: prints a line when it is up. */
import { startPlayground } from '../../sandbox/playground.ts';
import { playgroundSettings } from '../../sandbox/playground-settings.ts';
import { madeUpRegister, playgroundMembers, playgroundUser } from '../../sandbox/register.ts';

const [folder = '', port = ''] = process.argv.slice(2);
const register = madeUpRegister(Number(port));
const [channel] = register.channels;
if (!channel) throw new Error('no channel');
await startPlayground({
  folder,
  port: Number(port),
  endpoint: 'http://127.0.0.1:9/api/messages',
  settings: playgroundSettings(playgroundUser(register), playgroundMembers(register, playgroundUser(register)), [
    channel,
  ]),
});
console.log('up');

import { expect, it } from 'vitest';
import { type Exchange, misfitsIn, misfitsOf } from '../support/graph-shapes.ts';

const events = 'https://graph.microsoft.com/v1.0/users/x/events';
const said = (given: Partial<Exchange>): Exchange => ({
  method: 'POST',
  url: events,
  body: { subject: 'Samverkansmöte' },
  status: 201,
  response: { '@odata.etag': 'W/"1"', id: '1', start: { dateTime: '2027-03-09T12:00:00', timeZone: 'UTC' } },
  ...given,
});

it('what Microsoft publishes fits, with the annotations of its protocol', () => {
  expect(misfitsOf([said({})])).toEqual([]);
  expect(misfitsOf([said({ status: null, response: { failed: 'TimeoutError' } })])).toEqual([]);
});

it.each<[string, Exchange, string]>([
  ['a property that no event has', said({ body: { title: 'x' } }), 'sends  must NOT have additional properties'],
  [
    'a word that no sensitivity is',
    said({ body: { sensitivity: 'secret' } }),
    'sends /sensitivity must be equal to one',
  ],
  ['a property of another type', said({ body: { subject: 7 } }), 'sends /subject must be string,null'],
  ['another case inside', said({ response: { start: { datetime: 'x' } } }), 'answers /start must NOT have additional'],
  ['a list where one is answered', said({ response: { value: [] } }), 'answers  must NOT have additional properties'],
  [
    'a refusal without its code',
    said({ status: 400, response: { error: { message: 'x' } } }),
    'answers /error must have',
  ],
  ['another address', said({ url: `${events}/1/forward` }), 'is no address of Graph'],
  ['another method', said({ method: 'PUT' }), 'is no address of Graph'],
])('%s does not fit', (_, exchange, why) => {
  expect(misfitsOf([exchange]).join('\n')).toContain(why);
});

it('nothing fits where nothing belongs, and nothing else', () => {
  expect(misfitsIn(null, null)).toEqual([]);
  expect(misfitsIn(null, { id: 'x' })).toHaveLength(1);
});

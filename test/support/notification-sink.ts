/** What the program's notification address does, without the program: shakes hands, writes down, answers as told. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Notification = {
  subscriptionId: string;
  clientState: string | null;
  changeType: string;
  resource: string;
  resourceData: { id: string; '@odata.etag': string };
};

export async function startNotificationSink() {
  const received: Notification[] = [];
  const handshakes: string[] = [];
  const waiting: { count: number; done: (all: Notification[]) => void }[] = [];
  const answers: number[] = [];
  let shakesHands = true;
  let usually = 202;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const token = url.searchParams.get('validationToken');
    if (token !== null) {
      handshakes.push(url.pathname);
      response.setHeader('content-type', 'text/plain');
      response.end(shakesHands ? token : 'something else');
      return;
    }
    let text = '';
    for await (const part of request) text += part;
    const status = answers.shift() ?? usually;
    if (status === 202) received.push(...JSON.parse(text).value);
    response.statusCode = status;
    response.end();
    for (const one of waiting) if (received.length >= one.count) one.done([...received]);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    handshakes,
    refuseHandshakes() {
      shakesHands = false;
    },
    /** Statuses for the next notifications. */
    answerWith: (...statuses: number[]) => answers.push(...statuses),
    /** The status for all others; 202 unless told. */
    answerAlways(status: number) {
      usually = status;
    },
    /** Resolves when so many have come in all. */
    arrived: (count: number) =>
      new Promise<Notification[]>((done) =>
        received.length >= count ? done([...received]) : waiting.push({ count, done }),
      ),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

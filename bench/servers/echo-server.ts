/** The floor: a bot as botbuilder's own samples write it, that answers every invoke with one and the same card. */
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type Request,
} from 'botbuilder';
import { createServer, plugins } from 'restify';
import { guide } from '../../cards/case/guide.ts';
import { buildCard } from '../../cards/frame.ts';
import { answerQuestions } from './measured.ts';

/** As large as the card that the guide step answers with, made once. */
const card = buildCard(guide, guide.sample, { language: 'sv', posting: 'posting', turn: 'turn' });

class Echo extends ActivityHandler {
  override async onInvokeActivity(): Promise<InvokeResponse> {
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Echo();
const server = createServer();
server.use(plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as Request, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => answerQuestions(server.address().port));

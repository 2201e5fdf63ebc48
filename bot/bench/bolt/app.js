// One slash command with a fixed answer, as the README of @slack/bolt has it: its own HTTP receiver, on
// a port that the system chooses. Who it is to Slack is given, so that it asks nobody.
const { App } = require('@slack/bolt');

const app = new App({
  token: 'xoxb-bench',
  botId: 'B0BENCH',
  botUserId: 'U0BENCH',
  signingSecret: process.env.SIGNING_SECRET,
  endpoints: '/slack/events',
});

const text = 'Everything is well.';
const blocks = [{ type: 'section', text: { type: 'mrkdwn', text } }];

app.command('/status', async ({ ack }) => {
  await ack({ response_type: 'ephemeral', text, blocks });
});

(async () => {
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  console.log(`listening: http://127.0.0.1:${server.address().port}`);
})();

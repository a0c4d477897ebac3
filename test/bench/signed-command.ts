import { signature } from '../../src/sandbox/slack/delivery/signature.ts';
import { CHANNEL, SECRET, STAFF } from '../sandbox/support/slack.ts';

export interface SignedCommand {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes `/project 8` as Slack sends it, each with a trigger and a signature of its own. */
export function commandFactory(responseUrl: string): () => SignedCommand {
  const fixed = new URLSearchParams({
    command: '/project',
    text: '8',
    user_id: STAFF,
    user_name: 'yamada',
    team_id: 'T0YAMAGUCHI',
    team_domain: 'yamaguchi-pref',
    channel_id: CHANNEL,
    channel_name: '産業戦略',
    api_app_id: 'A0SHINCHOKU',
    is_enterprise_install: 'false',
    response_url: responseUrl,
  }).toString();
  let count = 0;
  return () => {
    count += 1;
    const body = `${fixed}&trigger_id=${count}.1.bench`;
    const timestamp = String(Math.floor(Date.now() / 1000));
    return {
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature({ secret: SECRET, timestamp, body }),
      },
    };
  };
}

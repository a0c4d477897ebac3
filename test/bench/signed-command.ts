import { signature } from '../../src/sandbox/slack/delivery/signature.ts';
import { CHANNEL, SECRET, STAFF } from '../sandbox/support/slack.ts';

export interface SignedCommand {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is typed behind `/project`, and by whom. */
export interface Said {
  readonly text: string;
  readonly user: string;
}

/** Makes commands as Slack sends them, `/project 8` if nothing is said, each with a trigger and a signature of its own. */
export function commandFactory(
  responseUrl: string,
  next: () => Said = () => ({ text: '8', user: STAFF }),
): () => SignedCommand {
  const fixed = new URLSearchParams({
    command: '/project',
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
    const { text, user } = next();
    const body = `${fixed}&text=${encodeURIComponent(text)}&user_id=${user}&trigger_id=${count}.1.bench`;
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

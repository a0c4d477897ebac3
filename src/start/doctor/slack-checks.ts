import type { Config } from '../../config.ts';
import { type Finding, finder } from './finding.ts';

/** What one call of Slack's Web API told. */
export type SlackTold =
  | { readonly kind: 'unreachable'; readonly why: string }
  | {
      readonly kind: 'answer';
      readonly ok: boolean;
      readonly error: string | null;
      /** The workspace, where it was told. */
      readonly team: string | null;
      /** Whether the token is a bot's. */
      readonly isBot: boolean;
      /** Null where Slack did not say. */
      readonly scopes: readonly string[] | null;
      /** Slack's clock in milliseconds, to the second; null where it was not told. */
      readonly clock: number | null;
      /** Ours in the middle of the call. */
      readonly ours: number;
    };

const patienceMs = 8_000;

/** Asks a method of the Web API that takes nothing but a token. Never rejects. */
export async function askSlack(
  { apiUrl, token, method }: { readonly apiUrl: string; readonly token: string; readonly method: string },
  systemNow: () => number,
): Promise<SlackTold> {
  const began = systemNow();
  try {
    const response = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patienceMs),
    });
    const ours = (began + systemNow()) / 2;
    const body: unknown = await response.json();
    const told = typeof body === 'object' && body !== null ? body : {};
    const scopes = response.headers.get('x-oauth-scopes');
    const clock = Date.parse(response.headers.get('date') ?? '');
    return {
      kind: 'answer',
      ok: 'ok' in told && told.ok === true,
      error: 'error' in told ? String(told.error) : null,
      team: 'team' in told ? String(told.team) : null,
      isBot: 'bot_id' in told,
      scopes: scopes === null ? null : scopes.split(',').map((scope) => scope.trim()),
      clock: Number.isNaN(clock) ? null : clock,
      ours,
    };
  } catch (problem) {
    const cause = problem instanceof Error && problem.cause instanceof Error ? problem.cause : problem;
    return { kind: 'unreachable', why: cause instanceof Error ? cause.message : String(cause) };
  }
}

type Workspace = Extract<Config['slack'], { kind: 'workspace' }>;

/** Whether Slack takes the credentials. The signing secret alone cannot be tried: only Slack signs with it. */
export function judgeCredentials(
  told: SlackTold,
  { intake }: Pick<Workspace, 'intake'>,
  socket: SlackTold | null,
): Finding {
  const { ok, fault, warning } = finder('credentials', 'Slackの認証');
  if (told.kind === 'unreachable') {
    return fault(
      `Slack could not be reached (${told.why})`,
      'Check the network, a proxy, and SLACK_API_URL.',
    );
  }
  if (!told.ok) {
    return fault(
      `Slack refused the bot token (${told.error})`,
      'Install the app again and set the new SLACK_BOT_TOKEN.',
    );
  }
  if (!told.isBot)
    return fault('the token is not a bot token', 'Set SLACK_BOT_TOKEN to the one that begins with xoxb-.');
  const where = told.team === null ? '' : `, workspace ${told.team}`;
  if (intake.kind === 'http') return ok(`the bot token is taken${where}; requests come over HTTP`);
  if (socket?.kind === 'answer' && socket.ok)
    return ok(`bot and app token are taken${where}; Socket Mode opens`);
  const why = socket?.kind === 'answer' ? socket.error : socket?.why;
  if (socket?.kind === 'unreachable')
    return warning(`Socket Mode could not be tried (${why})`, 'Run the doctor again.');
  return fault(
    `Slack refused the app token (${why})`,
    'Make an app-level token with connections:write, switch Socket Mode on, set SLACK_APP_TOKEN.',
  );
}

/** Whether the installed app has what the manifest asks for. */
export function judgeScopes(granted: readonly string[] | null, wanted: readonly string[]): Finding {
  const { ok, warning, fault } = finder('scopes', '権限の範囲');
  if (granted === null)
    return warning(
      'Slack did not say which scopes the token has',
      'Compare them by hand in the settings of the app.',
    );
  const missing = wanted.filter((scope) => !granted.includes(scope));
  const unasked = granted.filter((scope) => !wanted.includes(scope));
  if (missing.length > 0) {
    return fault(
      `missing: ${missing.join(', ')}`,
      'Paste manifest.yml into the settings of the app and install it again.',
    );
  }
  if (unasked.length > 0) {
    return warning(
      `more than manifest.yml asks for: ${unasked.join(', ')}`,
      'Take them away: a stolen token can do less then.',
    );
  }
  return ok(`the ${wanted.length} of manifest.yml, and no more`);
}

/** Slack refuses our requests, and we its, at five minutes. */
const faultSeconds = 300;
const warningSeconds = 5;

/** How far the clocks are apart, in seconds; null of one that was not told. */
export function judgeClocks(skews: {
  readonly slack: number | null;
  readonly database: number | null;
}): Finding {
  const { ok, warning, fault } = finder('clock', '時計のずれ');
  const told = Object.entries(skews).flatMap(([whose, skew]) => (skew === null ? [] : [{ whose, skew }]));
  const says = told.map(({ whose, skew }) => `${Math.abs(skew).toFixed(1)} s from ${names[whose] ?? whose}`);
  const worst = Math.max(0, ...told.map(({ skew }) => Math.abs(skew)));
  if (told.length === 0)
    return warning('no other clock to compare with', 'See that the time is kept by NTP.');
  const line = `this machine's clock is ${says.join(' and ')}`;
  const todo = 'Keep the time of this machine and of the database server by NTP (chrony, systemd-timesyncd).';
  if (worst >= faultSeconds) return fault(`${line}: requests are refused at 300 s`, todo);
  return worst >= warningSeconds ? warning(line, todo) : ok(line);
}

const names: Readonly<Record<string, string>> = { slack: "Slack's", database: "the database's" };

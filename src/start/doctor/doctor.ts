import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { dayAt } from '../../domain/calendar-day.ts';
import { inspectStore, type StoreFacts } from '../../store/inspect.ts';
import { StoreRefusal } from '../../store/refusal.ts';
import type { Machine } from '../serve.ts';
import { type Finding, finder } from './finding.ts';
import { judgeFolder, judgeHolidays, judgeNode, lookAtFolder } from './machine-checks.ts';
import { askSlack, judgeClocks, judgeCredentials, judgeScopes } from './slack-checks.ts';
import { judgeContent, judgeDatabase, judgeMigrations, judgeSubscriptions } from './store-checks.ts';

/** What the doctor needs of the machine. */
export interface DoctorMachine extends Pick<Machine, 'systemNow'> {
  /** `process.versions.node` */
  readonly nodeVersion: string;
}

/** Looks at everything that the bot needs to run, and changes nothing. Never rejects. */
export async function examine(config: Config, machine: DoctorMachine): Promise<readonly Finding[]> {
  const now = new Date(machine.systemNow());
  const [slack, store, folder, running] = await Promise.all([
    examineSlack(config, machine),
    examineStore(config, machine),
    examineFolder(config),
    examineBot(config),
  ]);
  const skews = { slack: slack.skew, database: store.skew };
  const isCompared = skews.slack !== null || skews.database !== null;
  return [
    judgeNode(machine.nodeVersion),
    ...slack.findings,
    ...(isCompared ? [judgeClocks(skews)] : []),
    ...store.findings,
    ...folder,
    judgeHolidays(dayAt(now, config.TIME_ZONE)),
    running,
  ];
}

/** Findings of one part, and how far its clock is from ours in seconds. */
interface Examined {
  readonly findings: readonly Finding[];
  readonly skew: number | null;
}

async function examineSlack({ slack }: Config, { systemNow }: DoctorMachine): Promise<Examined> {
  if (slack.kind === 'sandbox') {
    const { warning } = finder('credentials', 'Slackの認証');
    const todo = 'Set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN) to connect a workspace.';
    return { findings: [warning('no Slack credentials: the sandbox starts', todo)], skew: null };
  }
  const { apiUrl, botToken, intake } = slack;
  const ask = (token: string, method: string) => askSlack({ apiUrl, token, method }, systemNow);
  const [told, socket] = await Promise.all([
    ask(botToken, 'auth.test'),
    intake.kind === 'socket' ? ask(intake.appToken, 'apps.connections.open') : null,
  ]);
  const credentials = judgeCredentials(told, slack, socket);
  if (told.kind === 'unreachable' || !told.ok) return { findings: [credentials], skew: null };
  const scopes = judgeScopes(told.scopes, await manifestScopes());
  return {
    findings: [credentials, scopes],
    // Slack tells whole seconds: the middle of the second is the best guess.
    skew: told.clock === null ? null : (told.ours - (told.clock + 500)) / 1_000,
  };
}

const manifestFile = new URL('../../../manifest.yml', import.meta.url);

const Manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

async function manifestScopes(): Promise<readonly string[]> {
  return Manifest.parse(parse(await readFile(manifestFile, 'utf8'))).oauth_config.scopes.bot;
}

async function examineStore({ store }: Config, { systemNow }: DoctorMachine): Promise<Examined> {
  const began = systemNow();
  try {
    const facts = await inspectStore(store);
    const skew = store.kind === 'server' ? ((began + systemNow()) / 2 - facts.now.getTime()) / 1_000 : null;
    return { findings: judgeStore(facts), skew };
  } catch (problem) {
    return { findings: [judgeUnopened(problem)], skew: null };
  }
}

function judgeStore(facts: StoreFacts): readonly Finding[] {
  const { content, now } = facts;
  const inside =
    content === null ? [] : [judgeContent(content), judgeSubscriptions(content.subscriptions, now)];
  return [judgeDatabase(facts), judgeMigrations(facts), ...inside];
}

/** A store that a bot has open is no fault; the bot says below whether it answers. */
function judgeUnopened(problem: unknown): Finding {
  const { ok, warning, fault } = finder('database', 'データベース');
  if (!(problem instanceof StoreRefusal))
    return fault(`it did not answer (${String(problem)})`, 'See the log of PostgreSQL.');
  if (problem.reason === 'folder-in-use')
    return ok('the embedded store is in use by a running bot, so nobody else may look in');
  if (problem.reason === 'store-missing')
    return warning('there is no store yet', 'Start the bot once, or npm run seed.');
  return fault(problem.message, 'Put it right and run the doctor again.');
}

async function examineFolder({ store }: Config): Promise<readonly Finding[]> {
  if (store.kind === 'server') return [];
  return [judgeFolder(store.dataDir, await lookAtFolder(store.dataDir))];
}

const patienceMs = 5_000;

async function examineBot({ HOST, PORT }: Config): Promise<Finding> {
  const { ok, fault } = finder('bot', '稼働状況');
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  try {
    const answer = await fetch(`http://${host}:${PORT}/readyz`, { signal: AbortSignal.timeout(patienceMs) });
    return answer.ok
      ? ok(`it runs on port ${PORT} and is ready`)
      : fault(`what runs on port ${PORT} is not ready (${answer.status})`, 'See its log for "not ready".');
  } catch {
    return ok(`no bot runs on port ${PORT} of this machine`);
  }
}

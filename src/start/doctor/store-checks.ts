import type { ContentFacts, StoreFacts, SubscriptionFacts } from '../../store/inspect.ts';
import { type Finding, finder } from './finding.ts';

/** The oldest PostgreSQL that is tested. */
const oldestMajor = 15;

/** What the database is, and whether it can hold what people write. */
export function judgeDatabase({ version, encoding, timeZone, bytes }: StoreFacts): Finding {
  const { ok, warning, fault } = finder('database', 'データベース');
  const megabytes = Math.ceil(bytes / 1_000_000);
  const line = `PostgreSQL ${version}, ${encoding}, server time zone ${timeZone}, ${megabytes} MB`;
  if (encoding !== 'UTF8') {
    return fault(
      `${line}: it cannot hold Japanese`,
      'Create the database anew: createdb --encoding=UTF8 --template=template0.',
    );
  }
  return Number.parseInt(version, 10) < oldestMajor
    ? warning(line, `Move to PostgreSQL ${oldestMajor} or newer: older ones are not tested.`)
    : ok(line);
}

/** Whether the schema is that of this program. */
export function judgeMigrations({ migrations }: Pick<StoreFacts, 'migrations'>): Finding {
  const { ok, warning, fault } = finder('migrations', 'スキーマ');
  const { pending, unknown, edited } = migrations;
  if (unknown.length > 0) {
    return fault(
      `the database is newer than this program: ${unknown.join(', ')}`,
      'Start the newer version, or restore a backup made before it.',
    );
  }
  if (edited.length > 0) {
    return fault(
      `changed since they were applied: ${edited.join(', ')}`,
      'Restore these files of the program.',
    );
  }
  if (pending.length > 0) {
    return warning(`not applied yet: ${pending.join(', ')}`, 'Back up; the next start applies them.');
  }
  return ok('all applied, none unknown');
}

/** Whether there is something to answer from. */
export function judgeContent({ projects, openProposals }: ContentFacts): Finding {
  const { ok, warning } = finder('content', 'データ');
  if (projects === 0)
    return warning('there are no projects', 'Load the table: npm run seed, or /project 取込 in Slack.');
  return ok(`${projects} projects, ${openProposals} open proposals`);
}

/** How long a digest may be overdue before somebody has to look. */
const overdueMs = 10 * 60_000;

/** Whether digests go out. */
export function judgeSubscriptions(all: readonly SubscriptionFacts[], now: Date): Finding {
  const { ok, warning, fault } = finder('digests', '定期配信');
  if (all.length === 0) return ok('none are set up');
  const overdue = all.filter(
    ({ pausedBecause, nextRunAt }) =>
      pausedBecause === null && now.getTime() - nextRunAt.getTime() > overdueMs,
  );
  if (overdue.length > 0) {
    return fault(
      `overdue in ${channelsOf(overdue)}: nobody sends them`,
      'Start the bot; if it runs, see its log for "digest".',
    );
  }
  const stopped = all.filter(({ pausedBecause }) => pausedBecause !== null && pausedBecause !== 'person');
  const unsettled = all.filter(({ last }) => last?.state === 'failed' || last?.state === 'unknown');
  const troubled = [...new Set([...stopped, ...unsettled])];
  if (troubled.length > 0) {
    return warning(
      `in trouble: ${troubled.map(troubleOf).join('; ')}`,
      'Their owners were told. Invite the bot to the channel, then press 再開 in /project 配信.',
    );
  }
  return ok(`${all.length} set up, all well`);
}

function troubleOf({ channelId, pausedBecause, last }: SubscriptionFacts): string {
  const why = pausedBecause ?? last?.reason ?? last?.state ?? 'unknown';
  return `${channelId} (${why})`;
}

function channelsOf(all: readonly SubscriptionFacts[]): string {
  return [...new Set(all.map(({ channelId }) => channelId))].join(', ');
}

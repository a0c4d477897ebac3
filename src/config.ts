import { z } from 'zod';

/** An empty variable is an unset one, and blanks around a value do not count: env files are written by hand. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() || undefined : value), schema.optional());

const starting = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}\\S{4,}$`), { error: `must be a token that begins with ${prefix}` });

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });

const timeZone = z.string().refine(isTimeZone, { error: 'must be an IANA time zone such as Asia/Tokyo' });

const port = z
  .string()
  .refine((digits) => /^\d{1,5}$/.test(digits) && Number(digits) <= 65_535, {
    error: 'must be a port number from 0 to 65535',
  })
  .transform(Number);

/** The environment, one caption for each variable; the README's table says the same. */
const Environment = z.object({
  /** Bot token (xoxb-…) of the workspace. */
  SLACK_BOT_TOKEN: optional(starting('xoxb-')),
  /** Signing secret: requests come over HTTP. */
  SLACK_SIGNING_SECRET: optional(z.string().min(8, { error: 'is too short for a signing secret' })),
  /** App-level token (xapp-…): requests come through Socket Mode. */
  SLACK_APP_TOKEN: optional(starting('xapp-')),
  /** Root of the Web API; GovSlack and tests use another. */
  SLACK_API_URL: optional(httpUrl).transform((url) => withSlash(url ?? 'https://slack.com/api/')),
  /** Address to listen on. */
  HOST: optional(z.string().min(1)).transform((host) => host ?? '0.0.0.0'),
  /** Port to listen on. */
  PORT: optional(port).transform((value) => value ?? 3000),
  /** Port of the metrics; without it there are none. */
  METRICS_PORT: optional(port).transform((value) => value ?? null),
  /** Address on which the metrics are. */
  METRICS_HOST: optional(z.string().min(1)).transform((host) => host ?? '127.0.0.1'),
  /** Port of the sandbox's page. */
  SANDBOX_PORT: optional(port).transform((value) => value ?? 3030),
  /** A PostgreSQL server; without it the embedded store is used. */
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, { error: 'must be a postgresql:// address' }),
  ),
  /** Folder of the embedded store. */
  DATA_DIR: optional(z.string().min(1)).transform((folder) => folder ?? './data'),
  /** Time zone in which days begin. */
  TIME_ZONE: optional(timeZone).transform((zone) => zone ?? 'Asia/Tokyo'),
  /** Slack ids of administrators, separated by commas. */
  ADMIN_USER_IDS: optional(z.string()).transform((ids, context) => splitIds(ids ?? '', context)),
  /** Whether guests and people of connected organisations may read. */
  GUESTS_MAY_READ: optional(z.enum(['true', 'false'], { error: 'must be true or false' })).transform(
    (value) => value === 'true',
  ),
  /** Whether the search may load its dictionary, which takes about 300 MB; without it texts are cut more simply. */
  SEARCH_DICTIONARY: optional(z.enum(['on', 'off'], { error: 'must be on or off' })).transform(
    (value) => value ?? 'on',
  ),
  /** fatal, error, warn, info, debug, trace or silent. */
  LOG_LEVEL: optional(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    }),
  ).transform((level) => level ?? 'info'),
  /** An instant (ISO 8601 with zone) at which the product's clock starts: for demonstrations only. */
  CLOCK_START: optional(
    z.iso.datetime({ offset: true, error: 'must be an instant such as 2020-08-24T09:00:00+09:00' }),
  ).transform((instant) => (instant === undefined ? null : new Date(instant))),
});

type Environment = z.infer<typeof Environment>;

/** How the bot is to run. */
export interface Config
  extends Pick<
    Environment,
    'HOST' | 'PORT' | 'SANDBOX_PORT' | 'TIME_ZONE' | 'SEARCH_DICTIONARY' | 'LOG_LEVEL' | 'CLOCK_START'
  > {
  /** A workspace, or without any credentials our own. */
  readonly slack:
    | { readonly kind: 'sandbox' }
    | {
        readonly kind: 'workspace';
        readonly botToken: string;
        readonly apiUrl: string;
        readonly intake:
          | { readonly kind: 'http'; readonly signingSecret: string }
          | { readonly kind: 'socket'; readonly appToken: string };
      };
  readonly store:
    | { readonly kind: 'server'; readonly url: string }
    | { readonly kind: 'embedded'; readonly dataDir: string };
  /** Where the metrics are; null for nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly adminUserIds: readonly string[];
  readonly guestsMayRead: boolean;
}

/** What the process is started for: to serve people, or to work on the store, which needs no Slack. */
export type Purpose = 'serve' | 'store';

/** The configuration that the environment tells, or every variable that is wrong with what to do about it. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  purpose: Purpose = 'serve',
):
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const parsed = Environment.safeParse(env);
  const wrong = parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  const missing = purpose === 'serve' ? [...credentialProblems(env), ...productionProblems(env)] : [];
  const problems = [...wrong, ...missing];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: toConfig(parsed.data, purpose) };
}

function toConfig(env: Environment, purpose: Purpose): Config {
  const slack = slackOf(env);
  const { HOST, PORT, SANDBOX_PORT, TIME_ZONE, SEARCH_DICTIONARY, LOG_LEVEL, CLOCK_START } = env;
  const { DATABASE_URL, DATA_DIR } = env;
  // What is tried out in the sandbox does not mix with what a workspace relies on; a DATABASE_URL both would share.
  const folder = purpose === 'serve' && slack.kind === 'sandbox' ? 'sandbox' : 'store';
  return {
    HOST,
    PORT,
    SANDBOX_PORT,
    TIME_ZONE,
    SEARCH_DICTIONARY,
    LOG_LEVEL,
    CLOCK_START,
    slack,
    store:
      DATABASE_URL === undefined
        ? { kind: 'embedded', dataDir: `${DATA_DIR}/${folder}` }
        : { kind: 'server', url: DATABASE_URL },
    metrics: env.METRICS_PORT === null ? null : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    adminUserIds: env.ADMIN_USER_IDS,
    guestsMayRead: env.GUESTS_MAY_READ,
  };
}

/** Which credentials there are decides: without any the sandbox, and a socket where it can be opened. */
function slackOf(env: Environment): Config['slack'] {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = env;
  if (!botToken) return { kind: 'sandbox' };
  const intake = appToken
    ? ({ kind: 'socket', appToken } as const)
    : ({ kind: 'http', signingSecret: signingSecret ?? '' } as const);
  return { kind: 'workspace', botToken, apiUrl: env.SLACK_API_URL, intake };
}

type Variables = Readonly<Record<string, string | undefined>>;

function isSet(env: Variables, ...names: readonly string[]): boolean {
  return names.some((name) => (env[name] ?? '').trim() !== '');
}

/** Some credentials but not all are a mistake, never a silent fall-back. */
function credentialProblems(env: Variables): string[] {
  if (!isSet(env, ...credentials)) return [];
  const problems: string[] = [];
  if (!isSet(env, 'SLACK_BOT_TOKEN'))
    problems.push('SLACK_BOT_TOKEN is missing: the other Slack credentials are set');
  if (!isSet(env, 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN')) {
    problems.push('SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode) is missing: set one of them');
  }
  return problems;
}

function productionProblems(env: Variables): string[] {
  if (env.NODE_ENV?.trim() !== 'production') return [];
  const problems: string[] = [];
  if (!isSet(env, ...credentials)) {
    problems.push(
      'SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN) are missing: the sandbox does not start in production',
    );
  }
  if (isSet(env, 'CLOCK_START')) {
    problems.push('CLOCK_START is for demonstrations and refused in production: unset it');
  }
  return problems;
}

const credentials = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'] as const;

function splitIds(text: string, context: z.RefinementCtx): readonly string[] {
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  const wrong = ids.filter((id) => !/^[UW][A-Z0-9]{2,20}$/.test(id));
  if (wrong.length > 0) context.addIssue(`holds what is no Slack user id: ${wrong.join(', ')}`);
  return ids;
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import { type Logger, type LoggerOptions, pino } from 'pino';

export type Log = Logger;

const secret =
  /xox[abeprs]-[\w-]+|xapp-[\w-]+|https:\/\/hooks\.slack(?:-gov)?\.com\/\S+|[?&]ticket=[^\s&]+|postgres(?:ql)?:\/\/[^\s:@/]+:[^\s@]+@/gi;

/** One JSON line an event on standard output, without secrets. */
export function createLog(
  options: Pick<LoggerOptions, 'level'> & { readonly to?: { write(line: string): void } },
): Log {
  const settings: LoggerOptions = {
    level: options.level ?? 'info',
    base: { app: 'shinchoku' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['token', '*.token', 'response_url', '*.response_url', 'text', '*.text'],
      censor: '[hidden]',
    },
    serializers: { err: (problem: unknown) => withoutSecrets(pino.stdSerializers.err(problem as Error)) },
  };
  return options.to ? pino(settings, options.to) : pino(settings);
}

/** Slack's libraries log through ours: their warnings and errors only, with secrets blotted out. */
export function boltLogger(log: Log): BoltLogger {
  const child = log.child({ from: 'bolt' });
  const told = (parts: unknown[]) => blot(parts.map(String).join(' '));
  return {
    debug: () => {},
    info: (...parts) => child.debug(told(parts)),
    warn: (...parts) => child.warn(told(parts)),
    error: (...parts) => child.error(told(parts)),
    setLevel: () => {},
    setName: () => {},
    getLevel: () => LogLevel.WARN,
  };
}

/** The text without tokens, response addresses, socket tickets and database passwords. */
export function blot(text: string): string {
  return text.replace(secret, '[hidden]');
}

function withoutSecrets(problem: unknown): unknown {
  return JSON.parse(blot(JSON.stringify(problem)));
}

import { format } from 'node:util';
import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import { destination, type Logger, type LoggerOptions, pino } from 'pino';

export type Log = Logger;

/** Where lines go. */
export interface LogSink {
  write(line: string): void;
}

/**
 * One JSON line an event, to `to` or standard output, without secrets: each line is searched as a whole, so that
 * none slips out by a message, a stack or a value deep in an error.
 */
export function createLog(options: Pick<LoggerOptions, 'level'> & { readonly to?: LogSink }): Log {
  const to: LogSink = options.to ?? destination({ dest: 1, sync: true });
  const settings: LoggerOptions = {
    level: options.level ?? 'info',
    base: { app: 'shinchoku' },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return pino(settings, { write: (line: string) => to.write(blot(line)) });
}

/** Slack's libraries log through ours: their warnings and errors only. */
export function boltLogger(log: Log): BoltLogger {
  const child = log.child({ from: 'bolt' });
  return {
    debug: () => {},
    info: (...parts) => child.debug(format(...parts)),
    warn: (...parts) => child.warn(format(...parts)),
    error: (...parts) => child.error(format(...parts)),
    setLevel: () => {},
    setName: () => {},
    getLevel: () => LogLevel.WARN,
  };
}

/**
 * What must not be logged, by its looks: tokens, response addresses, socket tickets, name and password in an
 * address. None reaches over a quotation mark or backslash, so that what was a line of JSON stays one.
 */
const secret =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|hooks\.slack(?:-gov)?\.com\/[^\s"\\]+|(?<=[?&]ticket=)[^\s&"\\]+|(?<=\/\/)[^\s"\\/:@]+:(?:[^\s"\\]|\\.)+@/gi;

/** What must not be logged, by its name: a string under such a key of JSON. */
const secretValue = /(?<="(?:token|response_url|text|password|authorization)":")(?:[^"\\]|\\.)+/gi;

/** The text without tokens, response addresses, socket tickets, database passwords and texts of messages. */
function blot(text: string): string {
  return text.replace(secret, hidden).replace(secretValue, hidden);
}

const hidden = '[hidden]';

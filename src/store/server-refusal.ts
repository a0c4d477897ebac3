import pg from 'pg';
import { codeOf, messageOf, StoreRefusal, type StoreRefusalReason } from './refusal.ts';

/** The URL without its password and parameters, for messages. */
export function withoutPassword(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/**
 * What a failure to connect to the server at `address` or to migrate there means to the operator; null if it is
 * none of the operator's doing. Codes: Node's system errors, and appendix A of the PostgreSQL manual.
 */
export function serverRefusal(error: unknown, address: string): StoreRefusal | null {
  if (error instanceof StoreRefusal) return error;
  const reason = reasonOf(error);
  if (reason === null) return null;
  const why = messageOf(error) || codeOf(error);
  return new StoreRefusal(reason, `${sentences[reason](address)} (${why})`, error);
}

type ServerReason = Extract<
  StoreRefusalReason,
  'server-unreachable' | 'wrong-password' | 'database-missing' | 'server-refused'
>;

const sentences: Readonly<Record<ServerReason, (address: string) => string>> = {
  'server-unreachable': (address) =>
    `The PostgreSQL server of ${address} does not answer. Start it, or correct host and port.`,
  'wrong-password': (address) =>
    `The PostgreSQL server of ${address} does not let this user in. Correct user and password in the address.`,
  'database-missing': (address) =>
    `The database of ${address} does not exist. Create it (createdb), or correct its name.`,
  'server-refused': (address) =>
    `The PostgreSQL server of ${address} refuses to work for us. Put right what it says.`,
};

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
]);

function reasonOf(error: unknown): ServerReason | null {
  const code = codeOf(error);
  const message = messageOf(error);
  if (unreachable.has(code) || /timeout|Connection terminated/i.test(message)) return 'server-unreachable';
  if (code.startsWith('28') || message.startsWith('SASL:')) return 'wrong-password';
  if (code === '3D000') return 'database-missing';
  const tls = /SSL|TLS|certificate/i.test(message);
  return tls || error instanceof pg.DatabaseError ? 'server-refused' : null;
}

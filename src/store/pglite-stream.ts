import { Duplex } from 'node:stream';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';

/**
 * The connection of one node-postgres client to a PGlite in the same process, in place of a socket:
 * `new pg.Pool({ stream: () => new PGliteStream(database), max: 1 })`. There is one session in a PGlite, so only
 * one such stream may be in use at a time; each begins with a clean session in UTC.
 *
 * Speaks PostgreSQL's wire protocol (version 3) as far as node-postgres does: no TLS, no authentication.
 */
export class PGliteStream extends Duplex {
  readonly #database: PGlite;
  #unread: Buffer = Buffer.alloc(0);
  #batch: Buffer[] = [];
  #greeted = false;
  #sinceTurn = 0;

  constructor(database: PGlite) {
    super({ emitClose: true });
    this.#database = database;
  }

  /** What node-postgres calls of a socket: opens nothing, but waits until the database is there. */
  connect(): this {
    this.#database.waitReady.then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come.
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    this.#readMessages().then(() => done(), done);
  }

  async #readMessages(): Promise<void> {
    for (let message = this.#nextMessage(); message !== null; message = this.#nextMessage()) {
      if (this.#greeted) await this.#take(message);
      else await this.#greet();
    }
  }

  /** The first message has no type byte before its length, all others do. */
  #nextMessage(): Buffer | null {
    const typeBytes = this.#greeted ? 1 : 0;
    if (this.#unread.length < typeBytes + 4) return null;
    const length = typeBytes + this.#unread.readInt32BE(typeBytes);
    if (this.#unread.length < length) return null;
    const message = this.#unread.subarray(0, length);
    this.#unread = this.#unread.subarray(length);
    return message;
  }

  /** A connection that was dropped may have left a transaction, settings or statements in the one session. */
  async #greet(): Promise<void> {
    this.#greeted = true;
    for (const sql of ['ROLLBACK', 'DISCARD ALL', "SET TIME ZONE 'UTC'"]) await this.#execute(query(sql));
    this.push(greeting);
  }

  async #take(message: Buffer): Promise<void> {
    const type = String.fromCharCode(message[0] ?? 0);
    if (type === 'X') {
      this.push(null);
      return;
    }
    this.#batch.push(message);
    // The parts of an extended query are handed over together: up to Sync, Query or Flush.
    if (type !== 'S' && type !== 'Q' && type !== 'H') return;
    const batch = Buffer.concat(this.#batch);
    this.#batch = [];
    for (const part of await this.#execute(batch)) this.push(part);
  }

  /**
   * The engine answers without ever going back to the event loop, and so do pg and Prisma: a transaction of a thousand
   * queries would be the only thing that the process does for seconds.
   */
  async #letOthersIn(): Promise<void> {
    if (this.#sinceTurn === 0) {
      setImmediate(() => {
        this.#sinceTurn = 0;
      });
    }
    this.#sinceTurn += 1;
    if (this.#sinceTurn > queriesInARow) await turnOfTheLoop();
  }

  /** As a stream: whatever is asked for in one piece the engine (0.5) reads as well, and keeps for ever. */
  async #execute(messages: Uint8Array): Promise<readonly Buffer[]> {
    await this.#letOthersIn();
    const parts: Buffer[] = [];
    // The engine writes over its bytes.
    const onRawData = (bytes: Uint8Array) => parts.push(Buffer.from(bytes));
    await this.#database.runExclusive(() => this.#database.execProtocolRawStream(messages, { onRawData }));
    return parts;
  }
}

/** So many queries may follow one another before everybody else has a turn. */
const queriesInARow = 4;

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function query(sql: string): Buffer {
  return message('Q', text(sql));
}

/** What a server says to a client that it lets in: AuthenticationOk, settings, BackendKeyData, ReadyForQuery. */
const greeting = Buffer.concat([
  message('R', int32(0)),
  message('S', text('server_version'), text('18.0')),
  message('S', text('client_encoding'), text('UTF8')),
  message('S', text('DateStyle'), text('ISO, MDY')),
  message('S', text('TimeZone'), text('UTC')),
  message('K', int32(1), int32(1)),
  message('Z', Buffer.from('I')),
]);

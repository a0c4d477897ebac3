import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readFile, rename } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import type { PageState } from '../../../src/sandbox/page/protocol.ts';
import { newFolder } from '../../support/stores.ts';

const SOURCE = 'src/sandbox/page';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The directory with the page as `npm run build` compiles it: once in a run, by the first test file that asks. */
export async function compiledPage(): Promise<string> {
  const made = await newFolder();
  const page = join(dirname(made), 'page');
  if (existsSync(page)) return page;
  await compileInto(made);
  // Another test file may have been faster: then its page serves.
  await rename(made, page).catch(() => undefined);
  return page;
}

async function compileInto(out: string): Promise<void> {
  const options = [
    '-p',
    'tsconfig.page.json',
    '--noEmit',
    'false',
    '--noCheck',
    '--rootDir',
    SOURCE,
    '--outDir',
    out,
  ];
  const tsc = spawn(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { stdio: 'inherit' });
  const [code] = await once(tsc, 'exit');
  if (code !== 0) throw new Error(`the page does not compile: tsc ended with ${code}`);
  await cp(SOURCE, out, { recursive: true, filter: (file) => !file.endsWith('.ts') });
}

interface Asked {
  readonly action: string;
  readonly body: Record<string, unknown>;
}

type Reply = Readonly<Record<string, unknown>>;

export interface ScriptedServer {
  readonly url: string;
  /** What the page has asked so far. */
  readonly asked: Asked[];
  /** Tells every open page the new state. */
  readonly tell: (state: PageState) => void;
  /** How the next requests of this action are answered; `{ok: true}` without it. */
  readonly answer: (action: string, reply: (body: Record<string, unknown>) => Reply | Promise<Reply>) => void;
  /** Forgets what was asked, the answers and the pages, and begins with this state. */
  readonly reset: (state: PageState) => void;
  readonly stop: () => Promise<void>;
}

/** A server that speaks the page's protocol and does only what the test tells it to. */
export async function startScriptedServer(pageDirectory: string, first: PageState): Promise<ScriptedServer> {
  let state = first;
  const asked: Asked[] = [];
  const readers = new Set<ServerResponse>();
  const replies = new Map<string, (body: Record<string, unknown>) => Reply | Promise<Reply>>();
  const send = (reader: ServerResponse) => reader.write(`data: ${JSON.stringify(state)}\n\n`);
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/ui/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      readers.add(response);
      send(response);
      return;
    }
    if (!pathname.startsWith('/ui/')) return serveFile(pageDirectory, pathname, response);
    const action = pathname.slice('/ui/'.length);
    const body: Record<string, unknown> = JSON.parse(await textOf(request));
    asked.push({ action, body });
    const reply = await (replies.get(action)?.(body) ?? { ok: true });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  };
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    asked,
    tell(next) {
      state = next;
      for (const reader of readers) send(reader);
    },
    answer: (action, reply) => void replies.set(action, reply),
    reset(next) {
      state = next;
      asked.length = 0;
      replies.clear();
      readers.clear();
    },
    async stop() {
      for (const reader of readers) reader.end();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function serveFile(directory: string, pathname: string, response: ServerResponse): Promise<void> {
  const name = pathname === '/' ? 'index.html' : normalize(pathname).replace(/^\/page\//, '');
  try {
    const content = await readFile(join(directory, name));
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    const headers = {
      'content-type': type,
      'content-security-policy': POLICY,
      'cache-control': 'max-age=60',
    };
    response.writeHead(200, headers).end(content);
  } catch {
    response.writeHead(404).end();
  }
}

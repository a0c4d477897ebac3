import { Agent, request } from 'node:http';
import type { SignedCommand } from './signed-command.ts';

/** What one answer cost and weighed. */
export interface Answered {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Where a load goes, over connections that are kept. */
export interface Door {
  /** Sends one command and waits for the whole answer; rejects unless it is 200. */
  ask(): Promise<Answered>;
  close(): void;
}

/** Opens a door at a port of loopback. */
export function openDoor(port: number, nextCommand: () => SignedCommand): Door {
  const agent = new Agent({ keepAlive: true, noDelay: true });
  const options = { agent, host: '127.0.0.1', port, method: 'POST', path: '/slack/events' };
  return {
    ask: () =>
      new Promise((resolve, reject) => {
        const { body, headers } = nextCommand();
        const began = performance.now();
        const sent = request({ ...options, headers }, (response) => {
          let bytes = 0;
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
          });
          response.on('error', reject);
          response.on('end', () => {
            if (response.statusCode === 200) resolve({ milliseconds: performance.now() - began, bytes });
            else reject(new Error(`the bot answered ${response.statusCode}`));
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** As many as it takes: each of `connections` asks again as soon as it is answered. */
export async function askConstantly(
  door: Door,
  { connections, milliseconds }: { readonly connections: number; readonly milliseconds: number },
): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  const until = performance.now() + milliseconds;
  const asker = async () => {
    while (performance.now() < until) answers.push(await door.ask());
  };
  await Promise.all(Array.from({ length: connections }, asker));
  return answers;
}

/** So many a second, whether or not the earlier ones are answered: a slow answer does not slow the load down. */
export async function askSteadily(
  door: Door,
  { perSecond, milliseconds }: { readonly perSecond: number; readonly milliseconds: number },
): Promise<readonly Answered[]> {
  const total = Math.floor((perSecond * milliseconds) / 1000);
  const began = performance.now();
  const under: Promise<Answered>[] = [];
  while (under.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - began) * perSecond) / 1000) + 1);
    while (under.length < due) under.push(door.ask());
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(under);
}

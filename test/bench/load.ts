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

/** Opens a door at a port of loopback. `read` gets the text of each answer. */
export function openDoor(
  port: number,
  nextCommand: () => SignedCommand,
  read?: (answer: string) => void,
): Door {
  // Let go before the bot does after five seconds: who closes at the moment of asking loses the answer.
  const agent = new Agent({ keepAlive: true, noDelay: true, timeout: 2_000 });
  const options = { agent, host: '127.0.0.1', port, method: 'POST', path: '/slack/events' };
  return {
    ask: () =>
      new Promise((resolve, reject) => {
        const { body, headers } = nextCommand();
        const began = performance.now();
        const sent = request({ ...options, headers }, (response) => {
          let bytes = 0;
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (read !== undefined) chunks.push(chunk);
          });
          response.on('error', reject);
          response.on('end', () => {
            read?.(Buffer.concat(chunks).toString());
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

interface Pace {
  readonly perSecond: number;
  readonly milliseconds: number;
}

/** So many a second, whether or not the earlier ones are answered: a slow answer does not slow the load down. */
export async function askSteadily(door: Door, pace: Pace): Promise<readonly Answered[]> {
  const under: Promise<Answered>[] = [];
  await steadily(pace, () => {
    const asked = door.ask();
    // Told at the end, so that whoever measures still stops what it has started.
    asked.catch(() => undefined);
    under.push(asked);
  });
  return Promise.all(under);
}

/** Calls `begin` so many times a second, as often as that makes. */
export async function steadily({ perSecond, milliseconds }: Pace, begin: () => void): Promise<void> {
  const total = Math.floor((perSecond * milliseconds) / 1000);
  const began = performance.now();
  for (let count = 0; count < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) * perSecond) / 1000) + 1);
    for (; count < due; count += 1) begin();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

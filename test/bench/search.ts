import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { type Dictionary, openDictionary } from '../../src/search/dictionary/dictionary.ts';
import { openSearch, type SearchEngine } from '../../src/search/engine.ts';
import { readQuestion } from '../../src/search/question/read-question.ts';
import { noDictionary } from '../../src/search/tokeniser.ts';
import { defaultWords } from '../../src/search/words/default-words.ts';
import { questions } from '../search/questions.ts';
import { memoryCuts } from '../search/support/memory-cuts.ts';
import { today } from '../support/factories.ts';
import { corpusOf } from './search-corpus.ts';
import { quantile } from './statistics.ts';

/** What was measured at one size. Times in milliseconds, memory in MB. */
export interface SearchMeasured {
  readonly lines: number;
  readonly index: number;
  readonly memory: number;
  readonly p50: number;
  readonly p99: number;
  /** The processor's time for a question, all threads: what a busy machine does not blur as much. */
  readonly cpu50: number;
  readonly cpu99: number;
  /** One project put again with one line changed. */
  readonly change: number;
  /** What is kept of the cuts, and taking all in again from it, as after a restart. */
  readonly keptMegabytes: number;
  readonly restart: number;
}

/** What loading the dictionary costs the process. */
export interface LoadMeasured {
  readonly load: number;
  /** The longest that the event loop was held up. */
  readonly delay: number;
  readonly memory: number;
}

const rounds = 10;
const shipped = { readSearchWords: async () => defaultWords };

/** The dictionary, loaded in its thread, and what that cost. */
export async function measureLoad(): Promise<{ dictionary: Dictionary; measured: LoadMeasured }> {
  const before = process.memoryUsage().rss;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const start = performance.now();
  delay.enable();
  const dictionary = await new Promise<Dictionary>((resolve, reject) => {
    const opened = openDictionary({ onReady: () => resolve(opened), onDeath: reject });
    opened.start();
    // The dictionary's thread keeps no process alive.
    setTimeout(() => reject(new Error('the dictionary has not loaded in a minute')), 60_000).unref();
    const alive = setInterval(() => opened.isReady() && clearInterval(alive), 50);
  });
  const load = performance.now() - start;
  delay.disable();
  const memory = megabytes(process.memoryUsage().rss - before);
  return { dictionary, measured: { load, delay: delay.max / 1e6, memory } };
}

/** Index, questions and restart at about `lines` lines. */
export async function measureSearch(dictionary: Dictionary, lines: number): Promise<SearchMeasured> {
  const projects = await corpusOf(lines);
  const before = used();
  const kept = memoryCuts();
  const engine = await openSearch({ analyser: dictionary, words: shipped, kept });
  const index = await timed(async () => {
    for (const project of projects) await engine.put(project);
  });
  await engine.settled();
  const keptMegabytes = [...kept.cuts].reduce((sum, pair) => sum + megabytes(pair.join().length), 0);
  // What is kept stands here in memory, two bytes a character: in service it is in the store.
  const memory = used() - before - 2 * keptMegabytes;
  const { latencies, processor } = await ask(engine);
  const [first] = projects;
  const changed = first && { ...first, name: `${first.name}（改）` };
  const change = await timed(async () => changed && engine.put(changed));
  const restarted = await openSearch({ analyser: noDictionary, words: shipped, kept });
  const restart = await timed(async () => {
    for (const project of projects) await restarted.put(project);
  });
  return {
    lines: engine.size(),
    index,
    memory,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu50: quantile(processor, 0.5),
    cpu99: quantile(processor, 0.99),
    change,
    keptMegabytes,
    restart,
  };
}

/** Each question of the measured set ten times, from its text to the hits; in milliseconds. */
async function ask(
  engine: SearchEngine,
): Promise<{ readonly latencies: readonly number[]; readonly processor: readonly number[] }> {
  const latencies: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { asked } of questions) {
      const [start, before] = [performance.now(), process.cpuUsage()];
      await engine.find(readQuestion(asked, today), { today, most: 10, skip: 0 });
      latencies.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1_000);
    }
  }
  return { latencies, processor };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What the objects take, not what the process has asked for; with --expose-gc without what is garbage. */
function used(): number {
  globalThis.gc?.();
  return megabytes(process.memoryUsage().heapUsed);
}

function megabytes(bytes: number): number {
  return bytes / 2 ** 20;
}

/** The report of `npm run bench` on the search. */
export async function searchReport(sizes: readonly number[] = [185, 10_000, 100_000]): Promise<string> {
  const { dictionary, measured } = await measureLoad();
  const rows: string[] = [];
  for (const lines of sizes) {
    const m = await measureSearch(dictionary, lines);
    const cells = [
      m.lines,
      m.index,
      m.memory,
      m.p50.toFixed(2),
      m.p99.toFixed(1),
      m.cpu50.toFixed(2),
      m.cpu99.toFixed(1),
      m.change.toFixed(1),
      m.keptMegabytes.toFixed(1),
      m.restart,
    ];
    rows.push(`| ${cells.map((cell) => (typeof cell === 'number' ? Math.round(cell) : cell)).join(' | ')} |`);
  }
  await dictionary.close();
  const { load, delay, memory } = measured;
  return [
    `Dictionary in its thread: loaded in ${Math.round(load)} ms, ${Math.round(memory)} MB, the event loop held up for at most ${delay.toFixed(1)} ms (goal < 20).`,
    '',
    '| lines | index ms | MB | p50 ms | p99 ms (goal < 30) | processor p50 ms | p99 ms | one change ms | kept MB | restart ms |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sizes = process.argv.slice(2).map(Number);
  process.stdout.write(`${await searchReport(sizes.length > 0 ? sizes : undefined)}\n`);
}

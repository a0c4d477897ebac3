/** What the bot tells of itself. Memory in MB, times in milliseconds, processor in per cent of one core. */
export interface Gauges {
  readonly memory: number;
  readonly heap: number;
  readonly loopP99: number;
  readonly loopMax: number;
  readonly processor: number;
}

/** Asks the door of the metrics; each call tells of the time since the one before. */
export function gaugesAt(port: number): () => Promise<Gauges> {
  let before = { seconds: 0, at: performance.now() };
  return async () => {
    const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1]);
    const now = { seconds: value('process_cpu_seconds_total'), at: performance.now() };
    const passed = (now.at - before.at) / 1_000;
    const processor = ((now.seconds - before.seconds) / passed) * 100;
    before = now;
    return {
      memory: value('process_resident_memory_bytes') / 2 ** 20,
      heap: value('nodejs_heap_size_used_bytes') / 2 ** 20,
      loopP99: value('nodejs_eventloop_lag_p99_seconds') * 1_000,
      loopMax: value('nodejs_eventloop_lag_max_seconds') * 1_000,
      processor,
    };
  };
}

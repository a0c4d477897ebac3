import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { type Drawing, optionOf } from './drawing.ts';

/** Draws pictures in a thread of its own, so that whoever asks for nothing of the kind waits for none. */
export interface Painter {
  /** The drawing as PNG. The same drawing is drawn once. Rejects where it cannot be drawn, or not in time. */
  readonly paint: (drawing: Drawing) => Promise<Uint8Array>;
  /** Ends the thread; drawings that wait are rejected. */
  readonly close: () => Promise<void>;
}

export interface PainterOptions {
  /** Milliseconds that one picture may take, the start of the thread included. */
  readonly patience?: number;
  /** Milliseconds without a picture after which the thread gives its memory back. */
  readonly idle?: number;
  /** The worker's program, where it is another. */
  readonly file?: URL;
}

const keptBytes = 8_000_000;
const heapMegabytes = 512;

/** A painter whose thread starts with the first picture and ends when none was asked for in a while. */
export function openPainter(options: PainterOptions = {}): Painter {
  const thread = new PaintingThread(options);
  const kept = new Map<string, Promise<Uint8Array>>();
  const sizes = new Map<string, number>();
  const forgetOldest = () => {
    let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [key, size] of sizes) {
      if (bytes <= keptBytes) return;
      kept.delete(key);
      sizes.delete(key);
      bytes -= size;
    }
  };
  const paint = (drawing: Drawing): Promise<Uint8Array> => {
    const job = { option: optionOf(drawing), width: drawing.width, height: drawing.height };
    const key = createHash('sha256').update(JSON.stringify(job)).digest('base64');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const painted = thread.ask(job);
    kept.set(key, painted);
    painted.then(
      (png) => {
        sizes.set(key, png.byteLength);
        forgetOldest();
      },
      () => kept.delete(key),
    );
    return painted;
  };
  return { paint, close: () => thread.close() };
}

interface Job {
  readonly option: Readonly<Record<string, unknown>>;
  readonly width: number;
  readonly height: number;
}

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (problem: Error) => void;
}

interface Posted {
  readonly id: number;
  readonly png?: Uint8Array;
  readonly problem?: string;
}

class PaintingThread {
  readonly #options: PainterOptions;
  #worker: Worker | null = null;
  #rest: NodeJS.Timeout | null = null;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(options: PainterOptions) {
    this.#options = options;
  }

  ask(job: Job): Promise<Uint8Array> {
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#lastId += 1;
    const id = this.#lastId;
    const worker = this.#worker ?? this.#start();
    worker.ref();
    return new Promise((resolve, reject) => {
      // A thread that is stuck draws for nobody: better a new one.
      const timer = setTimeout(() => void worker.terminate(), this.#options.patience ?? 20_000);
      const settled = () => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        if (this.#waiting.size === 0) this.#restLater();
      };
      this.#waiting.set(id, {
        resolve: (png) => {
          settled();
          resolve(png);
        },
        reject: (problem) => {
          settled();
          reject(problem);
        },
      });
      worker.postMessage({ id, ...job });
    });
  }

  async close(): Promise<void> {
    if (this.#rest !== null) clearTimeout(this.#rest);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    // Nothing of the process's flags (loaders, inspectors) or environment is meant for this thread.
    const worker = new Worker(this.#options.file ?? new URL('./worker.mjs', import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    let problem = new Error('the painting thread ended');
    worker.on('message', ({ id, png, problem: told }: Posted) => {
      const waiting = this.#waiting.get(id);
      if (png === undefined) waiting?.reject(new Error(`a picture could not be drawn: ${told}`));
      else waiting?.resolve(png);
    });
    worker.on('error', (thrown: Error) => {
      problem = thrown;
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      for (const waiting of this.#waiting.values()) waiting.reject(problem);
    });
    this.#worker = worker;
    return worker;
  }

  #restLater(): void {
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#worker?.terminate(), this.#options.idle ?? 60_000);
    this.#rest.unref();
    this.#worker?.unref();
  }
}

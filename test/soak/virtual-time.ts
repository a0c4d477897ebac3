/**
 * Time that passes only while everybody waits: when no call is under way, it moves on to the moment for which
 * somebody waits. So many minutes take as long as the work in them.
 */
export class VirtualTime {
  now: Date;
  #underWay = 0;
  #checking = false;
  readonly #waiting: { readonly at: number; readonly wake: () => void }[] = [];

  constructor(start: Date) {
    this.now = start;
  }

  /** Resolves when so many milliseconds have passed. */
  readonly pause = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#waiting.push({ at: this.now.getTime() + milliseconds, wake });
      this.#check();
    });

  /** The object with methods during whose calls no time passes. */
  during<Methods extends object>(methods: Methods): Methods {
    return Object.fromEntries(
      Object.entries(methods).map(([name, call]) => [
        name,
        async (...args: unknown[]) => {
          this.#underWay += 1;
          try {
            return await (call as (...given: unknown[]) => unknown)(...args);
          } finally {
            this.#underWay -= 1;
            this.#check();
          }
        },
      ]),
    ) as unknown as Methods;
  }

  #check(): void {
    if (this.#checking) return;
    this.#checking = true;
    // Whoever goes on after the last call does so before this.
    setImmediate(() => {
      this.#checking = false;
      if (this.#underWay > 0) return;
      this.#waiting.sort((a, b) => a.at - b.at);
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.now = new Date(Math.max(this.now.getTime(), next.at));
      next.wake();
      this.#check();
    });
  }
}

import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import { WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { administratorsOf } from '../../actions/writes/may-write.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Directory } from '../directory.ts';
import { emptyMessage } from '../messages/empty.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { silentLogger } from '../silent-logger.ts';
import { wordsIn } from '../words/index.ts';
import { gatherHome, type HomeServices } from './gather.ts';
import { atFirst, type HomeState } from './state.ts';
import { homeOf, homeView } from './view.ts';
import { isRecent, pace, renewals, type Viewer } from './viewers.ts';

/** Home of everybody. */
export interface HomeDesk {
  /** The person opened it, or turned it to something: it is published now. Rejects where that fails. */
  show(person: PersonId, state?: HomeState): Promise<void>;
  /** Something was done there: it is published anew as it was turned. */
  again(person: PersonId): Promise<void>;
  /** Renews what shows old data, as far as Slack's limit allows; gives how many. */
  renew(): Promise<number>;
}

export interface HomeDeskParts {
  readonly services: HomeServices & { readonly directory: Directory };
  readonly connection: { readonly botToken: string; readonly apiUrl: string };
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  readonly report: (problem: unknown) => unknown;
}

interface Known extends Viewer {
  readonly state: HomeState;
  /** Of the view that was published last: one that looks the same is not published again. */
  readonly hash: string;
}

/** Home, through a client of its own: a rate limit here keeps nobody waiting elsewhere. */
export function homeDesk(parts: HomeDeskParts): HomeDesk {
  return new Desk(parts);
}

class Desk implements HomeDesk {
  readonly #parts: HomeDeskParts;
  readonly #client: WebClient;
  readonly #known = new Map<PersonId, Known>();
  #published: number[] = [];
  #pausedUntil = 0;
  #renewing: Promise<number> | null = null;

  constructor(parts: HomeDeskParts) {
    this.#parts = parts;
    const { botToken, apiUrl } = parts.connection;
    this.#client = new WebClient(botToken, {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      timeout: 10_000,
      rejectRateLimitedCalls: true,
      logger: silentLogger,
    });
  }

  async show(person: PersonId, state: HomeState = atFirst): Promise<void> {
    const openedAt = this.#parts.monotonic();
    // Noted before it is published: where that fails, the next renewal does it.
    this.#known.set(person, { person, openedAt, publishedAt: 0, shows: '', state, hash: '' });
    try {
      await this.#publish(person, await this.#dataState(), { always: true });
    } catch (problem) {
      // Slack has told us to wait: the first renewal after that publishes it.
      if (!(problem instanceof WebAPIRateLimitedError)) throw problem;
    }
  }

  again(person: PersonId): Promise<void> {
    return this.show(person, this.#known.get(person)?.state ?? atFirst);
  }

  renew(): Promise<number> {
    this.#renewing ??= this.#renewAll().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renewAll(): Promise<number> {
    const now = this.#parts.monotonic();
    for (const [person, known] of this.#known) if (!isRecent(known, now)) this.#known.delete(person);
    if (this.#known.size === 0) return 0;
    const state = await this.#dataState();
    this.#published = this.#published.filter((at) => at > now - pace.window);
    const moment = { now, state, published: this.#published, pausedUntil: this.#pausedUntil };
    let renewed = 0;
    for (const person of renewals([...this.#known.values()], moment)) {
      if (this.#pausedUntil > now) break;
      try {
        await this.#publish(person, state, { always: false });
        renewed += 1;
      } catch (problem) {
        if (!(problem instanceof WebAPIRateLimitedError)) this.#parts.report(problem);
      }
    }
    return renewed;
  }

  /** Another text as soon as Home may have to say something else. */
  async #dataState(): Promise<string> {
    const { ports, today } = this.#parts.services;
    const [revision, open] = await Promise.all([ports.reader.revision(), ports.store.openProposals({})]);
    return [revision, today(), ...open.map(({ id }) => id)].join(' ');
  }

  async #publish(person: PersonId, shows: string, { always }: { readonly always: boolean }): Promise<void> {
    const before = this.#known.get(person);
    if (before === undefined) return;
    const view = await this.#viewFor(person, before.state);
    const hash = createHash('sha256').update(JSON.stringify(view)).digest('base64');
    const publishedAt = this.#parts.monotonic();
    if (always || hash !== before.hash) await this.#send(person, view);
    // Whoever has turned it meanwhile is shown that, not this.
    if (this.#known.get(person) === before) this.#known.set(person, { ...before, publishedAt, shows, hash });
  }

  async #send(person: PersonId, view: HomeView): Promise<void> {
    this.#published.push(this.#parts.monotonic());
    try {
      await this.#client.views.publish({ user_id: person, view });
    } catch (problem) {
      if (problem instanceof WebAPIRateLimitedError) {
        this.#pausedUntil = this.#parts.monotonic() + problem.retryAfter * 1_000;
      }
      throw problem;
    }
  }

  async #viewFor(personId: PersonId, state: HomeState): Promise<HomeView> {
    const { services } = this.#parts;
    const person = await services.directory.personOf(personId);
    const words = wordsIn(person.language);
    const gathered = await gatherHome(services, person);
    if (gathered.ok) return homeView(gathered.value, state, { words, today: services.today() });
    const { refusal } = gathered;
    if (refusal.kind !== 'empty-store') return homeOf(refusalMessage(refusal, words).blocks);
    const ask = await administratorsOf(services.ports);
    return homeOf(emptyMessage(words, { mayAdminister: ask.includes(person.id), ask }).blocks);
  }
}

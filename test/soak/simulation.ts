import type { Occurrence } from '../../src/digests/occurrence.ts';
import type { Notice, SubscriptionStore } from '../../src/digests/ports.ts';
import { nextOccurrence } from '../../src/digests/schedule.ts';
import type { Subscription } from '../../src/digests/subscription.ts';
import { nextReminders } from '../../src/reminders/business-days.ts';
import type { Database } from '../../src/store/database.ts';
import { digestStore } from '../../src/store/digest-store.ts';
import { subscriptionStore } from '../../src/store/digest-subscriptions.ts';
import { reminderStore } from '../../src/store/reminder-store.ts';
import { doing } from '../digests/support/subscriptions.ts';
import { variedSettings } from './channels.ts';
import { dutiesOf } from './duties.ts';
import { nextEvent } from './next-event.ts';
import { seededRandom } from './random.ts';
import { type Replica, startReplica } from './replica.ts';
import type { Gap, Simulated } from './simulated.ts';
import { quickSlack, type SoakSlack } from './slacks.ts';
import { noCounts, type Reminded, readReminded, type World } from './world.ts';

export interface SimulationOptions {
  readonly weeks: number;
  readonly channels: number;
  readonly replicas: number;
  /** Each with a lead who is to be reminded. */
  readonly projects: number;
  /** Where all is posted; one that takes no time without. */
  readonly slack?: SoakSlack;
  readonly seed: number;
  /** How many times as much trouble as usual; 1 without. */
  readonly trouble?: number;
  readonly onWeek?: (week: number) => void;
}

const hour = 3_600_000;
const week = 7 * 24 * hour;
const begin = new Date('2020-08-23T00:00:00Z');

/**
 * Lets so many weeks go by: replicas tick whenever something is due, are killed and started again, lose the
 * database and Slack; the clock jumps; people answer what they are asked as they see it in the channel.
 */
export async function simulate(database: Database, options: SimulationOptions): Promise<Simulated> {
  const simulation = new Simulation(database, options);
  const subscriptions = await subscribeAll(simulation.people, options.channels);
  const replicas = Array.from({ length: options.replicas }, () => startReplica(simulation.world));
  const end = new Date(begin.getTime() + options.weeks * week);
  let told = 0;
  while (simulation.time < end.getTime()) {
    await simulation.step(replicas);
    const weeks = Math.floor((simulation.time - begin.getTime()) / week);
    if (weeks > told) options.onWeek?.(weeks);
    told = Math.max(told, weeks);
  }
  await simulation.drain(replicas);
  const { skipsTold, gaps, counts } = simulation;
  return { begin, end, subscriptions, ...simulation.seen(), told: skipsTold, gaps, counts };
}

async function subscribeAll(people: SubscriptionStore, channels: number): Promise<readonly Subscription[]> {
  const all: Subscription[] = [];
  for (let index = 0; index < channels; index += 1) {
    const settings = variedSettings(index);
    const nextRunAt = nextOccurrence(settings, begin).dueAt;
    all.push(await people.add(settings, { requestKey: `view-${index}`, nextRunAt, ...doing(begin) }));
  }
  return all;
}

class Simulation {
  readonly people: SubscriptionStore;
  readonly counts = noCounts();
  readonly #slack: SoakSlack;
  readonly skipsTold = new Set<string>();
  readonly gaps: Gap[] = [];
  readonly world: World;
  /** As it is; the clock may show another for a while. */
  time = begin.getTime();
  #clockError = 0;
  #clockErrorSteps = 0;
  #databaseGone = false;
  #slackGoneUntil = 0;
  #calm = false;
  readonly #database: Database;
  readonly #random: () => number;
  readonly #asked: Occurrence[] = [];
  readonly #channelOf = new Map<string, string>();

  constructor(database: Database, { seed, projects, slack = quickSlack(), trouble = 1 }: SimulationOptions) {
    this.#slack = slack;
    this.#database = database;
    this.people = subscriptionStore(database);
    this.#random = seededRandom(seed);
    this.world = {
      store: digestStore(database),
      counts: this.counts,
      chance: (probability) => !this.#calm && this.#random() < probability * trouble,
      now: () => new Date(this.time + this.#clockError),
      passTo: (instant) => {
        this.time = Math.max(this.time, instant - this.#clockError);
      },
      isDatabaseGone: () => this.#databaseGone,
      isSlackGone: () => this.time < this.#slackGoneUntil,
      slack,
      reminders: reminderStore(database),
      duties: dutiesOf(projects),
      tell: (notice) => this.#tell(notice),
      frozen: [],
    };
  }

  /** What stands in Slack: how often each digest, and the reminders. */
  seen(): Pick<Simulated, 'shown' | 'reminded'> {
    const shown = new Map<string, number>();
    const reminded: Reminded[] = [];
    for (const post of this.#slack.seen()) {
      const reminder = readReminded(post);
      const name = `${post.conversation} ${post.text}`;
      if (reminder === null) shown.set(name, (shown.get(name) ?? 0) + 1);
      else reminded.push(reminder);
    }
    this.counts.posts = [...shown.values()].reduce((sum, count) => sum + count, 0);
    this.counts.reminders = reminded.length;
    return { shown, reminded };
  }

  /** Time passes until something is to do; then all replicas do it at once. */
  async step(replicas: Replica[]): Promise<void> {
    const next = (await nextEvent(this.#database, this.world.now())) - this.#clockError;
    this.time = Math.max(this.time + 1_000, next + Math.floor(this.#random() * 50_000));
    this.#trouble();
    await this.#tickAll(replicas);
    await this.#answer();
  }

  /** Hours without trouble, in which all comes to its end; days for reminders, which keep office hours. */
  async drain(replicas: Replica[]): Promise<void> {
    this.#calm = true;
    this.#databaseGone = false;
    this.#clockError = 0;
    this.#slackGoneUntil = 0;
    for (let round = 0; round < 14; round += 1) {
      this.time += 0.5 * hour;
      await this.#tickAll(replicas);
      await this.#answer();
    }
    for (let day = 0; day < 7; day += 1) {
      this.time = nextReminders(new Date(this.time), 'Asia/Tokyo').getTime();
      await this.#tickAll(replicas);
    }
    this.time += 24 * hour;
    await this.#tickAll(replicas);
  }

  async #tickAll(replicas: Replica[]): Promise<void> {
    for (const [index, replica] of replicas.entries())
      if (replica.isGone()) replicas[index] = startReplica(this.world);
    this.counts.ticks += replicas.length;
    // Who wakes goes on with what it was about to do, while others have taken it over.
    const woken = this.#wake();
    await Promise.all([...replicas.map((replica) => replica.tick()), ...woken.map((wake) => wake())]);
  }

  /** Of those that are frozen every other one; all where it is to be calm. */
  #wake(): readonly (() => Promise<void>)[] {
    const { frozen } = this.world;
    const all = frozen.splice(0);
    const waking = all.filter(() => this.#calm || this.#random() < 0.5);
    frozen.push(...all.filter((each) => !waking.includes(each)));
    return waking;
  }

  #trouble(): void {
    const { chance } = this.world;
    this.#databaseGone = chance(0.01);
    const before = this.#clockError;
    this.#clockErrorSteps -= 1;
    if (this.#clockErrorSteps <= 0) this.#clockError = 0;
    if (chance(0.01)) this.#jump();
    // A lease that is over by one clock may not be by one that was set back since: who sleeps over that never wakes.
    if (this.#clockError < before) this.world.frozen.length = 0;
    if (chance(0.003)) this.#pass(this.#random() * 36 * hour);
    if (chance(0.003)) {
      this.counts.outages += 1;
      this.#slackGoneUntil = this.time + this.#random() * 30 * hour;
      this.#gap(this.time, this.#slackGoneUntil);
    }
  }

  /** The clock shows another time for a while, or eight days pass at once. */
  #jump(): void {
    this.counts.clockJumps += 1;
    const kind = Math.floor(this.#random() * 4);
    if (kind === 3) {
      this.#pass(8 * 24 * hour);
      return;
    }
    this.#clockError = [-hour, hour, 8 * 24 * hour][kind] ?? 0;
    this.#clockErrorSteps = 5;
    if (kind === 2) this.#gap(this.time, this.time + 9 * 24 * hour);
  }

  /** No process runs for so long. */
  #pass(milliseconds: number): void {
    this.counts.outages += 1;
    this.#gap(this.time, this.time + milliseconds);
    this.time += milliseconds;
  }

  /** Periods have their times by the clock, which may be ahead of the time that really passes, or an hour behind. */
  #gap(from: number, to: number): void {
    const ahead = Math.max(0, this.#clockError);
    this.gaps.push({ from: from - 26 * hour, to: to + hour + ahead });
  }

  #tell({ matters }: Notice): 'told' | 'later' {
    if (this.world.isSlackGone()) return 'later';
    this.counts.notices += 1;
    for (const { occurrence, subscription, kind } of matters) {
      if (kind === 'unknown') this.#asked.push(occurrence);
      else this.skipsTold.add(`${subscription.channelId} ${occurrence.periodKey}`);
      this.#channelOf.set(occurrence.id, subscription.channelId);
    }
    return 'told';
  }

  /** People look into the channel, and press the button that fits. */
  async #answer(): Promise<void> {
    for (const { id, periodKey } of this.#asked.splice(0)) {
      const channel = this.#channelOf.get(id);
      const isThere = this.#slack
        .seen()
        .some(({ conversation, text }) => conversation === channel && text === periodKey);
      if (!(await this.people.resolve(id, isThere ? 'was-sent' : 'resend', doing(this.world.now()))))
        continue;
      this.counts[isThere ? 'confirmed' : 'resent'] += 1;
    }
  }
}

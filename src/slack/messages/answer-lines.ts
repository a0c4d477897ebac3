import type { Trail } from '../../actions/read-trail.ts';
import { ahead, latest, type Standing } from '../../domain/agenda.ts';
import type { Change } from '../../domain/change.ts';
import type { Indicator, Observation } from '../../domain/indicator.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import { printTarget, printValue } from '../../domain/print-indicator.ts';
import type { Project } from '../../domain/project.ts';
import { isReached, rateOf } from '../../domain/rate.ts';
import { cleanLine } from '../../text/clean.ts';
import type { Words } from '../words/index.ts';
import { percent } from './parts/bar.ts';
import { printListed } from './parts/print-listed.ts';
import { dayOf, editionName, postsOf, sourceOf } from './parts/source-line.ts';
import type { View } from './parts/view.ts';
import { withoutItsDate } from './parts/without-leading.ts';

/** One thing that an answer says, with the heading under which it stands: lines of plain text to be copied. */
export interface AnswerItem {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What the answers are made from: the project, and who changed what of it last. */
export interface AnswerFacts {
  readonly project: Project;
  readonly trail: Trail;
}

const most = { milestones: 5, ahead: 5 } as const;

/** Everything that can be answered of a project: each indicator, what was done last, what is overdue, what comes. */
export function answerItems({ project, trail }: AnswerFacts, view: View): readonly AnswerItem[] {
  const { words, today } = view;
  const told = { project, trail, words };
  const open = ahead(project.milestones, today);
  const overdue = open.filter(({ status }) => status === 'overdue').slice(0, most.ahead);
  const coming = open.filter(({ status }) => status !== 'overdue').slice(0, most.ahead);
  const events = (heading: string, listed: readonly Standing[]) =>
    underOneSource(
      heading,
      listed.map((each) => eventOf(each, told)),
      words,
    );
  return [
    ...project.indicators.map((each) => ({
      heading: words('answers.indicators'),
      lines: indicatorLines(each, told),
    })),
    ...events(words('answers.milestones'), latest(project.milestones, today).slice(0, most.milestones)),
    ...events(words('answers.overdue'), overdue),
    ...events(words('answers.upcoming'), coming),
  ];
}

interface ToldEvent {
  readonly line: string;
  /** Null where nothing tells it. */
  readonly source: string | null;
}

/** What all of them come from stands once, in the heading, which every page repeats. */
function underOneSource(heading: string, events: readonly ToldEvent[], words: Words): readonly AnswerItem[] {
  const [source = null, ...others] = new Set(events.map((each) => each.source));
  if (source !== null && others.length === 0 && events.length > 1) {
    const headed = words('answers.headed', { heading, source });
    return events.map(({ line }) => ({ heading: headed, lines: [line] }));
  }
  return events.map((each) => ({
    heading,
    lines: [each.line, ...(each.source === null ? [] : [words('answers.source', { source: each.source })])],
  }));
}

interface Telling extends AnswerFacts {
  readonly words: Words;
}

function indicatorLines(indicator: Indicator, { trail, words }: Telling): readonly string[] {
  const { current } = indicator;
  const sentence = sentenceOf(indicator, words);
  if (current === null) return [sentence];
  return [
    sentence,
    words('answers.source', { source: sourceOf(current, trail, words) }),
    words('answers.changed', { changed: lastChange({ indicator, current }, trail, words) }),
  ];
}

/** 「…」は、令和2年3月時点で22回です。目標の30回に対する達成率は73.3%です。 */
function sentenceOf(indicator: Indicator, words: Words): string {
  const name = cleanLine(indicator.name);
  const target = printTarget(indicator);
  const { current, note } = indicator;
  if (current === null) return words('answers.unobserved', { name, target });
  const actual = printValue(current.value, indicator.unit);
  const aside = note === null ? '' : words('answers.note', { note: cleanLine(note) });
  return words(current.value.kind === 'state' ? 'answers.state' : 'answers.number', {
    name,
    when: timeOf(current, words),
    actual,
    aside,
    against: againstTarget(indicator, { target, words }),
  });
}

function timeOf({ asOf }: Observation, words: Words): string {
  if (asOf === null) return words('answers.timeless');
  const told = printPeriod(asOf, { language: words.language, style: 'long' });
  return words('answers.asOf', { asOf: told });
}

function againstTarget(
  indicator: Indicator,
  { target, words }: { readonly target: string; readonly words: Words },
): string {
  const rate = rateOf(indicator);
  const reached = isReached(indicator) === true;
  if (rate === null) return words(reached ? 'answers.reachedOnly' : 'answers.target', { target });
  return words(reached ? 'answers.reached' : 'answers.rate', { target, rate: percent(rate) });
}

/** Who changed the indicator or its value last, and when; of what an edition brought, when that was taken in. */
function lastChange(
  { indicator, current }: { readonly indicator: Indicator; readonly current: Observation },
  trail: Trail,
  words: Words,
): string {
  const changes = [trail.get(current.id), trail.get(indicator.id)].filter((each) => each !== undefined);
  const newest = changes.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  if (newest !== undefined) return changedBy(newest, words);
  const when = dayOf(current.source.recordedAt, words);
  return current.source.kind === 'edition'
    ? words('answers.taken', { when, edition: editionName(current.source.editionKey, words) })
    : words('answers.by', { when, who: words('source.noPost') });
}

function changedBy({ at, by, approvedBy }: Change, words: Words): string {
  const told = { when: dayOf(at, words), who: postsOf(by, words) };
  return approvedBy === null
    ? words('answers.by', told)
    : words('answers.approved', { ...told, approver: postsOf(approvedBy, words) });
}

/** ・令和2年8月 …, and whether an edition or a person says so. */
function eventOf({ milestone, when }: Standing, { project, trail, words }: Telling): ToldEvent {
  const date = when === null ? words('answers.undated') : longDate(when, words);
  const what = cleanLine(withoutItsDate(milestone, when));
  const changed = trail.get(milestone.id);
  const edition = project.edition === null ? null : editionName(project.edition.key, words);
  return {
    line: words('answers.event', { when: date, what }),
    source: changed === undefined ? edition : changedBy(changed, words),
  };
}

/** 令和2年11月下旬; a date whose bounds its text alone tells stands as written. */
function longDate(when: NonNullable<Standing['when']>, words: Words): string {
  const long = printPeriod(when, { language: words.language, style: 'long' });
  return long === when.text ? printListed(when, words.language) : long;
}

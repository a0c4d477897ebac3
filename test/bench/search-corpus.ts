import type { Indicator, IndicatorId } from '../../src/domain/indicator.ts';
import type { Milestone, MilestoneId } from '../../src/domain/milestone.ts';
import type { Project } from '../../src/domain/project.ts';
import { shippedProjects } from '../support/projects-of.ts';

/** Copies of one project that make up a larger one. */
const copiesInOne = 10;

/**
 * Projects of about `lines` lines in all: the shipped ones over and over, each line with some words of others behind
 * it, so that the words and their neighbours grow as they would in years of use. The same at every call.
 */
export async function corpusOf(lines: number): Promise<readonly Project[]> {
  const shipped = await shippedProjects();
  const texts = shipped.flatMap(({ milestones }) => milestones.map(({ text }) => text));
  const vary = varier(texts.flatMap((text) => text.match(/[\p{sc=Han}\p{sc=Katakana}ー]{2,8}/gu) ?? []));
  const inAll = shipped.reduce(
    (sum, { milestones, indicators }) => sum + milestones.length + indicators.length,
    0,
  );
  const copies = Math.max(1, Math.round(lines / inAll));
  const groups = Math.ceil(copies / copiesInOne);
  return Array.from({ length: groups }, (_, group) =>
    shipped.map((project) => {
      const count = Math.min(copiesInOne, copies - group * copiesInOne);
      return grown(project, { group, count, vary: copies === 1 ? (text) => text : vary });
    }),
  ).flat();
}

interface Growth {
  readonly group: number;
  readonly count: number;
  readonly vary: (text: string) => string;
}

function grown(project: Project, { group, count, vary }: Growth): Project {
  const times = Array.from({ length: count }, (_, at) => at);
  return {
    ...project,
    number: project.number + group * 10,
    milestones: times.flatMap((at) => project.milestones.map((each) => milestone(each, at, vary))),
    indicators: times.flatMap((at) => project.indicators.map((each) => indicator(each, at, vary))),
  };
}

function milestone(each: Milestone, at: number, vary: Growth['vary']): Milestone {
  const parentId = each.parentId === null ? null : (`${each.parentId}/${at}` as MilestoneId);
  return { ...each, id: `${each.id}/${at}` as MilestoneId, parentId, text: vary(each.text) };
}

function indicator(each: Indicator, at: number, vary: Growth['vary']): Indicator {
  return { ...each, id: `${each.id}/${at}` as IndicatorId, name: vary(each.name) };
}

/** Puts three of the words behind a text, chosen by a generator of its own (Lehmer): no two runs differ. */
function varier(words: readonly string[]): (text: string) => string {
  let state = 20_200_824;
  const next = (): string => {
    state = (state * 48_271) % 2_147_483_647;
    return words[state % words.length] ?? '';
  };
  return (text) => `${text}（${next()}の${next()}${next()}）`;
}

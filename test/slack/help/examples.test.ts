import { describe, expect, test } from '@jest/globals';
import { recordSpan } from '../../../src/actions/records/record-span.ts';
import { readPastDay } from '../../../src/domain/period/read-past-day.ts';
import { exampleFacts } from '../../../src/slack/help/example-facts.ts';
import { readyLines } from '../../../src/slack/help/help-lines.ts';
import { helpTopics, topicNamed } from '../../../src/slack/help/topics.ts';
import { readOneLine } from '../../../src/slack/modals/one-line.ts';
import { readDated, readValueLine } from '../../../src/slack/modals/read-line.ts';
import { readCommand } from '../../../src/slack/read-command.ts';
import { commandTable } from '../../../src/slack/subcommands/index.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { today } from '../../support/factories.ts';
import { shippedProjects } from '../../support/projects-of.ts';

const projects = await shippedProjects();
const table = commandTable.subcommands;
const lines = table.flatMap(({ name, help }) => help.map((line) => ({ name, line })));
const factsOf = (own: readonly number[], language: 'ja' | 'en' = 'ja', among = projects) =>
  exampleFacts(among, { own: new Set(own), today, language });

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const facts = factsOf([8], language);
  const ready = lines.map(({ name, line }) => ({
    name,
    does: line.does,
    line: readyLines([line], facts, wordsIn(language))[0] ?? { example: '', does: '' },
  }));

  test.each(ready.map(({ line, name, does }) => [line.example, name, does, line] as const))(
    '「/project %s」 is understood as %s',
    (example, name, does, line) => {
      expect(JSON.stringify(line)).not.toMatch(/[{}]\w+\}/);
      // A question is a command of no name: the search answers it.
      expect(understood(example)).toBe(does === 'help.question' ? 'unknown' : name);
    },
  );

  test('what opens a form fills it in', () => {
    const rest = (does: string) =>
      readOneLine(ready.find((each) => each.does === does)?.line.example ?? '', table)?.rest ?? '';
    const { day, month, next, value, event } = facts;
    const { indicators = [] } = projects.find(({ number }) => number === 8) ?? {};
    expect(readDated(rest('help.log'), today)).toEqual({ when: day, text: event });
    expect(readDated(rest('help.logFigures'), today)).toEqual({
      when: day,
      text: event,
      figures: '12社30名',
    });
    expect(readDated(rest('help.plan'), today).when).toContain(next);
    expect(readValueLine(rest('help.set'), { indicators, today })).toEqual({
      indicator: indicators[0]?.id,
      value,
      when: month,
    });
  });

  test('times can be looked back at, and are bounded', () => {
    expect(readPastDay(facts.past, today)).toMatchObject({ ok: true });
    expect(recordSpan({ from: facts.fiscalYear, to: '' }, today)).toMatchObject({ ok: true });
  });
});

function understood(text: string): string {
  const line = readOneLine(text, table);
  if (line !== null) return table.find(({ opens }) => opens === line.verb)?.name ?? '';
  const command = readCommand(text, commandTable, projects);
  return command.ok ? command.value.subcommand.name : command.refusal.kind;
}

describe('examples are of', () => {
  test.each([
    ['one’s own project', [8], 8],
    ['the first of several', [9, 2], 2],
    ['one’s own, also where it has only a state', [10], 10],
    ['the first of all, where there is none', [], 1],
  ])('%s', (_whose, own, number) => {
    expect(factsOf(own).number).toBe(number);
  });

  test('the published table, while there are no projects', () => {
    expect(factsOf([], 'ja', [])).toMatchObject({ number: 8, indicator: 'IoT導入率', day: 'R2.8.24' });
  });
});

test('five to seven lines are enough for a beginning, and none is for administrators', () => {
  const short = lines.filter(({ line }) => line.short === true);
  expect(short.length).toBeGreaterThanOrEqual(5);
  expect(short.length).toBeLessThanOrEqual(7);
  expect(short.map(({ line }) => line.topic)).not.toContain('admin');
});

test('every line does something that no other line does', () => {
  expect(new Set(lines.map(({ line }) => line.does)).size).toBe(lines.length);
});

test.each([
  ['記録', 'record'],
  ['Record', 'record'],
  ['管理者向け', 'admin'],
  ['配信', 'team'],
  ['', null],
  ['ほげ', null],
])('使い方 %s: %s', (typed, topic) => {
  expect(topicNamed(typed)).toBe(topic);
});

test.each(helpTopics)('a button asks for %s by its own name', (topic) => {
  expect(topicNamed(topic)).toBe(topic);
});

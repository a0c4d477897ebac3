import { describe, expect, test } from '@jest/globals';
import type { EditionContent } from '../../../src/domain/edition.ts';
import { mostCharacters, mostItems } from '../../../src/domain/limits.ts';
import { type PeriodContext, readPeriod } from '../../../src/domain/period/read-period.ts';
import { readEditionFile, shippedEditionFile } from '../../../src/reports/edition-file.ts';
import { writeEditionJson } from '../../../src/reports/write/edition-json.ts';
import { readText } from '../../../src/text/read-text.ts';
import { anAchievement, anEdition, anIndicator, aPlan, aProject } from '../../support/editions.ts';
import { period } from '../../support/factories.ts';

const readBack = (content: EditionContent) =>
  readEditionFile(JSON.parse(Buffer.from(writeEditionJson(content)).toString('utf8')));

test('the edition of August 2020 is read back without a difference', async () => {
  const read = readEditionFile(await shippedEditionFile());
  if (!read.ok) throw new Error('the shipped edition is wrong');
  expect(readBack(read.value)).toEqual(read);
});

test.each<[string, PeriodContext]>([
  ['R2.8', {}],
  ['8/25', { year: 2020 }],
  ['9月', { year: 2020 }],
  ['年度末', { fiscalYear: 2020 }],
  ['通年', { fiscalYear: 2020 }],
  ['通年', {}],
  ['適宜', {}],
  ['R元.8～以降随時', {}],
])('a date keeps its text and its days: %s %j', (text, context) => {
  const read = readPeriod(text, context);
  if (!read.ok) throw new Error(text);
  const projects = [aProject(8, { upcoming: [aPlan('会議', [read.value])] })];
  const content = anEdition(projects, { asOf: period('令和2年8月') });
  expect(readBack(content)).toEqual({ ok: true, value: content });
});

describe('what people can write is read back as it was written', () => {
  const { text, name, figure, note, unit, state, alias } = mostCharacters;
  // Of two UTF-16 units each: a limit counts characters.
  const full = (most: number) => '𠮷'.repeat(most);
  const hostile = '<!channel> a\tb\nc \u202e\u0007 *強調* é\u0301\u0301 =1+1';

  test.each([
    ['as long as it may be', full],
    ['as hostile as it may be', (most: number) => hostile.slice(0, most).trim()],
  ])('%s', (_what, written) => {
    const read = readText(written(text));
    expect(read).toEqual({ ok: true, value: written(text) });
    const many = Array.from({ length: mostItems }, (_, index) => `${index}${written(figure - 2)}`.trim());
    const asOf = period('R2.3');
    const [first] = anIndicator('件数').observations;
    if (first === undefined) throw new Error('no value');
    const measured = { unit: written(unit), note: written(note), observations: [{ ...first, asOf }] };
    const told = { kind: 'state', state: written(state) } as const;
    const indicators = [
      anIndicator(written(name), measured),
      anIndicator('状態', { unit: '', target: told, observations: [{ value: told, asOf }] }),
    ];
    const entry = anAchievement(written(text), { figures: many, notes: many });
    const project = aProject(999, {
      name: written(name),
      aliases: Array.from({ length: mostItems }, (_, index) => `${index}${written(alias - 2)}`.trim()),
      progress: [entry],
      indicators,
      programmes: [{ name: written(name), national: true, isNew: false }],
    });
    const content = anEdition([project], { asOf: period('令和2年8月') });
    expect(readBack(content)).toEqual({ ok: true, value: content });
  });

  test('a thousand milestones in one column, and the values of twenty years', () => {
    const progress = Array.from({ length: 1_000 }, (_, index) => anAchievement(`第${index}`));
    const [value] = anIndicator('件数').observations;
    if (value === undefined) throw new Error('no value');
    const observations = Array.from({ length: 240 }, () => ({ ...value, asOf: period('R2.3') }));
    const indicators = [anIndicator('件数', { observations })];
    const content = anEdition([aProject(8, { progress, indicators })], { asOf: period('令和2年8月') });
    expect(readBack(content)).toEqual({ ok: true, value: content });
  });
});

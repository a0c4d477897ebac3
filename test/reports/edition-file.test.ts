import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEditionFile, shippedEditionFile } from '../../src/reports/edition-file.ts';
import { entry, file, indicator } from './edition-fixture.ts';

describe('a file without mistakes', () => {
  test('what is left out is empty, not set or not given', () => {
    const read = readEditionFile(
      file({ upcoming: [entry()], indicators: [indicator()], programmes: [{ name: '事業' }] }),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        projects: [
          {
            aliases: [],
            initiatives: [],
            strands: [],
            workingGroups: [],
            progress: [],
            upcoming: [{ strand: null, workingGroup: null, dates: [], figures: [], notes: [], entries: [] }],
            indicators: [
              {
                comparator: 'at-least',
                comparatorWritten: false,
                cumulative: false,
                note: null,
                observations: [],
              },
            ],
            programmes: [{ national: false, isNew: false }],
          },
        ],
      },
    });
  });

  test('an entry stands in the strand of the one above, unless it names its own', () => {
    const below = [entry(), entry({ strand: '推進体制', entries: [entry()] })];
    const read = readEditionFile(
      file({
        strands: [{ name: '全般' }, { name: '推進体制', within: '全般' }],
        upcoming: [entry({ strand: '全般', entries: below })],
      }),
    );
    expect(read).toMatchObject({
      value: {
        projects: [
          {
            upcoming: [
              { entries: [{ strand: '全般' }, { strand: '推進体制', entries: [{ strand: '推進体制' }] }] },
            ],
          },
        ],
      },
    });
  });

  test.each([
    ['R元.9', '2019-09-01', null],
    [{ text: '6/11', year: 2019 }, '2019-06-11', null],
    [{ text: '年度末', fiscalYear: 2020 }, '2021-02-01', null],
    [{ text: 'R元.8', ordinal: 2 }, '2019-08-01', 2],
  ])('the date %j', (written, first, ordinal) => {
    const read = readEditionFile(file({ progress: [entry({ dates: [written] })] }));
    expect(read).toMatchObject({
      value: { projects: [{ progress: [{ dates: [{ period: { first }, ordinal }] }] }] },
    });
  });

  test('blanks around a text are dropped, those inside it kept', () => {
    const read = readEditionFile(file({ progress: [entry({ text: ' I o T の導入　' })] }));
    expect(read).toMatchObject({ value: { projects: [{ progress: [{ text: 'I o T の導入' }] }] } });
  });
});

describe('never throws', () => {
  test('whatever JSON it gets', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readEditionFile(json)).toMatchObject({ ok: false });
      }),
    );
  });

  test('whatever stands in the place of any part of a good file', async () => {
    const good = JSON.stringify(await shippedEditionFile());
    const parts = pathsOf(JSON.parse(good));
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), (path, value) => {
        const json: unknown = JSON.parse(good);
        put(json, path, value);
        expect(typeof readEditionFile(json).ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });

  test('a file that nests a hundred thousand deep', () => {
    const deep = (key: string, inner: string) => `{"${key}":[`.repeat(100_000) + inner + ']}'.repeat(100_000);
    const json: unknown = JSON.parse(`{"projects":[{"progress":[${deep('entries', '1')}]}]}`);
    expect(readEditionFile(json)).toMatchObject({ ok: false });
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const below = steps.flatMap((step) => pathsOf(Reflect.get(value, step), [...path, step]));
  return path.length === 0 ? below : [path, ...below];
}

function put(json: unknown, path: Path, value: unknown): void {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce((at: unknown, step) => Reflect.get(Object(at), step), json);
  if (last !== undefined) Reflect.set(Object(holder), last, value);
}

import { expect, test } from '@jest/globals';
import type { EditionContent } from '../../../src/domain/edition.ts';
import { type PeriodContext, readPeriod } from '../../../src/domain/period/read-period.ts';
import { readEditionFile, shippedEditionFile } from '../../../src/reports/edition-file.ts';
import { writeEditionJson } from '../../../src/reports/write/edition-json.ts';
import { anEdition, aPlan, aProject } from '../../support/editions.ts';
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

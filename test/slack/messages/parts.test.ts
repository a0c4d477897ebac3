import { describe, expect, test } from '@jest/globals';
import type { Standing } from '../../../src/domain/agenda.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { operatorId } from '../../../src/domain/person.ts';
import { indicatorLine } from '../../../src/slack/messages/parts/indicator-line.ts';
import { milestoneLine } from '../../../src/slack/messages/parts/milestone-line.ts';
import { pageCount } from '../../../src/slack/messages/parts/navigation.ts';
import { peopleLine } from '../../../src/slack/messages/parts/people-lines.ts';
import { placesOf } from '../../../src/slack/messages/parts/place.ts';
import { author } from '../../../src/slack/messages/parts/who-and-when.ts';
import { pageOf } from '../../../src/slack/pages.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { wordsOf } from '../../e2e/read-message.ts';
import { aMilestone, anIndicator, aProject, today } from '../../support/factories.ts';

const [ja, en] = [wordsIn('ja'), wordsIn('en')];
const told = (...elements: readonly unknown[]) =>
  wordsOf({ blocks: [{ type: 'rich_text', elements: elements.flat() as Record<string, unknown>[] }] });
const paragraph = (elements: readonly unknown[]) => ({
  type: 'rich_text_section',
  elements: elements.flat(),
});

describe('English lines have English marks and dates', () => {
  test('the status does not run into the text', () => {
    const milestone = aMilestone('実証事業').planned('R2.夏頃');
    const due: Standing = { milestone, status: 'due', when: null };
    const line = (words: typeof ja) => told(milestoneLine(due, { words, today }, { withStatus: true }));
    expect(line(en)).toContain('Due now · 実証事業');
    expect(line(ja)).toContain('実施時期に入っています: 実証事業');
  });

  test('the time of a value', () => {
    const indicator = anIndicator('5', '10', { asOf: 'R2.3' });
    expect(told(indicatorLine(indicator, en))).toContain('as of Mar 2020');
    expect(told(indicatorLine(indicator, ja))).toContain('R2.3現在');
  });

  const project = { id: aProject().id, number: 8, name: 'IoTの導入' };
  const posts = [
    { id: 'p', version: 1, section: '産業課', name: '主任', isAdministrator: true, occupants: [], roles: [] },
  ];
  const role = { kind: 'role', postId: 'p', projectId: project.id, role: 'lead' } as unknown as Parameters<
    typeof peopleLine
  >[0]['after'];
  const post = { kind: 'post', section: '産業課', name: '主任', isAdministrator: true } as const;
  test.each([
    ['a role', role, en, '産業課 主任: 8. IoTの導入 (lead)'],
    ['a role', role, ja, '産業課 主任: 8番 IoTの導入（推進責任者）'],
    ['a post', post, en, '産業課 主任 (administrator)'],
    ['a post', post, ja, '産業課 主任（管理者）'],
  ])('%s of people: %#', (_what, after, words, expected) =>
    expect(told(paragraph(peopleLine({ before: null, after }, { words, posts, projects: [project] })))).toBe(
      expected,
    ),
  );

  const by = { personId: 'U0LEAD' as PersonId, posts: ['主任', '課長'] };
  test.each([
    [by, en, '<@U0LEAD> (主任, 課長)'],
    [by, ja, '<@U0LEAD>（主任、課長）'],
    [{ ...by, personId: operatorId }, en, '主任, 課長'],
  ])('who has done it: %#', (who, words, expected) =>
    expect(told(paragraph(author(who, words)))).toBe(expected),
  );

  test('where an entry stands', () => {
    const above = aMilestone('実証').planned();
    const below = aMilestone('着手').below(above).planned();
    const place = (words: typeof ja) => placesOf(aProject({ milestones: [above, below] }), words)(below);
    expect([place(en), place(ja)]).toEqual(['(実証)', '（実証）']);
  });
});

test.each([
  [1, '1件'],
  [2, '1–2 / 2件'],
  [11, '1–10 / 11件（1/2ページ）'],
])('%i on a page of ten', (count, expected) =>
  expect(
    pageCount(
      pageOf(Array.from({ length: count }), 1, () => 1, 10),
      ja,
    ),
  ).toBe(expected),
);

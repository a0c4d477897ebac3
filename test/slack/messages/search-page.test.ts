import { describe, expect, test } from '@jest/globals';
import type { AnswerLine, QuestionAnswer } from '../../../src/actions/ask-question.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { noDictionary } from '../../../src/search/tokeniser.ts';
import { emptySearch, notFoundPage, searchPage } from '../../../src/slack/messages/search-page.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { buttonsOf, wordsOf } from '../../e2e/read-message.ts';
import { askIn, hitsOf, wordsIn as listed, shippedSearch } from '../../search/support/opened.ts';
import { today } from '../../support/factories.ts';
import { shippedProjects } from '../../support/projects-of.ts';

const view = { words: wordsIn('ja'), today, timeZone: 'Asia/Tokyo' };
const shipped = await shippedProjects();

/** The first indicator of a project as it was found. */
function foundIndicator(number: number): AnswerLine {
  const project = shipped.find((each) => each.number === number);
  const indicator = project?.indicators[0];
  if (project === undefined || indicator === undefined) throw new Error('no indicator');
  return {
    id: `${number}/indicator/${indicator.id}`,
    projectNumber: number,
    projectName: project.name,
    edition: project.edition,
    kind: 'indicator',
    text: indicator.name,
    matches: [{ start: 0, end: 2 }],
    period: null,
    indicator,
    milestone: null,
  };
}

function found(line: AnswerLine): Extract<QuestionAnswer, { kind: 'found' }> {
  return { kind: 'found', lines: [line], from: 1, total: 1, unknown: [] };
}

describe('who has recorded a value is told', () => {
  test('an edition', () => {
    const page = searchPage('石炭', found(foundIndicator(1)), view);
    expect(wordsOf({ blocks: JSON.parse(JSON.stringify(page.blocks)) })).toContain('出典: 令和2年8月版');
  });

  test('a person, with the moment', () => {
    const line = foundIndicator(1);
    const { indicator } = line;
    if (indicator?.current == null) throw new Error('no value');
    const source = {
      kind: 'person',
      by: 'U0SUZUKI' as PersonId,
      recordedAt: new Date('2020-08-20T01:00:00Z'),
    } as const;
    const current = { ...indicator.current, source };
    const page = searchPage('石炭', found({ ...line, indicator: { ...indicator, current } }), view);
    const json = JSON.stringify(page.blocks);
    expect(json).toContain('"user_id":"U0SUZUKI"');
    expect(json).toContain('令和2年（2020年）8月20日（木） 10:00');
  });
});

test('the example of an empty search finds something, also while nobody has listed any synonym', async () => {
  const engine = await shippedSearch({
    analyser: noDictionary,
    words: listed({ words: [], synonyms: [] }),
  });
  for (const language of ['ja', 'en'] as const) {
    const { text } = emptySearch(wordsIn(language));
    const [, example = ''] = /\/project (?:検索|search) ([^\s）.]+)/u.exec(text) ?? [];
    expect(hitsOf(await askIn(engine, example))[0]).toMatchObject({ projectNumber: 1 });
  }
});

test('known words near to an unknown one are asked again with the rest of the question, and the rest alone', () => {
  const page = notFoundPage(
    '港弯の整備',
    { unknown: [{ word: '港弯', near: ['港湾', '港'] }], known: ['整備'] },
    view.words,
  );
  const asks = buttonsOf({ blocks: JSON.parse(JSON.stringify(page.blocks)) }).map(({ value }) => value);
  expect(asks).toEqual(['search 港湾の整備', 'search 港の整備', 'search 整備', 'list', 'help']);
});

import type { jaSearch } from './ja-search.ts';

/** What answers to questions in ordinary words say in English. */
export const enSearch: Readonly<Record<keyof typeof jaSearch, string>> = {
  'search.title': 'Search results',
  'search.sentence': 'Found for “{typed}”: {total}.',
  'search.answerSentence': '{what} (project {number}, {name})',
  'search.of': '“{typed}”　{count}',
  'search.others': 'Also found',
  'search.leftOut': '“{word}” stands nowhere, so the other words were looked for.',
  'search.none': 'Nothing was found for “{typed}”.',
  'search.only': 'Search “{words}” alone',
  'search.noneOther': 'Try another or a shorter word, or the number of a project such as 8.',
  'search.recordedIn': 'Source: the {edition} edition',
  'search.recordedBy': 'Recorded by',
  'search.empty': 'Type what to look for, for example /project search 港湾.',
  'help.search': 'finds words in all projects; questions such as “when is the next 調整会議” work as well',
};

import type { ChangesPage, HistoryPage } from '../../actions/writes/read-history.ts';
import { askButton, context, header } from '../blocks/build.ts';
import { shorten } from '../blocks/shorten.ts';
import { type Reply, reply } from '../reply.ts';
import { changeSets, type HistoryView, pageIn } from './parts/change-sets.ts';
import { mostOfName, navigation, pageCount } from './parts/navigation.ts';

/** What was changed in a project, newest first, with the way back where there is one. */
export function historyPage(history: HistoryPage, view: HistoryView): Reply {
  const { words } = view;
  const { number, name } = history.project;
  const card = askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) });
  const page = pageIn(history);
  const count = history.total === 0 ? words('history.none') : pageCount(page, words);
  return reply(words('history.sentence', { number, name, count: history.total }), [
    header(words('history.title', { number })),
    context(`${shorten(name, mostOfName)}　${count}`),
    ...changeSets(history, view),
    ...navigation(page, { ask: `${number} history`, more: [card] }, words),
  ]);
}

/** What was changed of posts, people and roles, newest first, with the way back where there is one. */
export function peopleHistoryPage(history: ChangesPage, view: HistoryView): Reply {
  const { words } = view;
  const page = pageIn(history);
  const roles = askButton({ id: 'roles', label: words('roles.title'), ask: 'roles' });
  return reply(words('roles.historySentence', { count: history.total }), [
    header(words('roles.historyTitle')),
    context(history.total === 0 ? words('roles.historyNone') : pageCount(page, words)),
    ...changeSets(history, view),
    ...navigation(page, { ask: 'roles history', more: [roles] }, words),
  ]);
}

/** What was changed of the words of the search, newest first, with the way back where there is one. */
export function wordsHistoryPage(history: ChangesPage, view: HistoryView): Reply {
  const { words } = view;
  const page = pageIn(history);
  const all = askButton({ id: 'words', label: words('words.all'), ask: 'words' });
  return reply(words('words.historySentence', { count: history.total }), [
    header(words('words.historyTitle')),
    context(history.total === 0 ? words('words.historyNone') : pageCount(page, words)),
    ...changeSets(history, view),
    ...navigation(page, { ask: 'words history', more: [all] }, words),
  ]);
}

import { askQuestion } from '../../actions/ask-question.ts';
import type { AskRefusal } from '../../actions/refusal.ts';
import { foldWidth } from '../../text/fold.ts';
import type { ReadyLine } from '../help/help-lines.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { emptySearch, notFoundPage, searchPage } from '../messages/search-page.ts';
import { type CommandRefusal, takePage } from '../read-command.ts';
import type { Reply } from '../reply.ts';
import type { Asked, Subcommand } from '../subcommand.ts';

/** `/project 検索 岸壁`: the lines of all projects that answer. */
export const search: Subcommand = {
  name: 'search',
  names: ['検索', 'search', '探す', 'find'],
  readings: ['けんさく', 'さがす'],
  of: 'all',
  takesRest: true,
  // The dictionary of the search loads while the bot answers already, and the index may be a moment behind.
  changesByItself: true,
  help: [
    {
      ja: '{indicator}は？',
      en: 'what is {indicator}',
      does: 'help.question',
      topic: 'read',
      short: true,
    },
    { ja: '検索 {indicator}', en: 'search {indicator}', does: 'help.search', topic: 'read' },
  ],
  async answer(asked) {
    const { rest, words } = asked;
    if (rest === '') return emptySearch(words);
    const answered = await askQuestion(asked.ports, { ...asked, typed: rest });
    if (!answered.ok) return refusalMessage(answered.refusal, words);
    return answered.value.kind === 'found'
      ? searchPage(rest, answered.value, asked)
      : notFoundPage(rest, answered.value, words);
  },
};

type Asking = Omit<Asked, 'project' | 'rest' | 'time' | 'page'>;

/**
 * Answers a text that is no command by searching for it; null where it is refused for another reason. Where the
 * search finds nothing, or only without a word that may be a slip of a command, the refusal's suggestions stay; where
 * there are none, `examples` show what can be typed.
 */
export async function searchInstead(
  asked: Asking,
  refusal: CommandRefusal | AskRefusal,
  { text, examples }: { readonly text: string; readonly examples: () => Promise<readonly ReadyLine[]> },
): Promise<Reply | null> {
  if (!maybeQuestions.has(refusal.kind)) return null;
  const { words, page } = takePage(foldWidth(text).split(' ').filter(Boolean));
  const typed = words.join(' ');
  const answered = await askQuestion(asked.ports, { ...asked, typed, page });
  if (!answered.ok) return null;
  const { value } = answered;
  const suggests =
    (refusal.kind === 'unknown' && refusal.projects.length + refusal.words.length > 0) ||
    refusal.kind === 'unknown-rest';
  if (suggests && value.unknown.length > 0) return null;
  if (value.kind === 'found') return searchPage(typed, value, asked);
  return suggests ? null : notFoundPage(typed, value, asked.words, await examples());
}

/** Refusals of texts that may be questions. */
const maybeQuestions: ReadonlySet<(CommandRefusal | AskRefusal)['kind']> = new Set([
  'unknown',
  'unknown-rest',
  'needs-project',
]);

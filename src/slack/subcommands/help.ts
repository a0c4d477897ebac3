import { administratorsOf } from '../../actions/writes/may-write.ts';
import { readyLines } from '../help/help-lines.ts';
import { helpFor, type KnownHelp, linesFor } from '../help/known.ts';
import { topicNamed } from '../help/topics.ts';
import { type HelpPage, helpMessage, helpPage } from '../messages/help.ts';
import { manageRefusedMessage } from '../messages/manage.ts';
import type { Subcommand } from '../subcommand.ts';
import { subcommandNamed, subcommandRead } from '../subcommand-named.ts';
import type { Words } from '../words/index.ts';

/**
 * `/project 使い方`: the few things that everybody needs; `使い方 記録`: all of a topic; `使い方 グラフ`: all of a word.
 * Everything comes from the table that answers it. `all` is asked late, since help is in the table.
 */
export function helpOf(all: () => readonly Subcommand[]): Subcommand {
  return {
    name: 'help',
    names: ['使い方', 'help', 'ヘルプ', '?', '使いかた'],
    readings: ['つかいかた'],
    of: 'all',
    worksEmpty: true,
    namesAsker: true,
    help: [
      { ja: '使い方', en: 'help', does: 'help.help', topic: 'read' },
      { ja: '使い方 グラフ', en: 'help chart', does: 'help.helpWord', topic: 'read' },
    ],
    answer: async (asked) => {
      const { ports, words, rest } = asked;
      const known = await helpFor(asked);
      const page = pageNamed(rest, { table: all(), known, words });
      if (page === null) return helpMessage(shortParts({ table: all(), known, words }), { ...known, words });
      if (page.lines.length > 0) return helpPage(page, { ...known, words });
      return manageRefusedMessage({ who: 'administrators', ask: await administratorsOf(ports) }, words);
    },
  };
}

interface Telling {
  readonly table: readonly Subcommand[];
  readonly known: KnownHelp;
  readonly words: Words;
}

function shortParts({ table, known, words }: Telling) {
  const short = linesFor(table, known).filter((line) => line.short === true);
  return known.topics.map((topic) => ({
    topic,
    lines: readyLines(
      short.filter((line) => line.topic === topic),
      known.facts,
      words,
    ),
  }));
}

/** What the words behind 使い方 name; null where they name nothing. Without lines it is not for this person. */
function pageNamed(rest: string, { table, known, words }: Telling): HelpPage | null {
  const topic = topicNamed(rest);
  if (topic !== null) {
    const lines = linesFor(table, known).filter((line) => line.topic === topic);
    return {
      title: words(`help.topic.${topic}`),
      lines: readyLines(lines, known.facts, words),
      otherNames: [],
    };
  }
  const named = subcommandNamed(rest, table) ?? subcommandRead(rest, table);
  if (named === null || named.help.length === 0) return null;
  const [title = named.name, ...otherNames] = named.names;
  return { title, lines: readyLines(linesFor([named], known), known.facts, words), otherNames };
}

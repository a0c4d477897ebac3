import { type HelpLine, helpMessage } from '../messages/help.ts';
import type { Subcommand } from '../subcommand.ts';

/** `/project 使い方`: every word of the table with an example. `all` is asked late, since help is in the table. */
export function helpOf(all: () => readonly Subcommand[]): Subcommand {
  return {
    name: 'help',
    names: ['使い方', 'help', 'ヘルプ', '?'],
    of: 'all',
    worksEmpty: true,
    help: [{ ja: '使い方', en: 'help', does: 'help.help' }],
    answer: async ({ words, today }) => {
      const lines: HelpLine[] = all().flatMap(({ help }) =>
        help.map((line, index) => ({
          example: line[words.language],
          does: line.does,
          isFirst: index === 0,
        })),
      );
      return helpMessage(lines, { words, today });
    },
  };
}

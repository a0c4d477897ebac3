import type { PageState } from '../protocol.ts';

export interface Offer {
  readonly label: string;
  readonly hint: string;
  readonly group: string | null;
  readonly selected: boolean;
  /** What the composer holds when this is taken; null for a shortcut, which runs instead. */
  readonly text: string | null;
  readonly callbackId: string | null;
}

export interface Offers {
  readonly offers: readonly Offer[];
  /** The first is highlighted, so that Enter takes it; otherwise Enter sends what is typed. */
  readonly eager: boolean;
}

type Known = Pick<PageState, 'bot' | 'people' | 'shortcuts'>;

const NONE: Offers = { offers: [], eager: false };

/**
 * What to offer behind the typed text: commands and global shortcuts after `/`, the words of a command after it,
 * names after `@`. Width and capitals do not matter: `／` is no command, but `/project ８` finds 8.
 */
export function offersFor(typed: string, known: Known): Offers {
  if (/^\/\S*$/.test(typed)) return commandOffers(typed, known);
  const command = known.bot.commands.find((one) => typed.startsWith(`${one.command} `));
  if (command !== undefined) {
    const rest = folded(typed.slice(command.command.length + 1)).trimStart();
    const offers = command.completions
      .filter(({ text }) => folded(text).startsWith(rest) && folded(text) !== rest)
      .map(({ text, hint }) => offer({ label: `${command.command} ${text}`, hint, group: null }));
    return { offers, eager: false };
  }
  return nameOffers(typed, known);
}

function commandOffers(typed: string, { bot, shortcuts }: Known): Offers {
  const commands = bot.commands
    .filter(({ command }) => command.startsWith(typed.toLowerCase()))
    .map(({ command, usage, description }) => ({
      ...offer({ label: `${command} ${usage}`.trim(), hint: description, group: 'コマンド' }),
      text: `${command} `,
    }));
  const global = shortcuts
    .filter(({ type, name }) => type === 'global' && folded(name).includes(folded(typed.slice(1))))
    .map(({ name, callbackId }) => ({
      ...offer({ label: name, hint: bot.name, group: 'ショートカット' }),
      text: null,
      callbackId,
    }));
  const whole = bot.commands.some(({ command }) => command === typed);
  return { offers: [...commands, ...global], eager: !whole };
}

function nameOffers(typed: string, { bot, people }: Known): Offers {
  const begun = /(?:^|\s)@(\S*)$/.exec(typed)?.[1];
  if (begun === undefined) return NONE;
  const before = typed.slice(0, typed.length - begun.length);
  const names = [
    { name: bot.name, hint: 'アプリ' },
    ...people.map(({ realName, role }) => ({ name: realName, hint: role })),
  ];
  const offers = names
    .filter(({ name }) => folded(name).startsWith(folded(begun)))
    .map(({ name, hint }) => ({
      ...offer({ label: `@${name}`, hint, group: null }),
      text: `${before}${name} `,
    }));
  return { offers, eager: true };
}

function offer({ label, hint, group }: Pick<Offer, 'label' | 'hint' | 'group'>): Offer {
  return { label, hint, group, selected: false, text: label, callbackId: null };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

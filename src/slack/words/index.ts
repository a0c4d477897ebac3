import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../domain/person.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

export type WordKey = keyof typeof ja;
/** The same keys in every language; each message in ICU MessageFormat. */
export type WordTable = Readonly<Record<WordKey, string>>;

/** What the bot says, in the language of the person who asked. Values are put in as they are. */
export interface Words {
  readonly language: Language;
  (key: WordKey, values?: Readonly<Record<string, string | number>>): string;
}

const spoken: Record<Language, Words> = { ja: speak('ja', ja), en: speak('en', en) };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return spoken[language];
}

function speak(language: Language, table: WordTable): Words {
  const messages = new Map<WordKey, IntlMessageFormat>();
  const messageOf = (key: WordKey): IntlMessageFormat => {
    const known = messages.get(key);
    if (known) return known;
    const message = new IntlMessageFormat(table[key], language);
    messages.set(key, message);
    return message;
  };
  const say = (key: WordKey, values?: Readonly<Record<string, string | number>>): string =>
    String(messageOf(key).format(values));
  return Object.assign(say, { language });
}

import type { PageState } from '../protocol.ts';

/** What Slack's own client writes around what the bot says. */
interface FrameWords {
  readonly app: string;
  readonly onlyYou: string;
  readonly edited: string;
  readonly optional: string;
}

const english: FrameWords = {
  app: 'APP',
  onlyYou: 'Only visible to you',
  edited: ' (edited)',
  optional: ' (optional)',
};

const japanese: FrameWords = {
  app: 'アプリ',
  onlyYou: 'あなただけに表示されています',
  edited: '（編集済み）',
  optional: '（任意）',
};

/** The words in the language of the person whose window it is: Japanese, or English for everybody else. */
export function frameWords({ me, people }: Pick<PageState, 'me' | 'people'>): FrameWords {
  const locale = people.find(({ id }) => id === me)?.locale ?? 'ja';
  return locale.startsWith('ja') ? japanese : english;
}

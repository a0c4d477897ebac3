import { fold } from '../../text/fold.ts';
import type { WordKey } from '../words/index.ts';

/** What the help is divided into, in its order. `admin` is told to administrators alone. */
export const helpTopics = ['read', 'record', 'share', 'team', 'admin'] as const;
export type HelpTopic = (typeof helpTopics)[number];

/** One thing that can be typed. */
export interface HelpLine {
  /** Behind `/project`; {number}, {indicator} and the like stand for what there is. */
  readonly ja: string;
  readonly en: string;
  readonly does: WordKey;
  readonly topic: HelpTopic;
  /** Whether it is among the few that everybody needs. */
  readonly short?: boolean;
}

/** Words by which people ask for a topic: 使い方 記録. */
const topicWords: Readonly<Record<HelpTopic, readonly string[]>> = {
  read: ['見る', '探す', 'read', 'find'],
  record: ['記録', '記録する', 'record'],
  share: ['共有', '図', 'share'],
  team: ['配信', '役割', '引き継ぎ', 'team', 'digests'],
  admin: ['管理', '管理者', '管理者向け', 'admin', 'administrators'],
};

/** The topic that the word means, in whatever width and case it is typed, or null. */
export function topicNamed(word: string): HelpTopic | null {
  const typed = fold(word);
  return helpTopics.find((topic) => topicWords[topic].some((name) => fold(name) === typed)) ?? null;
}

import type { Language } from '../../domain/person.ts';

/** What stands in pictures and their alt texts. `{…}` is filled in by `say`. */
const words = {
  indicatorsOfOne: { ja: '{number}番 {name}の指標', en: 'Indicators of project {number} {name}' },
  indicatorsOfAll: { ja: '全プロジェクトの指標', en: 'Indicators of all projects' },
  course: { ja: '{name}の推移', en: 'Course of {name}' },
  timelineOfOne: { ja: '{number}番 {name}の予定', en: 'Upcoming in project {number} {name}' },
  timelineOfAll: { ja: '全プロジェクトの予定', en: 'Upcoming in all projects' },
  project: { ja: '{number}番 {name}', en: 'Project {number} {name}' },
  today: { ja: '{day}現在', en: 'as of {day}' },
  page: { ja: '、{from}–{to} / {total}件', en: ', {from}–{to} of {total}' },
  target: { ja: '目標 100%', en: 'target 100%' },
  rate: { ja: '達成率 {rate}%', en: '{rate}% of target' },
  reached: { ja: '✓ 目標達成', en: '✓ reached' },
  open: { ja: '目標未達成', en: 'not reached' },
  unobserved: { ja: '未報告', en: 'nothing reported' },
  asOf: { ja: '{asOf}現在', en: 'as of {asOf}' },
  timeless: { ja: '時点の記載なし', en: 'no date given' },
  state: { ja: '「{actual}」（目標「{target}」）', en: '“{actual}” (target “{target}”)' },
  altIndicator: {
    ja: '{place}{name} {figures}（{told}）。',
    en: '{place}{name} {figures} ({told}). ',
  },
  undated: {
    ja: '日付のない予定{count}件は載せていません。',
    en: 'Events without a date are not shown: {count}.',
  },
  undatedOfAll: {
    ja: '日付のない予定は載せていません。',
    en: 'Events without a date are not shown.',
  },
  altPlace: { ja: '{number}番 ', en: 'Project {number}: ' },
  and: { ja: '、', en: ', ' },
  more: { ja: 'ほか{count}件。', en: '{count} more.' },
  none: { ja: '表示するものがありません。', en: 'There is nothing to show.' },
  legendCourse: {
    ja: '●実績（横の帯は時点の幅）　破線: 目標 {target}',
    en: '● reported (bands: how exactly the time is known)   dashed: target {target}',
  },
  legendTimeline: {
    ja: '濃い帯: 日付が決まったもの　斜線の帯: 時期に幅のあるもの　破線: 今日',
    en: 'solid: the day is known   hatched: the time is known roughly   dashed: today',
  },
  altCourse: { ja: '目標 {target}。', en: 'Target {target}. ' },
  altObservation: { ja: '{asOf} {value}。', en: '{asOf}: {value}. ' },
  altEvent: { ja: '{when} {what}{status}。', en: '{when}: {what}{status}. ' },
  overdue: { ja: '期日経過・報告待ち', en: 'date passed, no report yet' },
  due: { ja: '実施時期に入っています', en: 'due now' },
  ongoing: { ja: '継続中', en: 'ongoing' },
  aside: { ja: '（{what}）', en: ' ({what})' },
  now: { ja: '今日', en: 'today' },
  none_reported: { ja: 'まだ報告がありません。', en: 'Nothing has been reported yet.' },
  target_short: { ja: '目標 {target}', en: 'target {target}' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type PictureWord = keyof typeof words;

/** A sentence of a picture in the language, with its values. */
export function say(
  language: Language,
  word: PictureWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

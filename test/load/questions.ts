import { seededRandom } from '../soak/random.ts';

/** What is asked, and how often among a hundred questions. `N` is a project. */
const mix: readonly (readonly [string, number])[] = [
  ['N', 50],
  ['N 進捗', 15],
  ['N 指標', 10],
  ['N 予定', 10],
  ['', 10],
  ['検索 岸壁', 2],
  ['検索 実証実験', 2],
  ['検索 IoT導入率', 1],
];

const every = mix.flatMap(([text, share]) => Array<string>(share).fill(text));

/** What stands behind `/project`, another each time; the same seed asks the same. */
export function questionsAbout(projects: number, seed: number): () => string {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  return () => {
    const text = every[below(every.length)] ?? '';
    return text.replace('N', String(1 + below(projects)));
  };
}

import { openDoor } from '../bench/load.ts';
import { commandFactory } from '../bench/signed-command.ts';
import { readers } from './people.ts';
import { questionsAbout } from './questions.ts';
import type { Tally } from './tally.ts';

/** Asks questions and notes how long each answer took, and whether it was one. */
export interface Questioner {
  /** Sends the next one, and does not wait for it. */
  readonly ask: () => void;
  /** Resolves when all are answered. */
  answered(): Promise<void>;
  close(): void;
}

/** Questions of 150 people about so many projects, to the bot at this port. `responseUrl`: where late answers go. */
export function questioner(
  told: Tally,
  {
    port,
    projects,
    responseUrl,
  }: { readonly port: number; readonly projects: number; readonly responseUrl: string },
): Questioner {
  const nextText = questionsAbout(projects, 20_200_824);
  let turn = 0;
  const next = () => {
    turn += 1;
    return { text: nextText(), user: readers[turn % readers.length] ?? '' };
  };
  const read = (answer: string) => {
    if (answer.includes('受付番号')) told.failed('a question was answered with a 受付番号');
    if (answer.includes('お待ちください')) told.failed('an answer took more than a second');
  };
  const door = openDoor(port, commandFactory(responseUrl, next), read);
  const under = new Set<Promise<void>>();
  return {
    ask: () => {
      const asked: Promise<void> = door
        .ask()
        .then(
          ({ milliseconds }) => told.took('question', milliseconds),
          (problem: unknown) => told.failed(`a question: ${String(problem)}`),
        )
        .finally(() => under.delete(asked));
      under.add(asked);
    },
    answered: async () => void (await Promise.all(under)),
    close: () => door.close(),
  };
}

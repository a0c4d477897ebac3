import type { Words } from '../words/index.ts';
import type { ExampleFacts } from './example-facts.ts';
import type { HelpLine } from './topics.ts';

/** A line of the help as a person reads it. */
export interface ReadyLine {
  /** Behind `/project`; empty for `/project` alone. */
  readonly example: string;
  readonly does: string;
}

/** The lines in the person's language, with facts where they leave places for them. */
export function readyLines(
  lines: readonly HelpLine[],
  facts: ExampleFacts,
  words: Words,
): readonly ReadyLine[] {
  return lines.map(({ does, ...example }) => ({
    example: example[words.language].replace(/\{(\w+)\}/g, (place, name: string) =>
      String(factNamed(name, facts) ?? place),
    ),
    does: words(does, { number: facts.number }),
  }));
}

function factNamed(name: string, facts: ExampleFacts): string | number | undefined {
  return Object.entries(facts).find(([key]) => key === name)?.[1];
}

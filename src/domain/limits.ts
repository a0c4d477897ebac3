/**
 * How much of each thing there may be, in characters or in number. What people write in Slack and what an edition
 * file holds are bound alike, so that everything that was written can be exported and read again.
 */

/** The most characters (code points) of a text, by what it is. 3,000 is what Slack lets a person type at once. */
export const mostCharacters = {
  text: 3_000,
  name: 200,
  figure: 300,
  note: 500,
  reason: 500,
  state: 100,
  unit: 20,
  alias: 200,
  date: 200,
} as const;

/** The most lines or items of one field of a form: figures, notes, dates, aliases. */
export const mostItems = 20;

/**
 * The most of a list in an edition file: bounds, so that no file can exhaust a machine, well above what people come
 * to in years of writing.
 */
export const mostListed = {
  projects: 999,
  /** A merger adds those of one project to those of another. */
  aliases: 500,
  parts: 500,
  entries: 5_000,
  indicators: 500,
  observations: 2_000,
  dates: 50,
} as const;

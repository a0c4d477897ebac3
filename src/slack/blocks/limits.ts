/**
 * Slack's limits, in characters and counts, in one table. Source: Slack's Block Kit reference, 2026; the total of a
 * message is undocumented and was reported to bite between 9,600 and 13,000, so we stay at 9,000.
 */
export const limits = {
  message: { blocks: 50, characters: 9_000 },
  header: 150,
  buttonText: 75,
  /** Of one actions block. */
  buttons: 25,
  /** Of one text in a rich text; Slack names none, so the section's is taken. */
  text: 3_000,
  /** Of a modal's title and its buttons. */
  viewTitle: 24,
  viewBlocks: 100,
  privateMetadata: 3_000,
  /** Of one input; of a select its options and their texts. */
  inputText: 3_000,
  options: 100,
  optionText: 75,
  /** Ours: no date is longer, and a longer text is not looked at. */
  periodText: 200,
} as const;

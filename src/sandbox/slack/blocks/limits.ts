/**
 * What Slack takes at most: characters of texts, members of lists. The only place of the sandbox that names them, from
 * https://docs.slack.dev/reference/block-kit and https://docs.slack.dev/reference/methods, as of 2026.
 */
export const LIMITS = {
  blocks: { message: 50, modal: 100, home: 100 },
  /** Over all blocks of a message; no page names it, and Slack refuses somewhere between 9,600 and 13,000. */
  messageBlocksText: 12_000,
  messageText: 40_000,
  updateText: 4000,
  viewBytes: 250_000,
  blockId: 255,
  actionId: 255,
  url: 3000,
  text: 3000,
  label: 2000,
  hint: 2000,
  placeholder: 150,
  section: { text: 3000, fields: 10, field: 2000 },
  header: 150,
  context: 10,
  contextActions: 5,
  actions: 25,
  image: { altText: 2000, title: 2000 },
  video: { title: 200, authorName: 50, description: 200, altText: 2000 },
  markdown: 12_000,
  table: { rows: 100, columns: 20, text: 10_000 },
  card: { title: 150, subtitle: 150, body: 200, actions: 5 },
  carousel: 10,
  container: { title: 150, blocks: 10 },
  dataTable: { pageSize: 100 },
  button: { text: 75, value: 2000, accessibilityLabel: 75 },
  /** The page on options says 150 for the value, Slack's own types say 75: the lower one holds everywhere. */
  option: { text: 75, value: 75, description: 75 },
  optionGroup: { label: 75, groups: 100 },
  select: 100,
  overflow: 5,
  radio: 10,
  checkboxes: 10,
  plainTextInput: 3000,
  emailInput: 3000,
  richTextLines: 100,
  fileInput: 10,
  /** https://docs.slack.dev/reference/methods/files.getUploadURLExternal; Slack takes files of up to 1 GB, this server less. */
  file: { altText: 1000, bytes: 60_000_000 },
  confirm: { title: 100, text: 300, button: 30 },
  view: { title: 24, button: 24, privateMetadata: 3000, callbackId: 255, externalId: 255 },
} as const;

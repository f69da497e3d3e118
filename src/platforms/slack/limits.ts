/** Slack's limits, each with the page of its documentation. */

/** https://docs.slack.dev/reference/block-kit/blocks and .../block-elements */
export const SLACK_MESSAGE_LIMITS = {
  blocks: 50,
  /** Characters of all blocks in one message together; measured, not documented. */
  text: 13_000,
  header: 150,
  /** Elements of a context block, and characters of each. */
  context: 10,
  contextText: 2000,
  actions: 25,
  blockId: 255,
  buttonText: 75,
  /** Display columns of a button's text that Slack always shows. */
  buttonShown: 30,
  buttonValue: 2000,
  url: 3000,
  placeholder: 150,
  choices: 100,
  choiceText: 75,
  choiceValue: 75,
} as const;

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block; of its two editions, the smaller numbers */
export const SLACK_TABLE_LIMITS = {
  /** Rows of a message, and rows at once of a table that readers turn; more would push the conversation off the screen. */
  page: 10,
  turned: 5,
  /** Rows, the header row aside. */
  rows: 100,
  columns: 20,
  /** Characters of all cells together. */
  text: 10_000,
} as const;

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block; a message may have two charts */
export const SLACK_CHART_LIMITS = {
  /** Characters of the title, and of an axis's name. */
  title: 50,
  /** Characters of a category, and of a series's name. */
  label: 20,
  categories: 20,
  series: 6,
} as const;

/** https://docs.slack.dev/reference/views/modal-views */
export const SLACK_MODAL_LIMITS = {
  title: 24,
  button: 24,
  label: 2000,
  /** Characters of a field for text. */
  input: 3000,
} as const;

/** https://docs.slack.dev/reference/app-manifest */
export const SLACK_MANIFEST_LIMITS = {
  name: 35,
  shortcut: 24,
  shortcutDescription: 150,
  commands: 50,
  command: 32,
  description: 2000,
  usageHint: 1000,
  unfurlDomains: 5,
} as const;

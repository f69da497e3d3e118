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
  buttonText: 75,
  /** Display columns of a button's text that Slack always shows. */
  buttonShown: 30,
  buttonValue: 2000,
  url: 3000,
  placeholder: 150,
  choices: 100,
  choiceText: 75,
  choiceValue: 75,
  /** Rows of a table, its header row aside. */
  rows: 99,
} as const;

/** https://docs.slack.dev/reference/views/modal-views */
export const SLACK_MODAL_LIMITS = {
  title: 24,
  button: 24,
  label: 2000,
  blocks: 100,
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

/** English messages about the workspaces in which the app is installed, for whoever runs it. */

/** What is expected as the value of each setting. */
const EXPECTED: Readonly<Record<string, string>> = {
  language: "en, zh-CN or zh-TW",
  visibility: "channel or asker",
  shelf: "a folder that is there and has a folder data in it",
  reviewers: "ids of users of this workspace, joined by commas, such as U024BE7LH",
  citations: "yes or no",
  asks: "a whole number from 1 on",
};

export const workspaceMessages = {
  sealCut: "its token was cut or changed in the database",
  sealBroken: "its token was changed in the database, or stands in the row of another workspace",
  sealUnknownKey: "its token was sealed with a key that INSTALL_KEYS does not have",
  notConfigured:
    "SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and INSTALL_KEYS are not set: workspaces are those that install the app by themselves.",
  none: (url: string) => `The app is installed in no workspace. It is installed at ${url}`,
  row: (id: string, name: string, state: string, settings: string) =>
    [id, name, state, settings].filter((part) => part !== "").join("  "),
  installed: (day: string) => `installed ${day}`,
  ended: (day: string) => `removed ${day}`,
  notInstalled: "not installed",
  unreadable: (reason: string) => `cannot be read: ${reason}`,
  noId: (typed: string) =>
    `“${typed}” is no id of a workspace: one begins with T, that of an organization with E. To see them: refdesk workspaces list`,
  forgotten: (id: string) => `${id} is forgotten: its token, its settings, and what was cited there.`,
  unknown: (id: string) => `Nothing is kept of ${id}.`,
  set: (id: string, settings: string) =>
    settings === "" ? `${id} has what the deployment has.` : `${id} has: ${settings}`,
  noSetting: (typed: string, names: readonly string[]) =>
    `“${typed}” is no setting: expected is one of ${names.join(", ")}, then = and its value, such as language=zh-CN.`,
  badSetting: (name: string, value: string) => `${name}: “${value}” is not ${EXPECTED[name]}.`,
} as const;

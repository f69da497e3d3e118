/** English messages about the workspaces in which the app is installed, for whoever runs it. */

/** What is expected as the value of each setting. */
const EXPECTED: Readonly<Record<string, string>> = {
  language: "en, zh-CN or zh-TW",
  visibility: "channel or asker",
  shelf: "a folder that is there and has a folder data in it",
  answers: "own, which needs a shelf that is there, or deployment",
  reviewers:
    "ids of users of this workspace, joined by commas, such as U024BE7LH, or in Discord of users and roles, such as role:80351110224678912",
  citations: "yes or no",
  asks: "a whole number from 1 on",
};

export const workspaceMessages = {
  sealCut: "its token was cut or changed in the database",
  sealBroken: "its token was changed in the database, or stands in the row of another workspace",
  sealUnknownKey: "its token was sealed with a key that INSTALL_KEYS does not have",
  notConfigured:
    "Neither SLACK_CLIENT_ID nor SERVER_SETTINGS is set: workspaces of Slack are those that install the app by themselves, and servers of Discord have something of their own with SERVER_SETTINGS=yes.",
  none: (url: string | undefined) =>
    url === undefined
      ? "No server has anything of its own."
      : `The app is installed in no workspace. It is installed at ${url}`,
  row: (id: string, name: string, state: string, settings: string) =>
    [id, name, state, settings].filter((part) => part !== "").join("  "),
  installed: (day: string) => `installed ${day}`,
  ended: (day: string) => `removed ${day}`,
  notInstalled: "not installed",
  server: "a Discord server",
  unreadable: (reason: string) => `cannot be read: ${reason}`,
  noId: (typed: string) =>
    `“${typed}” is no id of a workspace: one begins with T, that of an organization with E, and that of a Discord server has digits alone. To see them: refdesk workspaces list`,
  forgotten: (id: string) => `${id} is forgotten: its token, its settings, and what was cited there.`,
  unknown: (id: string) => `Nothing is kept of ${id}.`,
  set: (id: string, settings: string) =>
    settings === "" ? `${id} has what the deployment has.` : `${id} has: ${settings}`,
  noSetting: (typed: string, names: readonly string[]) =>
    `“${typed}” is no setting: expected is one of ${names.join(", ")}, then = and its value, such as language=zh-CN.`,
  badSetting: (name: string, value: string) => `${name}: “${value}” is not ${EXPECTED[name]}.`,
} as const;

/** English messages about installing the app in a workspace, and about what it has of its own, for people who use it. */

export const englishWorkspaces = {
  installed: (name: string) => `Refdesk is installed in ${name}. Type /refdesk in a channel to begin.`,
  openSlack: "Open Slack",
  cancelled: "Nothing was installed: it was cancelled in Slack.",
  stale:
    "Nothing was installed: this page was opened before, is too old, or began in another browser. Please begin again.",
  failed:
    "Nothing was installed: Slack did not complete it. Please begin again. If that fails too, tell whoever runs this desk.",
  /** What whoever installs is told where their workspace may not, with its id. */
  notAllowed: (id: string) =>
    `Nothing was installed: this desk serves other workspaces. Whoever runs it can let ${id} in.`,
  again: "Begin again",
  /** What somebody is told in a workspace where the app is not installed, with where to install it. */
  notInstalled: (url: string) =>
    `Refdesk is not installed in this workspace. It can be installed here: ${url}`,
  /** What somebody is told while the shelf of their workspace is read, which takes seconds. */
  opening: "Refdesk is opening its shelf. Please ask again in a moment.",
  /** What somebody is told while their workspace or its shelf cannot be found. */
  away: "Refdesk cannot answer right now. Please try again in a minute.",
  /** What a workspace or a server has of its own. */
  settings: {
    summary: "What this workspace or server has of its own, for its admins",
    title: "Settings",
    change: "Change",
    save: "Save",
    saved: "Saved.",
    /** The names of the settings, in their order. */
    labels: {
      answers: "Shelf that answers",
      language: "Language of answers",
      visibility: "Findings are for",
      reviewers: "Reviewers",
      citations: "Keep what was cited in channels",
    },
    asDeployment: "As everywhere else",
    answers: { own: "Its own", deployment: "The one for everyone" },
    visibility: { channel: "Everyone in the channel", asker: "Whoever asks, alone" },
    citations: { yes: "Yes", no: "No" },
    nobody: "Nobody",
    reviewersHint: "Who decides on what is suggested and reported here",
    notAdmin: {
      slack: "Only owners and admins of this workspace see and change its settings.",
      discord: "Only those who may manage this server see and change its settings.",
    },
    /** What somebody is told in Slack where the app was installed before it asked to see who is an admin. */
    unknownStanding:
      "Slack does not tell Refdesk who is an admin here. Please install it in this workspace again, which asks for that.",
    noServer: "There is no server here, and so no settings: the shelf for everyone answers.",
    sameForAll: "There are no settings here: whoever runs Refdesk has set it up the same for everyone.",
    noShelf: "Its own shelf cannot be found, so nothing was changed. Please tell whoever runs Refdesk.",
    refused: (label: string) => `${label}: this cannot be taken, so nothing was changed.`,
  },
};

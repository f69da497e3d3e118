/** English messages about installing the app in a workspace, for people who use it. */

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
};

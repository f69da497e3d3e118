/** What setting up Slack for one workspace and for many has in common: the link that creates the app, and the form of its secrets. */
import { setupMessages } from "../language/en/setup.ts";
import { linkPage } from "./install-links.ts";
import type { SetupSession } from "./questions.ts";

const say = setupMessages.slack;

const LINK_FILE = "slack-app.html";

/** Returns what is wrong with a signing secret. The client secret has the same form and cannot be told apart. */
export const wrongSecret = (text: string): string | undefined =>
  /^[\da-f]{32}(?:, ?[\da-f]{32})*$/i.test(text) ? undefined : say.expectedSecret;

/**
 * Explains the link that creates the app, then shows it by name, and offers it as a file: it is longer than some
 * terminals open, and than anyone reads. It is printed in full only where neither is to be had.
 */
export async function showCreation(
  { prompter, saveFile }: SetupSession,
  address: string,
  steps: (characters: number) => string = say.newApp,
): Promise<void> {
  prompter.tell(steps(address.length));
  const isShown = prompter.namedLink(say.creationLink, address);
  if (await prompter.agree(isShown ? say.saveToo(LINK_FILE) : say.saveInstead(LINK_FILE), true))
    prompter.tell(say.saved(saveFile(LINK_FILE, linkPage(say.creationLink, address))), "done");
  else if (!isShown) prompter.link(address);
}

/** Asks how a platform reaches the bot: over a connection that the bot opens, or over HTTP at a public address. */

import { setupMessages } from "../language/en/setup.ts";
import { parsePublicAddress } from "../support/public-address.ts";
import type { Prompter } from "./prompter.ts";
import { askValue, type HttpSettings, type QuestionContext } from "./questions.ts";

const say = setupMessages.connection;

/** How a platform reaches the bot. */
export type ConnectionType = "socket" | "http";

/**
 * Asks for the connection type.
 * @param socket the platform's own name for the connection
 */
export const askConnection = (
  prompter: Prompter,
  platform: string,
  socket: string,
  current: ConnectionType,
): Promise<ConnectionType> =>
  prompter.pick<ConnectionType>(
    say.how(platform),
    [
      { value: "socket", label: say.socket(socket) },
      { value: "http", label: say.http },
    ],
    current,
  );

/** Asks for the public address, and for the port and host to listen on. Saves only port and host. */
export async function askHttpSettings(asking: QuestionContext, known = ""): Promise<HttpSettings> {
  const { prompter } = asking;
  prompter.tell(say.httpSteps);
  const typed = await prompter.text(say.address, known, (text) => {
    const read = parsePublicAddress(text);
    return "fault" in read ? read.fault : undefined;
  });
  const read = parsePublicAddress(typed);
  if ("fault" in read) throw new Error(read.fault);
  const port = await askValue(asking, "PORT", say.port, "3000");
  const host = await askValue(asking, "HOST", say.host, "127.0.0.1");
  return { address: read.address, host, port };
}

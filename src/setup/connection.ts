/** The two ways in which a platform reaches the bot: a connection that the bot opens, or HTTP at a public address. */

import { setupMessages } from "../language/en/setup.ts";
import { parsePublicAddress } from "../support/public-address.ts";
import type { Prompter } from "./prompter.ts";
import { askValue, type HttpSettings, type QuestionContext } from "./questions.ts";

const say = setupMessages.connection;

export type ConnectionType = "socket" | "http";

/** @param socket what the platform calls the connection */
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

/** Asks where the platforms post to, and where the bot listens for it. The one is not stored, the others are. */
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

/** The two ways in which a platform reaches the bot: a connection that the bot opens, or HTTP at a public address. */
import { parsePublicAddress } from "../support/public-address.ts";
import type { Prompter } from "./prompter.ts";
import { askValue, type HttpSettings, type QuestionContext } from "./questions.ts";

export type ConnectionType = "socket" | "http";

/** @param socket what the platform calls the connection */
export const askConnection = (
  prompter: Prompter,
  platform: string,
  socket: string,
  current: ConnectionType,
): Promise<ConnectionType> =>
  prompter.pick<ConnectionType>(
    `How shall ${platform} reach the bot?`,
    [
      { value: "socket", label: `Over a connection that the bot opens (${socket})` },
      { value: "http", label: "Over HTTP, at a public https address of yours" },
    ],
    current,
  );

const HTTP_STEPS = `Over HTTP, a proxy of yours speaks https at a public address, and passes requests on to the bot
  The address is asked for what is entered with the platforms, and is not kept.
  The port and the host are where the bot listens. 127.0.0.1 is right where the proxy runs on this machine.`;

/** Asks where the platforms post to, and where the bot listens for it. The one is not stored, the others are. */
export async function askHttpSettings(asking: QuestionContext, known = ""): Promise<HttpSettings> {
  const { prompter } = asking;
  prompter.tell(HTTP_STEPS);
  const typed = await prompter.text(
    "The public address, such as https://refdesk.example.org",
    known,
    (text) => {
      const read = parsePublicAddress(text);
      return "fault" in read ? read.fault : undefined;
    },
  );
  const read = parsePublicAddress(typed);
  if ("fault" in read) throw new Error(read.fault);
  const port = await askValue(asking, "PORT", "the port to listen on", "3000");
  const host = await askValue(asking, "HOST", "the host to listen on", "127.0.0.1");
  return { address: read.address, host, port };
}

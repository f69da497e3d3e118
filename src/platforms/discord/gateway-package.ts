/**
 * Loads discord.js's gateway package, whose classes discord.js does not export. It is required and not imported:
 * discord.js has loaded that build of it, and an import would load a second one, with all that it depends on.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export const { WebSocketManager, WebSocketShardEvents }: typeof import("@discordjs/ws") =
  require("@discordjs/ws");

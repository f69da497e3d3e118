/** Writes to one person, where they let the bot: whoever shares no server with it, or has forbidden it, cannot be reached. */
import { randomUUID } from "node:crypto";
import { type REST, Routes } from "discord.js";
import { z } from "zod";
import type { SendDirectly } from "../../curation/direct-messages.ts";
import { tryCall } from "./calls.ts";
import { Snowflake } from "./message.ts";
import { discordNotice, withoutEphemeral } from "./render.ts";

const TRIES = { tryMs: 5_000, longestWaitMs: 60_000 };

const Channel = z.object({ id: Snowflake });

/** The longest nonce that Discord takes, in characters. */
const NONCE = 25;

/** Creates what writes to one person, which needs no permission of a server. */
export const discordDirectSender =
  (rest: REST): SendDirectly =>
  async (user, line) => {
    const opened = await tryCall(
      (signal) => rest.post(Routes.userChannels(), { body: { recipient_id: user }, signal }),
      TRIES,
    );
    const { id } = Channel.parse(opened);
    // Discord takes one nonce once, so that a message which was taken and cut is not posted twice.
    const nonce = { nonce: randomUUID().replaceAll("-", "").slice(0, NONCE), enforce_nonce: true };
    const pingsNobody = { allowed_mentions: { parse: [], replied_user: false } };
    const body = { ...withoutEphemeral(discordNotice(line)), ...pingsNobody, ...nonce };
    await tryCall((signal) => rest.post(Routes.channelMessages(id), { body, signal }), TRIES);
  };

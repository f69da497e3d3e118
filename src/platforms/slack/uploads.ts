/** What follows an answer in Slack: a file beside it, a picture or text, where the bot may put one. */
import type { webApi } from "@slack/bolt";
import { type DrawPicture, type Following, PICTURE_FILE } from "../../delivery/attachments.ts";
import { clip } from "../../delivery/fit.ts";
import type { Locale } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";

/** Where it goes. */
export interface Spot {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** Puts what follows an answer into a channel. Never throws: an answer is whole without it. */
export type Show = (following: Following, locale: Locale, spot: Spot) => Promise<void>;

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal: characters of the text for who does not see it. */
const ALT = 1_000;

/** What Slack says where the bot is no member: no fault, and nothing to be done about it. */
const OUTSIDE = ["not_in_channel", "channel_not_found", "missing_scope", "restricted_action"];

export const shower =
  (client: webApi.WebClient, draw: DrawPicture | undefined, log: Log): Show =>
  async (following, locale, { channel, thread }) => {
    try {
      const { title } = following;
      const file =
        following.type === "file"
          ? { file: Buffer.from(following.text), filename: following.name, title }
          : draw && {
              ...{ file: await draw(following, locale), filename: PICTURE_FILE, title },
              alt_text: clip(following.alt, ALT),
            };
      const where = { channel_id: channel };
      if (file)
        await client.files.uploadV2(
          thread === undefined ? { ...where, ...file } : { ...where, ...file, thread_ts: thread },
        );
    } catch (error) {
      const code = (error as { data?: { error?: string } }).data?.error ?? "";
      if (OUTSIDE.includes(code)) log.info({ why: code }, "no file where the bot is no member");
      else log.warn({ err: error }, "a file could not be put into Slack");
    }
  };

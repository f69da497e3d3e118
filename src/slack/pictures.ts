/** Pictures in Slack: a file beside the answer, where the bot may put one. */
import type { webApi } from "@slack/bolt";
import { type DrawPicture, PICTURE_FILE } from "../carrier/pictures.ts";
import type { Picture } from "../desk/picture.ts";
import type { Log } from "../log.ts";
import { clip } from "../render/fit.ts";
import type { Locale } from "../words/words.ts";

/** Where a picture goes. */
export interface Spot {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** Puts a picture into a channel. Never throws: an answer is whole without it. */
export type Show = (picture: Picture, locale: Locale, spot: Spot) => Promise<void>;

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal: characters of the text for who does not see it. */
const ALT = 1_000;

/** What Slack says where the bot is no member: no fault, and nothing to be done about it. */
const OUTSIDE = ["not_in_channel", "channel_not_found", "missing_scope", "restricted_action"];

export const shower =
  (client: webApi.WebClient, draw: DrawPicture, log: Log): Show =>
  async (picture, locale, { channel, thread }) => {
    try {
      const file = { file: await draw(picture, locale), filename: PICTURE_FILE, title: picture.title };
      const alt_text = clip(picture.alt, ALT);
      const where = { channel_id: channel };
      await client.files.uploadV2(
        thread === undefined
          ? { ...where, ...file, alt_text }
          : { ...where, ...file, alt_text, thread_ts: thread },
      );
    } catch (error) {
      const code = (error as { data?: { error?: string } }).data?.error ?? "";
      if (OUTSIDE.includes(code)) log.info({ why: code }, "no picture where the bot is no member");
      else log.warn({ err: error }, "a picture could not be shown in Slack");
    }
  };

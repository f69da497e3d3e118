/** What follows an answer in Slack: a file beside it, a picture or text, where the bot may put one. */
import type { webApi } from "@slack/bolt";
import { type Attachment, type DrawPicture, PICTURE_FILE } from "../../delivery/attachments.ts";
import { clipLabel } from "../../delivery/fit.ts";
import type { Locale } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";

/** Where it goes. */
export interface UploadTarget {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** Puts what follows an answer into a channel. Never throws: an answer is whole without it. */
export type UploadAttachment = (attachment: Attachment, locale: Locale, spot: UploadTarget) => Promise<void>;

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal: characters of the text for who does not see it. */
const ALT = 1_000;

/** What Slack says where the bot is no member: no fault, and nothing to be done about it. */
const OUTSIDE = ["not_in_channel", "channel_not_found", "missing_scope", "restricted_action"];

export const createUploader =
  (client: webApi.WebClient, draw: DrawPicture | undefined, log: Log): UploadAttachment =>
  async (attachment, locale, { channel, thread }) => {
    try {
      const { title } = attachment;
      const file =
        attachment.type === "file"
          ? { file: Buffer.from(attachment.text), filename: attachment.name, title }
          : draw && {
              ...{ file: await draw(attachment, locale), filename: PICTURE_FILE, title },
              alt_text: clipLabel(attachment.alt, ALT),
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

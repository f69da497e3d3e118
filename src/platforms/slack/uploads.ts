/** Uploads an answer's attachment, a picture or a text file, to a channel. */
import type { webApi } from "@slack/bolt";
import { type Attachment, type DrawPicture, PICTURE_FILE } from "../../delivery/attachments.ts";
import { clipLabel } from "../../delivery/fit.ts";
import type { Locale } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";

/** The channel and thread that a file is uploaded to. */
export interface UploadTarget {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** Uploads an answer's attachment. Never throws: the answer is complete without it. */
export type UploadAttachment = (attachment: Attachment, locale: Locale, spot: UploadTarget) => Promise<void>;

/** Characters of an alt text: https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const ALT = 1_000;

/** Slack's error codes for channels where the bot may not upload; expected, so only logged as info. */
const OUTSIDE = ["not_in_channel", "channel_not_found", "missing_scope", "restricted_action"];

/** Creates an uploader. @param draw draws pictures; without it, they are not uploaded */
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

/** Uploads an answer's attachment, a picture or a text file, to a channel, where everyone sees it. */
import type { webApi } from "@slack/bolt";
import { clipLabel } from "../../delivery/fit.ts";
import type { FileTransport } from "../../delivery/transport.ts";
import type { Log } from "../../support/log.ts";
import type { PackedSlackMessage } from "./addressing.ts";
import type { SlackCalls } from "./calls.ts";

/** Returns the uploads to a channel, or to a thread of it. */
export type FileUploads = (channel: string | undefined, thread?: string) => FileTransport<PackedSlackMessage>;

/** Characters of an alt text: https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const ALT = 1_000;

/** How long an upload may take, in milliseconds: it is three calls. */
const UPLOAD_MS = 30_000;

/** Slack's error codes for channels where the bot may not upload; expected, so only logged as info. */
const OUTSIDE = ["not_in_channel", "channel_not_found", "missing_scope", "restricted_action"];

/** Creates the uploads of an app that may upload files. A failure is only logged: the answer is complete without. */
export const fileUploads =
  (client: webApi.WebClient, calls: SlackCalls, log: Log): FileUploads =>
  (channel, thread) =>
    channel === undefined
      ? {}
      : {
          hasPublicFiles: true,
          async attach({ name, title, bytes, alt }) {
            const file = { file: bytes, filename: name, title };
            const described = alt === undefined ? file : { alt_text: clipLabel(alt, ALT), ...file };
            const target = { channel_id: channel, ...described };
            try {
              const upload = () =>
                client.files.uploadV2(thread === undefined ? target : { thread_ts: thread, ...target });
              await calls.inLine(`file ${channel}`, upload, { tryMs: UPLOAD_MS, isRepeatable: false });
            } catch (error) {
              const code = (error as { data?: { error?: string } }).data?.error ?? "";
              if (OUTSIDE.includes(code)) log.info({ why: code }, "no file where the bot is no member");
              else log.warn({ err: error }, "a file could not be put into Slack");
            }
          },
        };

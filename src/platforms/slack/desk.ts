/** Puts together what answers the requests of one workspace: its bots, its policy, its client, what it was granted. */
import type { App, Context, webApi } from "@slack/bolt";
import { type AnswerDelivery, createDelivery } from "../../delivery/deliver.ts";
import type { DrawnReply } from "../../delivery/follow-ups.ts";
import type { ReplyCache } from "../../delivery/reply-cache.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import { drawSlack, drawSlackPosts, type PackedSlackMessage, packedSlackSize } from "./addressing.ts";
import type { SlackCalls } from "./calls.ts";
import { createSlackCurator, type SlackCurator } from "./curate.ts";
import type { SlackPolicy } from "./policy.ts";
import { grantedFeatures, type SlackFeatures } from "./scopes.ts";
import { createSlashCommands, type SlashCommands } from "./slash-commands.ts";
import { type FileUploads, fileUploads } from "./uploads.ts";
import type { SlackWorkspace } from "./workspaces.ts";

/** What answers the requests of one workspace. */
export interface SlackDesk {
  readonly workspace: SlackWorkspace;
  readonly botFor: BotFactory;
  readonly policy: SlackPolicy;
  readonly client: webApi.WebClient;
  readonly calls: SlackCalls;
  /** What the granted scopes allow. */
  readonly has: SlackFeatures;
  readonly delivery: AnswerDelivery<PackedSlackMessage>;
  readonly uploadsTo: FileUploads;
  /** Answers what is the desk's own; undefined where none of it is offered. */
  readonly curator: SlackCurator | undefined;
  readonly commands: SlashCommands;
}

/** What the desks of all workspaces share. */
export interface SlackDeskParts {
  readonly botFor: BotFactory;
  readonly policy: SlackPolicy;
  readonly calls: SlackCalls;
  readonly replies: ReplyCache<DrawnReply<PackedSlackMessage>>;
  readonly log: Log;
}

/** Creates what answers the requests of a workspace. */
export function createSlackDesk(workspace: SlackWorkspace, parts: SlackDeskParts): SlackDesk {
  const { botFor, policy, calls, replies, log } = parts;
  const { client, scopes } = workspace;
  const { off, isAmiss, ...has } = grantedFeatures(
    scopes,
    policy.linkPreview !== undefined,
    workspace.id !== undefined,
  );
  if (off.length > 0) {
    const where = workspace.id === undefined ? {} : { workspace: workspace.id };
    log.warn(
      { off, ...where },
      "scopes were not granted in Slack: what they serve is off, and the rest works",
    );
  }
  const uploadsTo: FileUploads = has.pictures ? fileUploads(client, calls, log) : () => ({});
  const delivery = createDelivery({
    platform: "slack",
    policy,
    draw: drawSlack,
    drawPosts: drawSlackPosts,
    log,
    sizeOf: packedSlackSize,
    replies,
    ...(workspace.id === undefined ? {} : { workspace: workspace.id }),
  });
  const desk = { workspace, botFor, policy, client, calls, has, delivery, uploadsTo };
  const curator = policy.curation && createSlackCurator(policy.curation, desk, log);
  return { curator, ...desk, commands: createSlashCommands({ curator, ...desk }, log) };
}

/** Puts the desk of a request's workspace into what Bolt hands to listeners. */
export const withDesk = (desk: SlackDesk) => ({
  botId: desk.workspace.botId,
  botUserId: desk.workspace.botUser,
  desk,
});

/** Returns the desk of a request's workspace. */
export const deskIn = ({ desk }: Context): SlackDesk => desk as SlackDesk;

/** Bolt's app, as far as listeners are registered with it. */
export type SlackListeners = Pick<
  App,
  "use" | "command" | "action" | "shortcut" | "event" | "options" | "view" | "error"
>;

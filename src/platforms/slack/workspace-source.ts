/** Defines where the workspaces come from that an app answers: one token in the configuration, or installations. */
import { type Logger, webApi } from "@slack/bolt";
import type { SlackConfig } from "../../config/slack-config.ts";
import type { DirectMessages } from "../../curation/direct-messages.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { HttpReply, RouteRegistry } from "../../http/server.ts";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";
import type { StopFunction } from "../../support/stop-function.ts";
import { PlatformRefusal } from "../adapter.ts";
import { isRefusal } from "./calls.ts";
import type { SlackListeners } from "./desk.ts";
import type { SlackPolicy } from "./policy.ts";
import type { FindWorkspace, SlackWorkspace } from "./workspaces.ts";

/** What a source of workspaces stands on. */
export interface SourceParts {
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
  readonly policy: SlackPolicy;
  readonly routes: RouteRegistry;
  readonly log: Log;
}

/** The workspaces that an app answers. */
export interface WorkspaceSource {
  readonly find: FindWorkspace;
  /** What the log says of them once they are connected. */
  readonly about: object;
  /** Returns the reply to a request from where the app is not installed; undefined for any other. */
  readonly refuse?: (body: unknown) => Promise<HttpReply | undefined>;
  /** Registers listeners for what ends an installation. */
  readonly listen?: (app: SlackListeners) => void;
  /** Returns what answers in a workspace, and how, where each has something of its own. */
  readonly surroundingsOf?: SurroundingsOf;
  /** Through which people are written to, where it is not what the policy says. */
  readonly directMessages?: DirectMessages;
  /** The one workspace, where there is but one. */
  readonly only?: SlackWorkspace;
  readonly stop: StopFunction;
}

/**
 * Returns what answers in a workspace, and how: the same object until it is changed.
 * @throws when the shelf of its own cannot be read
 */
export type SurroundingsOf = (
  workspace: SlackWorkspace,
) => Promise<{ readonly botFor: BotFactory; readonly policy: SlackPolicy }>;

/** Opens a source of workspaces. @throws when what it stands on is away */
export type OpenSource = (parts: SourceParts) => Promise<WorkspaceSource>;

/** Opens the one workspace whose token is configured. @throws {PlatformRefusal} where Slack does not take the token */
export const singleWorkspace =
  ({ botToken }: Extract<SlackConfig, { readonly botToken: string }>): OpenSource =>
  async ({ clientOptions }) => {
    const client = new webApi.WebClient(botToken, clientOptions);
    // Fetched once here, because Bolt would otherwise call auth.test on every request.
    const who = await client.auth.test().catch((error: unknown) => {
      throw isRefusal(error)
        ? new PlatformRefusal(
            `SLACK_BOT_TOKEN: Slack did not take it (${errorMessage(error)}). It is found in the app's settings under OAuth & Permissions.`,
          )
        : new Error(`Slack cannot be reached (${errorMessage(error)})`);
    });
    const only: SlackWorkspace = {
      botId: who.bot_id ?? "",
      botUser: who.user_id ?? "",
      client,
      scopes: who.response_metadata?.scopes,
    };
    return { only, about: { team: who.team ?? "" }, find: async () => only, stop: async () => {} };
  };

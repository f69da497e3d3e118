/** Answers all workspaces that install the app, over HTTP. */
import { webApi } from "@slack/bolt";
import { z } from "zod";
import type { SlackInstallConfig } from "../../config/slack-config.ts";
import type { DirectMessages } from "../../curation/direct-messages.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import type { HttpReply } from "../../http/server.ts";
import type { InstallationStore, InstallationToken } from "../../installations/installation.ts";
import { createInstallationTokens } from "../../installations/tokens.ts";
import { loadMessages } from "../../language/messages.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { routeUrl } from "../../support/public-address.ts";
import { withRetries } from "../../support/retry.ts";
import { withTimeout } from "../../support/timeout.ts";
import type { SlackListeners } from "./desk.ts";
import { INSTALL_ROUTE } from "./install-routes.ts";
import { addOAuthRoutes } from "./oauth-routes.ts";
import type { SlackPolicy } from "./policy.ts";
import { escapeMrkdwn } from "./render.ts";
import { replyByUrl } from "./response-url.ts";
import { requestedScopes } from "./scopes.ts";
import type { OpenSource, SurroundingsOf } from "./workspace-source.ts";
import { createInstalledWorkspaces, type FindWorkspace, originOf } from "./workspaces.ts";

/** How often it is looked which tokens end soon, and who has removed the app long ago, in milliseconds. */
const LOOK_MS = 600_000;

/** How long settings and citations are kept once the app was removed. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** How long a request waits for the shelf of its workspace, and how often a fault is logged, in milliseconds. */
const SHELF_MS = 2_000;
const TOLD_MS = 60_000;

/** Pauses before the end of an installation is written again, in milliseconds: Slack tells it once. */
const END_PAUSES = [200, 1_000, 5_000, 20_000] as const;

/** Slack's reply to what renews a token: https://docs.slack.dev/authentication/using-token-rotation */
const RenewedToken = z.object({
  access_token: z.string().max(1_000),
  refresh_token: z.string().max(1_000),
  expires_in: z.number().int().positive(),
});

/** The events that end an installation, which come when nothing can be authorized any more. */
const ENDS = ["app_uninstalled", "tokens_revoked"] as const;
const EndEvent = z.object({
  event_time: z.number().int().nonnegative(),
  event: z.object({
    type: z.enum(ENDS),
    tokens: z.object({ bot: z.array(z.string()).optional() }).optional(),
  }),
});

/** What a request is, as far as it is answered where the app is not installed. */
const Refused = z.object({
  type: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  text: z.string().max(12_000).optional().catch(undefined),
  event: z.object({ type: z.string() }).optional().catch(undefined),
  response_url: z.string().optional().catch(undefined),
});

const json = (body: object): HttpReply => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Returns a reply that only whoever made the request sees; one that Slack sends again, where it cannot be shown. */
function privateReply(request: z.infer<typeof Refused>, text: string): HttpReply | undefined {
  const line = { response_type: "ephemeral", replace_original: false, text: escapeMrkdwn(text) } as const;
  if (request.command !== undefined) return json(line);
  if (request.type === "block_suggestion") return json({ options: [] });
  const plain = (words: string) => ({ type: "plain_text", text: words, emoji: false });
  if (request.type === "view_submission") {
    const blocks = [{ type: "section", text: plain(text) }];
    return json({ response_action: "update", view: { type: "modal", title: plain("Refdesk"), blocks } });
  }
  if (request.response_url === undefined) return undefined;
  return { status: 200, sent: () => replyByUrl(request)(line).catch(() => {}) };
}

/** What is needed to know whether a request can be answered. */
interface RefusalParts {
  readonly find: FindWorkspace;
  readonly surroundingsOf: SurroundingsOf | undefined;
  readonly beginUrl: string;
  readonly policy: SlackPolicy;
  readonly log: Log;
}

/**
 * Creates what answers a request from where the app is not installed, where it cannot be known whether it is, and where the
 * shelf of its own is still being read or cannot be.
 */
function createRefusals({ find, surroundingsOf, beginUrl, policy, log }: RefusalParts) {
  let toldAt = Number.NEGATIVE_INFINITY;
  return async (body: unknown): Promise<HttpReply | undefined> => {
    const request = Refused.safeParse(body).data ?? {};
    if (ENDS.some((end) => end === request.event?.type)) return undefined;
    const messages = async () => (await loadMessages(chooseLocale(policy, request.text))).workspaces;
    try {
      const workspace = await find(body);
      if (workspace) {
        const opened = surroundingsOf && (await withTimeout(surroundingsOf(workspace), SHELF_MS));
        if (opened !== "late") return undefined;
        return privateReply(request, (await messages()).opening) ?? { status: 503 };
      }
    } catch (error) {
      if (performance.now() - toldAt > TOLD_MS) {
        toldAt = performance.now();
        log.warn(
          { err: error },
          "a request cannot be answered: its workspace could not be looked up, or its shelf not be read",
        );
      }
      return privateReply(request, (await messages()).away) ?? { status: 503 };
    }
    return privateReply(request, (await messages()).notInstalled(beginUrl)) ?? { status: 200 };
  };
}

/** Registers the listeners for the events that end an installation. */
function listenToEnds(app: SlackListeners, store: InstallationStore, forget: () => void, log: Log): void {
  async function end(body: unknown): Promise<void> {
    const { success, data } = EndEvent.safeParse(body);
    const { team, organization, isOrganizationWide } = originOf(body);
    const owner = isOrganizationWide ? (organization ?? team) : (team ?? organization);
    if (!success || owner === undefined) return;
    const { event, event_time } = data;
    if (event.type === "tokens_revoked" && !event.tokens?.bot?.length) return;
    try {
      // Slack tells the second: an installation within it is the one that has ended.
      const before = new Date(event_time * 1_000 + 999);
      const hasEnded = await withRetries(
        () => store.end(owner, before),
        END_PAUSES,
        () => true,
      );
      forget();
      if (hasEnded) log.info({ workspace: owner }, "the app was removed from a workspace");
    } catch (error) {
      log.error({ workspace: owner, err: error }, "the end of an installation could not be kept");
    }
  }
  app.event("app_uninstalled", ({ body }) => end(body));
  app.event("tokens_revoked", ({ body }) => end(body));
}

/** What is kept of the workspaces, and what each has of its own. */
export interface SlackWorkspaces {
  readonly installations: InstallationStore;
  /** Returns what answers in a workspace, and how; without it, all are answered alike. */
  readonly surroundingsOf?: SurroundingsOf;
  /** Through which people are written to, also about what they sent to a workspace's own shelf. */
  readonly directMessages?: DirectMessages;
  /** Forgets all that is kept of a workspace. */
  forget(workspace: string): Promise<void>;
  close(): Promise<void>;
}

/** Answers all workspaces that install the app. @param open opens what is kept of them */
export const manyWorkspaces =
  (config: SlackInstallConfig, open: () => Promise<SlackWorkspaces>): OpenSource =>
  async ({ clientOptions, logger, policy, routes, log }) => {
    const { installations: store, surroundingsOf, directMessages, forget: forgetAll, close } = await open();
    const { resealed, unreadable } = await store.reseal().catch(async (error: unknown) => {
      await close();
      throw error;
    });
    if (resealed > 0) log.info({ resealed }, "tokens were sealed anew with the first of INSTALL_KEYS");
    for (const { owner, reason } of unreadable)
      log.warn(
        { workspace: owner, reason },
        "an installation cannot be read: the app must be installed there anew",
      );

    const client = new webApi.WebClient(undefined, clientOptions);
    async function exchange(refreshToken: string): Promise<InstallationToken> {
      const { clientId: client_id, clientSecret: client_secret } = config;
      const grant = { grant_type: "refresh_token", refresh_token: refreshToken } as const;
      const renewed = RenewedToken.parse(
        await client.oauth.v2.access({ client_id, client_secret, ...grant }),
      );
      return {
        token: renewed.access_token,
        refreshToken: renewed.refresh_token,
        endsAt: new Date(Date.now() + renewed.expires_in * 1_000),
      };
    }
    const tokens = createInstallationTokens({ store, exchange, log });
    const { find, forget } = createInstalledWorkspaces({ store, tokens, clientOptions, log });
    addOAuthRoutes(routes, config, logger, {
      store,
      clientOptions,
      log,
      installed: forget,
      locale: policy.locale ?? "en",
      revoke: (token) => client.auth.revoke({ token }).catch(() => {}),
      scopes: requestedScopes(policy.linkPreview !== undefined, true).map(({ scope }) => scope),
    });
    const beginUrl = routeUrl(config.publicUrl, INSTALL_ROUTE);
    async function look(): Promise<void> {
      await tokens.renewAll();
      try {
        const before = new Date(Date.now() - KEPT_DAYS * DAY_MS);
        for (const workspace of await store.endedBefore(before)) {
          await forgetAll(workspace);
          log.info({ workspace }, "what was kept of a workspace that removed the app is forgotten");
        }
      } catch (error) {
        log.warn({ err: error }, "what is kept of workspaces that removed the app could not be forgotten");
      }
    }
    const timer = setInterval(() => void look(), LOOK_MS).unref();
    void look();
    return {
      find,
      about: { installUrl: beginUrl },
      ...defined({ surroundingsOf, directMessages }),
      refuse: createRefusals({ find, surroundingsOf, beginUrl, policy, log }),
      listen: (app) => listenToEnds(app, store, forget, log),
      async stop() {
        clearInterval(timer);
        await close();
      },
    };
  };

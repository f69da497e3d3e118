/** Lets a workspace install the app: the two pages of Slack's OAuth, `/slack/install` and the address it leads back to. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger, webApi } from "@slack/bolt";
import {
  AuthorizationError,
  type Installation as GrantedInstallation,
  InstallProvider,
  InvalidStateError,
  MissingCodeError,
  MissingStateError,
  type StateStore,
} from "@slack/oauth";
import type { SlackInstallConfig } from "../../config/slack-config.ts";
import type { HttpReply, HttpRequest, RouteRegistry } from "../../http/server.ts";
import type { Installation, InstallationStore } from "../../installations/installation.ts";
import { negotiateLocale } from "../../language/accept-language.ts";
import { type Locale, loadMessages } from "../../language/messages.ts";
import { defined } from "../../support/defined.ts";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";
import { routeUrl } from "../../support/public-address.ts";
import { INSTALL_ROUTE, REDIRECT_ROUTE } from "./install-routes.ts";
import { installPage } from "./oauth-pages.ts";

/** How long somebody may take in Slack, in seconds. */
const STATE_SECONDS = 600;

/** The cookie that holds the state, so that it is taken from the browser alone in which the installation began. */
const STATE_COOKIE = "refdesk-slack-install";

/** A state: when it ends in seconds, what tells it from others, and its signature. */
const STATE = /^(\d{1,12})\.([\w-]{24})\.([\w-]{43})$/;

/** The most characters of a query that are read. */
const QUERY = 4_000;

/** What the routes stand on. */
export interface OAuthParts {
  readonly store: Pick<InstallationStore, "save" | "useState">;
  readonly scopes: readonly string[];
  readonly clientOptions: webApi.WebClientOptions;
  /** Gives a token back to Slack, as far as Slack takes it; never rejects. */
  readonly revoke: (token: string) => Promise<unknown>;
  /** Called once an installation is kept. */
  readonly installed: () => void;
  /** The language of the pages where a browser prefers none that they have. */
  readonly locale: Locale;
  readonly log: Log;
  readonly now?: () => Date;
}

/** Creates the states of installations under way: signed, for ten minutes, each used once. */
function createStates(
  { clientSecret, publicUrl }: SlackInstallConfig,
  store: OAuthParts["store"],
  now: () => Date,
): StateStore {
  const signature = (text: string): Buffer =>
    createHmac("sha256", clientSecret).update(`refdesk install ${text}`).digest();
  const none = () => new InvalidStateError("this state is old, was used, or was not made here");
  return {
    async generateStateParam() {
      const until = Math.floor(now().getTime() / 1_000) + STATE_SECONDS;
      const text = `${until}.${randomBytes(18).toString("base64url")}`;
      return `${text}.${signature(text).toString("base64url")}`;
    },
    async verifyStateParam(_, state) {
      const [, until = "", own = "", signed = ""] = STATE.exec(state) ?? [];
      const given = Buffer.from(signed, "base64url");
      const expected = signature(`${until}.${own}`);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw none();
      const ends = new Date(Number(until) * 1_000);
      if (ends < now() || !(await store.useState(own, ends))) throw none();
      // Slack compares the address with the one at which the installation began.
      return { scopes: [], redirectUri: routeUrl(publicUrl, REDIRECT_ROUTE) };
    },
  };
}

/** Returns an installation as it is kept. @throws where Slack granted no bot */
function installationOf(granted: GrantedInstallation, installedAt: Date): Installation {
  const { team, enterprise, bot, isEnterpriseInstall } = granted;
  const named = isEnterpriseInstall ? enterprise : team;
  if (!bot || !named) throw new Error("Slack granted no bot, or did not say where");
  return {
    owner: named.id,
    organization: enterprise?.id ?? "",
    name: named.name ?? named.id,
    scopes: bot.scopes,
    botId: bot.id,
    botUser: bot.userId,
    token: bot.token,
    installedAt,
    ...defined({
      refreshToken: bot.refreshToken,
      endsAt: bot.expiresAt === undefined ? undefined : new Date(bot.expiresAt * 1_000),
    }),
  };
}

/** Collects what a handler of Node's own server writes. */
function collectReply() {
  const headers: Record<string, string> = {};
  const response = {
    setHeader(name: string, value: string): void {
      headers[name.toLowerCase()] = value;
    },
    getHeader: (name: string) => headers[name.toLowerCase()],
    writeHead: () => response,
    end: () => {},
  };
  return { headers, response: response as unknown as ServerResponse };
}

/** Adds to a cookie that no other site's form sends it; it comes along as Slack leads back. */
const laxCookie = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  headers["set-cookie"] === undefined ? {} : { "set-cookie": `${headers["set-cookie"]}; SameSite=Lax` };

/** Says that a workspace may not install the app. */
class NotAllowedError extends Error {
  override readonly name = "NotAllowedError";
  readonly owner: string;
  constructor(owner: string) {
    super(`${owner} is not in SLACK_WORKSPACES`);
    this.owner = owner;
  }
}

/** Why nothing was installed, as the page says it. */
function refusalOf(error: unknown): "cancelled" | "stale" | "failed" {
  if (error instanceof AuthorizationError) return "cancelled";
  const isStale = [InvalidStateError, MissingStateError, MissingCodeError].some(
    (kind) => error instanceof kind,
  );
  return isStale ? "stale" : "failed";
}

/** Adds the two routes. */
export function addOAuthRoutes(
  routes: RouteRegistry,
  config: SlackInstallConfig,
  logger: Logger,
  { store, scopes, clientOptions, revoke, installed, locale, log, now = () => new Date() }: OAuthParts,
): void {
  const { clientId, clientSecret, publicUrl, workspaces } = config;
  const redirectUri = routeUrl(publicUrl, REDIRECT_ROUTE);
  const beginUrl = routeUrl(publicUrl, INSTALL_ROUTE);
  const { slackApiUrl } = clientOptions;
  const silent = { ...logger, warn: () => {}, error: () => {} };
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    clientOptions,
    directInstall: true,
    logger: silent,
    stateStore: createStates(config, store, now),
    stateCookieName: STATE_COOKIE,
    stateCookieExpirationSeconds: STATE_SECONDS,
    ...(slackApiUrl ? { authorizationUrl: new URL("/oauth/v2/authorize", slackApiUrl).href } : {}),
    installationStore: {
      async storeInstallation(granted) {
        const installation = installationOf(granted, now());
        const { owner, organization, token } = installation;
        if (workspaces && ![owner, organization].some((id) => workspaces.includes(id))) {
          await revoke(token);
          throw new NotAllowedError(owner);
        }
        await store.save(installation);
      },
      async fetchInstallation() {
        throw new Error("installations are found elsewhere");
      },
    },
  });
  const asNode = ({ headers, query }: HttpRequest, path: string) =>
    ({ headers: { host: "localhost", ...headers }, url: `${path}?${query}` }) as IncomingMessage;
  const messagesFor = ({ headers }: HttpRequest) =>
    loadMessages(negotiateLocale(headers["accept-language"], locale));

  routes.set(INSTALL_ROUTE, async (request): Promise<HttpReply> => {
    const { headers, response } = collectReply();
    await provider.handleInstallPath(asNode(request, "/slack/install"), response, undefined, {
      scopes: [...scopes],
      redirectUri,
    });
    const { location = "" } = headers;
    return { status: 302, headers: { ...laxCookie(headers), location, "cache-control": "no-store" } };
  });

  routes.set(REDIRECT_ROUTE, async (request): Promise<HttpReply> => {
    const { headers, response } = collectReply();
    const messages = await messagesFor(request);
    let page = installPage({ is: "stale" }, beginUrl, messages);
    const failed = (error: Error): void => {
      if (error instanceof NotAllowedError) {
        log.info(
          { workspace: error.owner },
          "a workspace that is not in SLACK_WORKSPACES tried to install the app",
        );
        page = installPage({ is: "notAllowed", owner: error.owner }, beginUrl, messages);
        return;
      }
      const why = refusalOf(error);
      if (why === "failed")
        log.warn({ reason: errorMessage(error) }, "a workspace could not install the app");
      page = installPage({ is: why }, beginUrl, messages);
    };
    if (request.query.length <= QUERY)
      await provider.handleCallback(asNode(request, "/slack/oauth_redirect"), response, {
        success(granted) {
          const { owner, name, organization } = installationOf(granted, now());
          installed();
          log.info({ workspace: owner }, "the app was installed in a workspace");
          const isWhole = owner === organization;
          page = installPage(
            { is: "installed", name, ...(isWhole ? {} : { team: owner }) },
            beginUrl,
            messages,
          );
        },
        failure: failed,
      });
    const { status, ...reply } = page;
    return {
      status,
      ...reply,
      headers: { ...reply.headers, ...laxCookie(headers), "cache-control": "no-store" },
    };
  });
}

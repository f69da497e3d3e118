/** Stands in for Slack where an app is installed in many workspaces: its OAuth and its Web API, by token. */
import { randomBytes } from "node:crypto";
import type { Json } from "./json.ts";
import { type Asked, listen, type Reply } from "./loopback.ts";
import { parseCall, timestamp } from "./slack-payloads.ts";

/** Where the app may be installed, and how. */
export type Grant = {
  /** The workspace; for an installation in a whole organization, that of the admin. */
  team: string;
  organization?: string;
  name?: string;
  isWhole?: boolean;
  scopes?: readonly string[];
  /** How long its token can be used, in seconds; without it, for ever. */
  endsIn?: number;
};

export type TeamCall = { method: string; team: string; token: string; body: Json };

type Token = { grant: Grant; isRevoked?: boolean };

/** Returns the id of the one admin of a workspace. */
export const adminOf = (team: string): string => `U${team}ADMIN`;

const random = (): string => randomBytes(9).toString("hex");

/** A stand-in of Slack for one app. */
export type SlackOAuth = Awaited<ReturnType<typeof startSlackOAuth>>;

/** Starts the stand-in. */
export async function startSlackOAuth(clientId: string, clientSecret: string) {
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, Token>();
  const refreshTokens = new Map<string, Grant>();
  const calls: TeamCall[] = [];
  let exchanges = 0;
  let failing: string | undefined;

  const ownerOf = ({ team, organization, isWhole }: Grant): string => (isWhole ? organization! : team);

  function issue(grant: Grant): Json {
    const { team, organization, isWhole = false, endsIn } = grant;
    const scopes = grant.scopes ?? [
      "commands",
      "app_mentions:read",
      "im:history",
      "chat:write",
      "files:write",
      "users:read",
    ];
    const token = `${endsIn === undefined ? "xoxb" : "xoxe.xoxb-1"}-${ownerOf(grant)}-${random()}`;
    tokens.set(token, { grant });
    const refresh = `xoxe-1-${random()}`;
    if (endsIn !== undefined) refreshTokens.set(refresh, grant);
    return {
      ...{ ok: true, access_token: token, token_type: "bot", scope: scopes.join(","), app_id: "A0STANDIN01" },
      ...{ bot_user_id: `U${ownerOf(grant)}BOT`, is_enterprise_install: isWhole },
      team: isWhole ? null : { id: team, name: grant.name ?? `Team ${team}` },
      enterprise: organization ? { id: organization, name: `Organization ${organization}` } : null,
      authed_user: { id: "U0INSTALLER" },
      ...(endsIn === undefined ? {} : { expires_in: endsIn, refresh_token: refresh }),
    };
  }

  function access(body: Json, authorization: string | undefined): Json {
    const basic = Buffer.from(authorization?.replace(/^Basic /, "") ?? "", "base64").toString();
    const isApp =
      (body.client_id === clientId && body.client_secret === clientSecret) ||
      basic === `${clientId}:${clientSecret}`;
    if (!isApp) return { ok: false, error: "bad_client_secret" };
    if (body.grant_type === "refresh_token") {
      exchanges += 1;
      const grant = refreshTokens.get(String(body.refresh_token));
      if (!grant) return { ok: false, error: "invalid_refresh_token" };
      refreshTokens.delete(String(body.refresh_token));
      return issue({ ...grant, endsIn: 43_200 });
    }
    const grant = codes.get(String(body.code));
    if (!grant) return { ok: false, error: "invalid_code" };
    codes.delete(String(body.code));
    return issue(grant);
  }

  function call(method: string, token: string, body: Json): Json {
    const known = tokens.get(token);
    if (!known) return { ok: false, error: "invalid_auth" };
    if (known.isRevoked) return { ok: false, error: "token_revoked" };
    const { grant } = known;
    const team = ownerOf(grant);
    calls.push({ method, team, token, body });
    const ts = timestamp();
    switch (method) {
      case "auth.test":
        return {
          ...{
            ok: true,
            url: `https://${team.toLowerCase()}.slack.com/`,
            team: `Team ${team}`,
            team_id: team,
          },
          ...{ user_id: `U${team}BOT`, bot_id: `B${team}` },
        };
      case "users.info": {
        if (grant.scopes && !grant.scopes.includes("users:read"))
          return { ok: false, error: "missing_scope" };
        const is_admin = body.user === adminOf(grant.team);
        return { ok: true, user: { id: body.user, team_id: grant.team, is_admin } };
      }
      case "files.getUploadURLExternal":
        return { ok: true, upload_url: `http://127.0.0.1:${server.port}/upload/1`, file_id: "F1" };
      case "files.completeUploadExternal":
        return { ok: true, files: [{ id: "F1", title: "" }] };
      case "views.open":
      case "views.publish":
      case "views.update":
        return { ok: true, view: { id: "V0STANDIN01" } };
      default:
        return { ok: true, channel: body.channel, ts };
    }
  }

  function answer(asked: Asked): Reply {
    const { path, headers } = asked;
    if (path.startsWith("/upload/")) return { status: 200, body: "OK" };
    if (!path.startsWith("/api/")) return { status: 404, body: {} };
    const method = path.slice("/api/".length);
    const body = parseCall(asked);
    if (failing === method) return { status: 500, body: {} };
    if (method === "oauth.v2.access") return { status: 200, body: access(body, headers.authorization) };
    const token = headers.authorization?.replace(/^Bearer /, "") ?? "";
    return { status: 200, body: call(method, token, body) };
  }

  const server = await listen(answer, () => {});
  return {
    apiUrl: `http://127.0.0.1:${server.port}/api/`,
    calls,
    /** How many tokens were exchanged for new ones. */
    get exchanges() {
      return exchanges;
    },
    /** Lets an installation be made, and returns the code with which Slack leads back. */
    allow(grant: Grant): string {
      const code = random();
      codes.set(code, grant);
      return code;
    },
    /** Revokes the tokens of a workspace or an organization. */
    revoke(owner: string): void {
      for (const token of tokens.values()) if (ownerOf(token.grant) === owner) token.isRevoked = true;
    },
    /** Fails each call of a method from now on; none without one. */
    fail(method?: string): void {
      failing = method;
    },
    close: () => server.close(),
  };
}

/** Posts to an app over HTTP as the platforms do, signed, and receives the app's calls. */
import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { application, registered, snowflake } from "./discord-payloads.ts";
import { isJson, type Json } from "./json.ts";
import { listen } from "./loopback.ts";

export type Posted = { status: number; headers: Record<string, unknown>; body: string };
export type Sending = {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  /** Whether it goes over a connection of its own, and not over one that is kept open, which its other end may close. */
  isAlone?: boolean;
};

const agent = new Agent({ keepAlive: true });

/** Sends one request and returns the whole reply. */
export function send(
  port: number,
  { method = "POST", path = "/", headers = {}, body = "", isAlone = false }: Sending,
) {
  return new Promise<Posted>((resolve, reject) => {
    const length = { "content-length": Buffer.byteLength(body) };
    const asked = request(
      { port, method, path, agent: isAlone ? false : agent, headers: { ...length, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body: Buffer.concat(chunks).toString() });
        });
        response.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

export const seconds = (milliseconds = Date.now()): string => String(Math.floor(milliseconds / 1000));

/** Signs a body. @returns the headers to send it with */
export type Signer = (body: string | Buffer, timestamp?: string) => Record<string, string>;

/** Creates a key pair like Discord's for an application. */
export function discordSigner(): { publicKey: string; signed: Signer } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    publicKey: Buffer.from(x, "base64url").toString("hex"),
    signed: (body, timestamp = seconds()) => {
      const message = Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]);
      return {
        "content-type": "application/json",
        "x-signature-ed25519": sign(null, message, privateKey).toString("hex"),
        "x-signature-timestamp": timestamp,
      };
    },
  };
}

/** Signs as Slack does. The content type is JSON when the body begins with `{` or `[`, else a form's. */
export function slackSigner(secret: string): Signer {
  return (body, timestamp = seconds()) => ({
    "content-type": /^[{[]/.test(String(body)) ? "application/json" : "application/x-www-form-urlencoded",
    "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`,
    "x-slack-request-timestamp": timestamp,
  });
}

/** Encodes the fields of a slash command as Slack posts them. */
export const asForm = (fields: Json): string => String(new URLSearchParams(fields as Record<string, string>));

/** Encodes a press or a shortcut as Slack posts it. */
export const asPayload = (payload: Json): string => asForm({ payload: JSON.stringify(payload) });

export type CallBack = { method: string; path: string; body: Json };

/** Starts what an app over HTTP calls: Discord's REST API for one application, and a Slack response URL. */
export async function startCallBacks(publicKey = "") {
  const applicationId = snowflake();
  const calls: CallBack[] = [];
  let commands: Json[] = [];
  let unknown = 0;
  const server = await listen(
    ({ method, path: whole, body }) => {
      const path = whole.replace(/^\/api\/v\d+/, "");
      if (path === "/applications/@me")
        return { status: 200, body: { ...application(applicationId), verify_key: publicKey } };
      if (path === `/applications/${applicationId}/commands`) {
        if (method === "PUT")
          commands = (JSON.parse(body) as Json[]).map((one) => registered(one, applicationId));
        return { status: 200, body: commands };
      }
      if (!/^\/(webhooks|responses)\//.test(path)) return { status: 401, body: { message: "401", code: 0 } };
      if (unknown > 0) {
        unknown -= 1;
        return { status: 404, body: { message: "Unknown Webhook", code: 10015 } };
      }
      const given: unknown = body === "" ? {} : JSON.parse(body);
      calls.push({ method, path, body: isJson(given) ? given : {} });
      return { status: 200, body: {} };
    },
    () => {},
  );
  return {
    apiUrl: `http://127.0.0.1:${server.port}/api`,
    responseUrl: `http://127.0.0.1:${server.port}/responses/1`,
    applicationId,
    calls,
    /** Replies to the next `times` calls that the message does not exist yet. */
    unknownFor(times: number) {
      unknown = times;
    },
    get registered() {
      return commands;
    },
    close: () => server.close(),
  };
}

/** Stands in for Discord: a REST API and a gateway that check what a client sends. */
import { type Channels, openChannels } from "./discord-channels.ts";
import { checkDiscord, type DiscordKind } from "./discord-checks.ts";
import { openGateway } from "./discord-gateway.ts";
import {
  ASKER,
  application,
  botUser,
  type Component,
  commandData,
  type Interaction,
  type InteractionResponse,
  interaction,
  type Message,
  type MessageBody,
  messageOf,
  type OptionValue,
  type Part,
  pressData,
  registered,
  remember,
  snowflake,
  type Who,
} from "./discord-payloads.ts";
import { createFailures, type Failure } from "./failures.ts";
import type { Json } from "./json.ts";
import { type Asked, listen, type Reply, refusal, type Waiting, waitFor } from "./loopback.ts";
import { partsOf, type Upload } from "./multipart.ts";

export type { Posted } from "./discord-channels.ts";
export { ASKER, type InteractionResponse, type Message, messageOf, type Who } from "./discord-payloads.ts";

export type DiscordOptions = {
  /** Whether to check what the client sends; true by default. */
  checks?: boolean;
  /** How long to wait for the client, in milliseconds; 120,000 by default. */
  timeout?: number;
  /** Settings of the application in the developer portal, such as its key. */
  application?: Json;
};

/** What a client does after its response: edits it, deletes it or posts a follow-up. */
export type Afterwards = {
  kind: "edit" | "followUp" | "delete";
  body: MessageBody;
  /** The files that it uploads. */
  files?: readonly Upload[];
};

/** A local stand-in for Discord's REST API and gateway, for one application with one session. */
export type DiscordStandIn = Pick<Channels, "posts" | "say" | "write" | "forget" | "withOne"> & {
  /** For discord.js: `rest: { api }`. */
  apiUrl: string;
  token: string;
  applicationId: string;
  /** The commands of the last PUT request. */
  readonly registered: Json[];
  readonly puts: number;
  /** Method and path of every request. */
  requests: string[];
  /** The data of every IDENTIFY. */
  identified: Json[];
  /** Number of times a session was resumed. */
  readonly resumes: number;
  /** Every fault found so far, including those that rejected no promise. */
  faults: string[];
  /** Types a command; "refdesk cite" is a subcommand. */
  command(name: string, options?: Options, who?: Who): Promise<InteractionResponse>;
  /** Presses a button, or chooses `values` in a select. */
  press(
    pressed: string | Component,
    message: Message,
    how?: Who & { values?: string[] },
  ): Promise<InteractionResponse>;
  autocomplete(name: string, options: Options, focused: string, who?: Who): Promise<InteractionResponse>;
  /** Fills in the one field of a form, and sends it. */
  submit(form: InteractionResponse, text: string, who?: Who): Promise<InteractionResponse>;
  /** Sends any other interaction of the given type and data; the rest is filled in. */
  interact(part: Part, who?: Who): Promise<InteractionResponse>;
  /** Resolves with the next edit, deletion or follow-up of a response. */
  afterwards(response: InteractionResponse): Promise<Afterwards>;
  /** Sends anything over the gateway: `{ t, d }` as a dispatch, `{ op, d }` unchanged. */
  raw(payload: Json): void;
  /** Fails the next `times` calls: of callbacks, of a webhook's edits, deletions, follow-ups or reads, in channels, or for the gateway's address. */
  fail(what: DiscordCall, times: number, how?: Failure): void;
  /** Closes the sockets with a code, such as 4004 for a token that is no longer valid. */
  closeWith(code: number): void;
  /** How many shards it recommends from now on; 1 at first. */
  recommend(shards: number): void;
  /** Cuts the sockets as a lost network would, so that the client resumes. */
  drop(): void;
  close(): Promise<void>;
};

type Options = Record<string, OptionValue>;

/** A call that can be made to fail. */
export type DiscordCall =
  | ("callback" | "edit" | "delete" | "followUp" | "read")
  | ("post" | "postEdit" | "fetch")
  | "gateway";

type Kept = {
  interaction: Interaction;
  waiting: Waiting<InteractionResponse>;
  /** The response, or its last edit. */
  latest?: object;
  happened: (Afterwards | Error)[];
  next?: Waiting<Afterwards>;
};

/** The callback types that Discord accepts for each interaction type. */
const CALLBACKS: Record<number, number[]> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] };
const WEBHOOK_CALLS: Record<string, DiscordCall> = {
  ...{ PATCH: "edit", DELETE: "delete", POST: "followUp", GET: "read" },
};
const CHANNEL_CALLS: Record<string, DiscordCall> = { POST: "post", PATCH: "postEdit", GET: "fetch" };
/** Number of interactions that can still be answered. */
const KEPT = 1_000;

const notFound: Reply = { status: 404, body: { message: "404: Not Found", code: 0 } };
const unauthorized: Reply = { status: 401, body: { message: "401: Unauthorized", code: 0 } };
const unknownWebhook: Reply = { status: 404, body: { message: "Unknown Webhook", code: 10015 } };

/** Starts the stand-in. Resolves once it accepts connections. */
export async function startDiscord({
  checks = true,
  timeout = 120_000,
  application: set = {},
}: DiscordOptions = {}): Promise<DiscordStandIn> {
  const applicationId = snowflake();
  const part = Buffer.from(applicationId).toString("base64url");
  const token = [part, "Stand1", "in".repeat(19)].join(".");
  const commands = new Map<string, Json[]>();
  const requests: string[] = [];
  const faults: string[] = [];
  const kept = new Map<string, Kept>();
  const byResponse = new WeakMap<object, Kept>();
  const failures = createFailures();
  let shards = 1;
  let puts = 0;
  let registeredAs: Json[] = [];

  const gateway = openGateway(applicationId, token, () => gatewayUrl);
  const server = await listen(answer, gateway.greet);
  const gatewayUrl = `ws://127.0.0.1:${server.port}`;
  const channels = openChannels(applicationId, {
    ...{ timeout, faultsOf, refuse, dispatch: gateway.dispatch },
    intents: () => Number(gateway.identified.at(-1)?.intents ?? 0),
  });
  const globalCommands = `/applications/${applicationId}/commands`;

  function interact(given: Part, who?: Who): Promise<InteractionResponse> {
    if (gateway.identified.length === 0) {
      return Promise.reject(new Error("no client has identified at the gateway"));
    }
    const payload = interaction(applicationId, given, who);
    const { name, custom_id } = given.data;
    const waiting = waitFor<InteractionResponse>(`the answer to ${name ?? custom_id}`, timeout);
    kept.set(payload.token, { interaction: payload, waiting, happened: [] });
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    waiting.promise.catch(() => kept.delete(payload.token));
    gateway.dispatch("INTERACTION_CREATE", payload);
    return waiting.promise;
  }

  async function typed(type: number, name: string, options: Options, who?: Who, focused?: string) {
    const known = [...commands.values()].flat().find((command) => command.name === name.split(" ")[0]);
    if (puts > 0 && !known) throw new Error(`no command ${name} is registered`);
    return interact(
      { type, data: commandData(String(known?.id ?? snowflake()), name, options, focused) },
      who,
    );
  }

  function answer(asked: Asked): Reply {
    const path = asked.path.replace(/^\/api\/v\d+/, "");
    requests.push(`${asked.method} ${path}`);
    const [, root = "", ...rest] = path.split("/");
    if (root === "interactions" && asked.method === "POST") {
      const take = () => answerCallback(rest, asked);
      return failures.next("callback", take) ?? take();
    }
    if (root === "webhooks") {
      const take = () => answerWebhook(rest, asked);
      return failures.next(WEBHOOK_CALLS[asked.method] ?? "", take) ?? take();
    }
    if (path !== "/gateway" && asked.headers.authorization !== `Bot ${token}`) return unauthorized;
    if (root === "channels") {
      const take = () => channels.answer(asked, rest);
      return failures.next(CHANNEL_CALLS[asked.method] ?? "", take) ?? take();
    }
    if (asked.method === "GET") {
      if (path === "/gateway") return { status: 200, body: { url: gatewayUrl } };
      if (path === "/gateway/bot") {
        const limit = { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 };
        const found = { status: 200, body: { url: gatewayUrl, shards, session_start_limit: limit } };
        return failures.next("gateway") ?? found;
      }
      if (path === "/users/@me") return { status: 200, body: botUser(applicationId) };
      if (/^(\/oauth2)?\/applications\/@me$/.test(path))
        return { status: 200, body: { ...application(applicationId), ...set } };
    }
    if (path === "/users/@me/channels" && asked.method === "POST")
      return { status: 200, body: channels.withOne(String((read(asked.body) as Json).recipient_id)) };
    const isList = path === globalCommands || /^\/applications\/\d+\/guilds\/\d+\/commands$/.test(path);
    if (isList && asked.method === "GET") return { status: 200, body: commands.get(path) ?? [] };
    if (isList && asked.method === "PUT") return putCommands(path, asked);
    return notFound;
  }

  function putCommands(path: string, { body }: Asked): Reply {
    const list = read(body);
    const found = faultsOf("commands", list);
    if (found.length > 0 || !Array.isArray(list)) return refuse(found);
    puts += 1;
    commands.set(
      path,
      list.map((command: Json) => registered(command, applicationId)),
    );
    registeredAs = path === globalCommands ? list : registeredAs;
    return { status: 200, body: commands.get(path) };
  }

  function answerCallback([id, secret, end]: string[], asked: Asked): Reply {
    const found = kept.get(secret ?? "");
    if (end !== "callback" || !found || found.interaction.id !== id) {
      return { status: 404, body: { message: "Unknown interaction", code: 10062 } };
    }
    if (found.latest) {
      return { status: 400, body: { message: "Interaction has already been acknowledged.", code: 40060 } };
    }
    const body = read(asked.body) as InteractionResponse;
    const { type } = found.interaction;
    const problems = faultsOf("callback", body);
    if (checks && !CALLBACKS[type]?.includes(body?.type)) {
      problems.push(`type: ${body?.type} is no answer to an interaction of type ${type}`);
    }
    if (problems.length > 0) {
      found.waiting.reject(refusal("this answer", problems, body));
      return refuse(problems);
    }
    const previous = body.type === 6 || body.type === 7 ? found.interaction.message : undefined;
    remember(body, found.interaction, body.data ?? {}, previous);
    found.latest = body;
    byResponse.set(body, found);
    found.waiting.resolve(body);
    if (asked.query.get("with_response") !== "true") return { status: 204 };
    return {
      status: 200,
      body: { interaction: { id, type }, resource: { type: body.type, message: messageOf(body) } },
    };
  }

  function answerWebhook([app, secret, ...end]: string[], asked: Asked): Reply {
    const found = kept.get(secret ?? "");
    if (app !== applicationId || !found?.latest) return unknownWebhook;
    const { latest, interaction: from } = found;
    const original = end.join("/") === "messages/@original";
    if (original && asked.method === "GET") return { status: 200, body: messageOf(latest) };
    if (original && asked.method === "DELETE") {
      happen(found, { kind: "delete", body: {} });
      return { status: 204 };
    }
    const kind = original && asked.method === "PATCH" ? "edit" : "followUp";
    if (kind === "followUp" && (end.length > 0 || asked.method !== "POST")) return notFound;
    const parts = partsOf(asked.headers, asked.raw);
    const body = read(parts?.fields.payload_json ?? asked.body) as MessageBody;
    const problems = faultsOf(kind, body);
    if (problems.length > 0) {
      happen(found, refusal(`this ${kind}`, problems, body));
      return refuse(problems);
    }
    remember(body, from, body, kind === "edit" ? messageOf(latest) : undefined);
    if (kind === "edit") found.latest = body;
    happen(found, { kind, body, ...(parts ? { files: parts.files } : {}) });
    return { status: 200, body: messageOf(body) };
  }

  function happen(found: Kept, what: Afterwards | Error): void {
    if (!found.next) found.happened.push(what);
    else if (what instanceof Error) found.next.reject(what);
    else found.next.resolve(what);
    delete found.next;
  }

  function faultsOf(kind: DiscordKind, body: unknown): string[] {
    return checks ? checkDiscord(kind, body) : [];
  }

  function refuse(found: string[]): Reply {
    faults.push(...found);
    const errors = { _errors: found.map((message) => ({ code: "INVALID", message })) };
    return { status: 400, body: { message: "Invalid Form Body", code: 50035, errors } };
  }

  return {
    ...channels,
    apiUrl: `http://127.0.0.1:${server.port}/api`,
    token,
    applicationId,
    requests,
    identified: gateway.identified,
    faults,
    get registered() {
      return registeredAs;
    },
    get puts() {
      return puts;
    },
    get resumes() {
      return gateway.resumes;
    },
    command: (name, options = {}, who) => typed(2, name, options, who),
    autocomplete: (name, options, focused, who) => typed(4, name, options, who, focused),
    async press(pressed, message, { values, ...who } = {}) {
      const userId = message.interaction_metadata?.user.id ?? ASKER;
      const data = pressData(pressed, message, values);
      return interact({ type: 3, data, message }, { userId, ...who });
    },
    interact,
    submit(form, text, who) {
      const { custom_id, components } = form.data!;
      const [label] = components as unknown as { type: number; component: Component }[];
      const { type, custom_id: field } = label!.component;
      const component = { type, id: 2, custom_id: field, value: text };
      return interact(
        { type: 5, data: { custom_id, components: [{ type: label!.type, id: 1, component }] } },
        who,
      );
    },
    async afterwards(response) {
      const found = byResponse.get(response);
      if (!found) throw new Error("afterwards: not an answer that came from this stand-in");
      const happened = found.happened.shift();
      if (happened instanceof Error) throw happened;
      if (happened) return happened;
      found.next ??= waitFor<Afterwards>("an edit, deletion or follow-up", timeout);
      return found.next.promise;
    },
    raw({ op, t, d }) {
      if (op === undefined || op === 0) gateway.dispatch(String(t), d);
      else gateway.send(op, d);
    },
    fail: failures.fail,
    closeWith(code) {
      for (const socket of server.sockets) socket.close(code);
    },
    recommend(count) {
      shards = count;
    },
    drop() {
      for (const socket of server.sockets) socket.terminate();
    },
    async close() {
      const closed = new Error("the stand-in was closed");
      for (const { waiting, next } of kept.values()) {
        waiting.reject(closed);
        next?.reject(closed);
      }
      await server.close();
    },
  };
}

function read(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

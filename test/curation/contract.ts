/** Drives the desk's own alike on both platforms' stand-ins: types, presses, fills in forms, and says what came. */
import { commands } from "../../commands/index.ts";
import { type Curation, type CurationParts, createCuration } from "../../src/curation/curation.ts";
import type { DirectMessages } from "../../src/curation/direct-messages.ts";
import type { DeliveryPolicy } from "../../src/delivery/policy.ts";
import { type BotFactory, createBotFactory } from "../../src/desk/bot.ts";
import { discordGateway } from "../../src/platforms/discord/gateway.ts";
import { slackAdapter } from "../../src/platforms/slack/adapter.ts";
import { defined } from "../../src/support/defined.ts";
import { keptLog, library } from "../desks.ts";
import { type InteractionResponse, type Message, messageOf, startDiscord } from "../stand-ins/discord.ts";
import { type Json, walk } from "../stand-ins/json.ts";
import { type SlackMessage, startSlack } from "../stand-ins/slack.ts";
import { triggerId } from "../stand-ins/slack-payloads.ts";
import { messageShortcut } from "../stand-ins/slack-surfaces.ts";

/** Who acts. */
export type Actor = "ann" | "bob";

/** A form as it is drawn: the values in its fields, and the options of those that are a choice. */
export interface ShownForm {
  /** Of a field of people, their ids joined by commas. */
  readonly values: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly raw: unknown;
}

/** What came of an act: a message for whoever acted, a form, or what is wrong with one. */
export interface Shown {
  /** Everything that can be read, with the labels of controls. */
  readonly text: string;
  readonly isPrivate: boolean;
  readonly replaces: boolean;
  readonly form?: ShownForm;
  readonly message?: unknown;
}

/** The bot with a curation, running on a stand-in. */
export interface CurationDesk {
  /** Types `/refdesk` and a word. */
  type(word: string, by?: Actor): Promise<Shown>;
  ask(command: string, text: string, by?: Actor): Promise<Shown>;
  press(on: Shown, label: string, by?: Actor): Promise<Shown>;
  /** Uses “Suggest a record” on a message with a text. */
  suggestOn(text: string, by?: Actor): Promise<Shown>;
  /** Sends a form with these values, and with what stands in its other fields. */
  fill(on: Shown, values: Readonly<Record<string, string>>, by?: Actor): Promise<Shown>;
  /** Makes somebody an admin of the workspace or server, or nobody's any more. */
  appoint(actor: Actor, isAdmin: boolean): void;
  /** Returns what the bot has written to somebody directly. */
  written(to: Actor): readonly string[];
  /** Ends the bot, and starts another over the same platform. */
  restart(parts: DeskParts): Promise<void>;
  end(): Promise<readonly string[]>;
}

/** What a desk is started with: a reviewing desk over the shelf of the tests, or a whole curation with its bots. */
export type DeskParts =
  | (Pick<CurationParts, "desk" | "reviewers"> & Partial<CurationParts>)
  | {
      readonly curation: Curation;
      readonly botFor: BotFactory;
      readonly directMessages?: DirectMessages;
    };

const IDS = {
  discord: { ann: "1100000000000000201", bob: "1100000000000000202" },
  slack: { ann: "U0ANN000001", bob: "U0BOB000001" },
} as const;

/** Returns the curation that a desk is started with, and its bots. */
function running(
  parts: DeskParts,
  log: ReturnType<typeof keptLog>,
): Extract<DeskParts, { botFor: BotFactory }> {
  if ("curation" in parts) return parts;
  const holder = { current: () => ({ library, version: "abc1234" }) };
  const curation = createCuration({ ...{ holder, refresh: async () => {}, log }, ...parts });
  return { curation, botFor: createBotFactory(library, commands, log) };
}

/** How a desk is started: the roles that everybody has on Discord, and how long a reply may take before it is promised. */
export interface DeskOptions {
  readonly roles?: readonly string[];
  /** Whether everybody writes to the bot directly, on Discord. */
  readonly direct?: boolean;
  /** What one person may ask and send. */
  readonly limits?: Pick<DeliveryPolicy, "askLimit" | "sendLimit">;
  readonly replyTimeoutMs?: number;
}

/** Discord's bit of who may manage a server. */
const MANAGE_GUILD = "32";

/** Discord's component in which people and roles are chosen. */
const MENTIONABLE = 7;

/** Long enough for a busy machine. */
const IN_TIME = 60_000;

async function startDiscordDesk(
  parts: DeskParts,
  { roles = [], direct = false, limits = {}, replyTimeoutMs = IN_TIME }: DeskOptions = {},
): Promise<CurationDesk> {
  const stand = await startDiscord();
  const log = keptLog();
  const begin = (own: DeskParts) => {
    const { curation, botFor, directMessages } = running(own, log);
    const policy = {
      defaultAudience: "room",
      replyTimeoutMs,
      curation,
      ...limits,
      ...defined({ directMessages }),
    } as const;
    return discordGateway(stand, policy, log)(botFor);
  };
  let stop = await begin(parts);
  const admins = new Set<Actor>();
  const who = (by: Actor) => ({
    ...{ userId: IDS.discord[by], username: by, roles: [...roles] },
    ...(admins.has(by) ? { permissions: MANAGE_GUILD } : {}),
    ...(direct ? { guildId: null } : {}),
  });
  let origin: Message | undefined;

  async function shown(response: InteractionResponse): Promise<Shown> {
    const { type, data } = response;
    if (type === 5 || type === 6) {
      const { body } = await stand.afterwards(response);
      const text = JSON.stringify(body).replace(/\\\\/g, "");
      return { text, isPrivate: true, replaces: type === 6, message: { ...messageOf(body), flags: 64 } };
    }
    const text = JSON.stringify(data ?? {}).replace(/\\\\/g, "");
    if (type !== 9) {
      const isPrivate = (Number(data?.flags ?? 0) & 64) !== 0;
      return { text, isPrivate, replaces: type === 7, message: messageOf(response) };
    }
    const fields = (data!.components as unknown as { component: Json }[]).map(({ component }) => component);
    const chosen = (field: Json) => (field.options as Json[] | undefined)?.find((one) => one.default)?.value;
    const people = (field: Json) =>
      (field.default_values as Json[] | undefined)
        ?.map(({ id, type }) => (type === "role" ? `role:${id}` : id))
        .join(",");
    const form = {
      values: Object.fromEntries(
        fields.map((field) => [
          String(field.custom_id),
          String(field.value ?? chosen(field) ?? people(field) ?? ""),
        ]),
      ),
      options: Object.fromEntries(
        fields.flatMap((field) =>
          field.options
            ? [[String(field.custom_id), (field.options as Json[]).map(({ value }) => String(value))]]
            : [],
        ),
      ),
      raw: { response, origin },
    };
    return { text, isPrivate: true, replaces: false, form };
  }
  return {
    type: async (word, by = "ann") => shown(await stand.command(`refdesk ${word}`, {}, who(by))),
    async ask(command, text, by = "ann") {
      const [option] = commands.find(({ name }) => name === command)!.options;
      return shown(await stand.command(command, { [option!.name]: text }, who(by)));
    },
    async press(on, label, by = "ann") {
      const message = on.message as Message;
      origin = message;
      for (const [part] of walk(message.components)) {
        if (part.type === 2 && part.label === label)
          return shown(await stand.press(String(part.custom_id), message, who(by)));
        const option = ((part.options ?? []) as Json[]).find((one) => one.label === label);
        if (option)
          return shown(
            await stand.press(String(part.custom_id), message, {
              ...who(by),
              values: [String(option.value)],
            }),
          );
      }
      throw new Error(`nothing is called “${label}” in ${on.text}`);
    },
    async suggestOn(text, by = "ann") {
      origin = undefined;
      const target = "1100000000000000900";
      const messages = { [target]: { id: target, content: text } };
      const data = { id: "1", name: "Suggest a record", type: 3, target_id: target, resolved: { messages } };
      return shown(await stand.interact({ type: 2, data }, who(by)));
    },
    async fill({ form }, values, by = "ann") {
      const { response, origin: from } = form!.raw as { response: InteractionResponse; origin?: Message };
      const { custom_id, components } = response.data!;
      const chosenRoles: Json = {};
      const filled = (components as unknown as { type: number; component: Json }[]).map((label, index) => {
        const { type, custom_id: name } = label.component;
        const value = values[String(name)] ?? form!.values[String(name)] ?? "";
        const several = value.split(",").filter((one) => one !== "");
        const ids = several.map((one) => one.replace("role:", ""));
        for (const one of several) if (one.startsWith("role:")) chosenRoles[one.slice(5)] = {};
        const content =
          type === MENTIONABLE
            ? { values: ids }
            : type === 3
              ? { values: value === "" ? [] : [value] }
              : { value };
        return { type: label.type, id: index, component: { type, id: index, custom_id: name, ...content } };
      });
      const data = { custom_id, components: filled, resolved: { roles: chosenRoles } };
      const part = { type: 5, data, ...(from ? { message: from } : {}) };
      return shown(await stand.interact(part, who(by)));
    },
    appoint: (actor, isAdmin) => void (isAdmin ? admins.add(actor) : admins.delete(actor)),
    written: (to) =>
      stand.posts.flatMap(({ message, body }) =>
        message.channel_id === stand.withOne(IDS.discord[to]).id ? (body.content ?? []) : [],
      ),
    async restart(own) {
      await stop();
      stop = await begin(own);
    },
    async end() {
      await stop();
      await stand.close();
      return stand.faults;
    },
  };
}

async function startSlackDesk(
  parts: DeskParts,
  { limits = {}, replyTimeoutMs = IN_TIME }: DeskOptions = {},
): Promise<CurationDesk> {
  const stand = await startSlack();
  const log = keptLog();
  const begin = async (own: DeskParts) => {
    const { curation, botFor, directMessages } = running(own, log);
    const stopped = await slackAdapter(
      stand,
      {
        ...{ defaultAudience: "room", commandPrefix: "" },
        ...{ ...limits, replyTimeoutMs, curation, ...defined({ directMessages }) },
      },
      log,
    )(botFor);
    await stand.connected();
    return stopped;
  };
  let stop = await begin(parts);
  const who = (by: Actor) => ({ userId: IDS.slack[by], userName: by });

  const shown = (message: SlackMessage): Shown => ({
    ...{ text: JSON.stringify(message), isPrivate: message.response_type !== "in_channel" },
    ...{ replaces: message.replace_original === true, message },
  });

  function shownView(view: Json): Shown {
    const fields = (view.blocks as Json[]).filter(({ type }) => type === "input");
    const element = (field: Json) => field.element as Json;
    const initial = (field: Json) =>
      String(
        element(field).initial_value ??
          (element(field).initial_option as Json | undefined)?.value ??
          (element(field).initial_users as string[] | undefined)?.join(",") ??
          "",
      );
    const form = {
      values: Object.fromEntries(fields.map((field) => [String(field.block_id), initial(field)])),
      options: Object.fromEntries(
        fields.flatMap((field) => {
          const { options } = element(field);
          return options
            ? [[String(field.block_id), (options as Json[]).map(({ value }) => String(value))]]
            : [];
        }),
      ),
      raw: view,
    };
    return { text: JSON.stringify(view), isPrivate: true, replaces: false, form };
  }

  /** Waits for what comes of an act: a view that is opened, or a post to its response URL. */
  async function whatCame(act: Promise<unknown>, post: Promise<{ body: SlackMessage }>): Promise<Shown> {
    const before = stand.calls.length;
    post.catch(() => {});
    await act;
    const view = async (): Promise<Shown> => {
      for (;;) {
        const call = stand.calls.slice(before).find(({ method }) => method === "views.open");
        if (call) return shownView(call.body.view as Json);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    return Promise.race([post.then(({ body }) => shown(body)), view()]);
  }

  return {
    async type(word, by = "ann") {
      const post = stand.nextPost();
      post.catch(() => {});
      const ack = await stand.command("/refdesk", word, who(by));
      // Where Slack is asked something first, the ack is empty, and the reply follows.
      const isWhole = replyTimeoutMs === IN_TIME && Object.keys(ack ?? {}).length > 0;
      return shown(isWhole ? ack : (await post).body);
    },
    ask: async (command, text, by = "ann") =>
      shown(await stand.command("/refdesk", `${command} ${text}`, who(by))),
    async press(on, label, by = "ann") {
      const message = on.message as SlackMessage;
      const named = ({ text }: Json) => (text as Json | undefined)?.text === label;
      for (const [part] of walk(message.blocks)) {
        const option = ((part.options ?? []) as Json[]).find(named);
        const isIt = part.type === "button" && named(part);
        if (!isIt && !option) continue;
        const action = {
          action_id: String(part.action_id),
          ...(option ? { selected_option: { value: String(option.value) } } : {}),
        };
        const post = stand.nextPost();
        const pressed = stand.press(action, message, who(by));
        pressed.catch(() => {});
        return whatCame(Promise.resolve(), post);
      }
      throw new Error(`nothing is called “${label}” in ${on.text}`);
    },
    suggestOn: (text, by = "ann") =>
      whatCame(
        stand.raw(messageShortcut("suggest_record", text, stand.responseUrl(), who(by))),
        stand.nextPost(),
      ),
    async fill({ form }, values, by = "ann") {
      const view = form!.raw as Json;
      const state = Object.fromEntries(
        (view.blocks as Json[]).flatMap((block) => {
          if (block.type !== "input") return [];
          const { type, action_id } = block.element as Json;
          const value = values[String(block.block_id)] ?? form!.values[String(block.block_id)] ?? "";
          const content =
            type === "plain_text_input"
              ? { value: value === "" ? null : value }
              : type === "multi_users_select"
                ? { selected_users: value.split(",").filter((one) => one !== "") }
                : { selected_option: value === "" ? null : { value } };
          return [[block.block_id, { [String(action_id)]: { type, ...content } }]];
        }),
      );
      const post = stand.nextPost();
      post.catch(() => {});
      const ack = await stand.raw({
        type: "interactive",
        payload: {
          ...{ type: "view_submission", trigger_id: triggerId(), response_urls: [] },
          ...{ user: { id: IDS.slack[by], username: by, name: by, team_id: "T0STANDIN01" } },
          ...{
            team: { id: "T0STANDIN01", domain: "reading-room" },
            token: "not-used",
            api_app_id: "A0STANDIN01",
          },
          ...{ enterprise: null, is_enterprise_install: false },
          view: { ...view, id: "V0STANDIN01", team_id: "T0STANDIN01", hash: "1.a", state: { values: state } },
        },
      });
      if (ack.response_action === "errors")
        return { text: JSON.stringify(ack.errors), isPrivate: true, replaces: false };
      if (ack.response_action === "update" && replyTimeoutMs === IN_TIME) return shownView(ack.view as Json);
      return shown((await post).body);
    },
    appoint: (actor, isAdmin) =>
      void (isAdmin ? stand.admins.add(IDS.slack[actor]) : stand.admins.delete(IDS.slack[actor])),
    written: (to) =>
      stand.seen.flatMap(({ channel, text }) => (channel === IDS.slack[to] ? String(text) : [])),
    async restart(own) {
      await stop();
      stop = await begin(own);
    },
    async end() {
      await stop();
      await stand.close();
      return stand.faults;
    },
  };
}

/** Both platforms, for the suite that holds for both. */
export const curationDesks = [
  { platform: "Discord", id: (actor: Actor) => `discord:${IDS.discord[actor]}`, start: startDiscordDesk },
  { platform: "Slack", id: (actor: Actor) => `slack:${IDS.slack[actor]}`, start: startSlackDesk },
];

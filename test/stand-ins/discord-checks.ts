/** Checks payloads for Discord against its OpenAPI document and its documented limits. */
import {
  ApplicationCommandAutocompleteCallbackRequestSchema as Autocomplete,
  MessageCreateRequestSchema as ChannelMessage,
  ApplicationCommandUpdateRequestSchema as Command,
  CreateMessageInteractionCallbackRequestSchema as CreateMessage,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema as Edit,
  IncomingWebhookInteractionRequestSchema as FollowUp,
  ModalInteractionCallbackRequestSchema as Modal,
  UpdateMessageInteractionCallbackRequestSchema as UpdateMessage,
} from "discord-api-spec/zod";
import type { ZodMiniType } from "zod/mini";
import { isJson, type Json, length, objects, walk } from "./json.ts";

/** Discord's limits: https://docs.discord.com/developers/components/reference and .../application-commands */
export const DISCORD_LIMITS = {
  components: 40,
  text: 4_000,
  embedsText: 6_000,
  topLevelRows: 5,
  rowButtons: 5,
  customId: 100,
  label: 80,
  url: 512,
  selectOptions: 25,
  selectText: 100,
  choices: 25,
  choiceText: 100,
  commandText: 8_000,
  commandsOfType: { 1: 100, 2: 15, 3: 15 } as Record<number, number>,
} as const;

export const COMPONENTS_V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const LINK = 5;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const [ROW, BUTTON, SELECT, TEXT_DISPLAY] = [1, 2, 3, 10];
/** Types of select menu; each menu needs a row of its own. */
const SELECTS = [SELECT, 5, 6, 7, 8];

export type DiscordKind = "callback" | "edit" | "followUp" | "message" | "commands";

/**
 * Returns the faults of a request to Discord, one readable line each; none if Discord would accept it.
 * `callback` is the response to an interaction, `edit` and `followUp` are webhook messages, `message` is posted to a
 * channel, and `commands` is the whole list of a registration.
 */
export function checkDiscord(kind: DiscordKind, body: unknown): string[] {
  if (kind === "commands") return checkCommands(body);
  if (!isJson(body)) return [`${kind}: not an object`];
  if (kind === "edit") return [...checkShape(Edit, body), ...checkMessage(body)];
  if (kind === "followUp") return [...checkShape(FollowUp, body), ...checkMessage(body)];
  if (kind === "message") return [...checkShape(ChannelMessage, body), ...checkPost(body)];
  return checkCallback(body);
}

function checkCallback(body: Json): string[] {
  const data = isJson(body.data) ? body.data : {};
  switch (body.type) {
    case 1:
      return [];
    case 4:
      return [...checkShape(CreateMessage, body), ...checkMessage(data)];
    case 5:
    case 6:
      return [...checkShape(body.type === 5 ? CreateMessage : UpdateMessage, body), ...checkDeferral(data)];
    case 7:
      return [...checkShape(UpdateMessage, body), ...checkMessage(data)];
    case 8:
      return [...checkShape(Autocomplete, body), ...checkChoices(data.choices, "data.choices")];
    case 9:
      return checkShape(Modal, body);
    default:
      return [`type: ${JSON.stringify(body.type)} is no callback type`];
  }
}

function checkPost(body: Json): string[] {
  const faults = checkMessage(body);
  if (((body.flags as number) ?? 0) & EPHEMERAL) faults.push("flags: only responses are ephemeral");
  const mentions = body.allowed_mentions;
  if (isJson(mentions) && mentions.replied_user !== false)
    faults.push("allowed_mentions.replied_user: pings whoever is replied to");
  return faults;
}

function checkDeferral(data: Json): string[] {
  const faults = Object.keys(data)
    .filter((key) => key !== "flags")
    .map((key) => `data.${key}: has no effect on a deferred reply`);
  if (((data.flags as number) ?? 0) & ~EPHEMERAL) faults.push("data.flags: a deferral takes EPHEMERAL only");
  return faults;
}

function checkMessage(message: Json): string[] {
  const faults: string[] = [];
  const components = [...walk(message.components, "components")].filter(([item]) => "type" in item);
  const flags = typeof message.flags === "number" ? message.flags : 0;
  const says = (key: string) => length(message[key]) > 0 || objects(message[key]).length > 0;

  if (!["content", "embeds", "components", "poll"].some(says)) faults.push("message: empty");
  if (flags & COMPONENTS_V2) {
    for (const key of ["content", "embeds", "poll"]) {
      if (says(key)) faults.push(`${key}: not together with the Components V2 flag`);
    }
  } else {
    const rows = objects(message.components);
    if (rows.some((row) => row.type !== ROW)) faults.push("flags: these components need Components V2");
    if (rows.length > DISCORD_LIMITS.topLevelRows) faults.push(`components: ${rows.length} rows`);
  }
  const mentions = message.allowed_mentions;
  if (!isJson(mentions) || !Array.isArray(mentions.parse)) faults.push("allowed_mentions.parse: missing");
  else if (["parse", "users", "roles"].some((key) => (mentions[key] as unknown[] | undefined)?.length)) {
    faults.push("allowed_mentions: lets someone be mentioned");
  }

  const { length: count } = components;
  if (count > DISCORD_LIMITS.components) faults.push(`components: ${count} of ${DISCORD_LIMITS.components}`);
  const text = sum(components, ([item]) => (item.type === TEXT_DISPLAY ? length(item.content) : 0));
  if (text > DISCORD_LIMITS.text)
    faults.push(`components: ${text} of ${DISCORD_LIMITS.text} characters of text`);
  const embeds = sum(objects(message.embeds), lengthOfEmbed);
  if (embeds > DISCORD_LIMITS.embedsText) faults.push(`embeds: ${embeds} characters of text`);

  const seen = new Set<unknown>();
  for (const [item, path] of components) {
    faults.push(...checkComponent(item).map((fault) => `${path}: ${fault}`));
    if (item.custom_id === undefined) continue;
    if (seen.has(item.custom_id)) faults.push(`${path}: custom_id ${item.custom_id} is not unique`);
    seen.add(item.custom_id);
  }
  return faults;
}

function checkComponent(item: Json): string[] {
  const faults: string[] = [];
  const { type, custom_id } = item;
  const tooLong = (what: string, value: unknown, most: number) => {
    if (length(value) > most) faults.push(`${what} has ${length(value)} of ${most} characters`);
  };
  tooLong("custom_id", custom_id, DISCORD_LIMITS.customId);
  if (type === ROW) {
    const children = objects(item.components);
    const selects = children.filter((child) => SELECTS.includes(child.type as number)).length;
    if (selects > 0 && children.length > 1) faults.push("a select needs a row of its own");
    if (children.length > DISCORD_LIMITS.rowButtons) faults.push(`${children.length} buttons in a row`);
  }
  if (type === BUTTON) {
    tooLong("label", item.label, DISCORD_LIMITS.label);
    tooLong("url", item.url, DISCORD_LIMITS.url);
    if (!length(item.label) && !isJson(item.emoji)) faults.push("a button with neither label nor emoji");
    if (item.style === LINK && (!length(item.url) || custom_id !== undefined)) {
      faults.push("a link button has a url and no custom_id");
    }
    if (item.style !== LINK && (!length(custom_id) || item.url !== undefined)) {
      faults.push("a button has a custom_id and no url");
    }
    if (length(item.url) && !/^(https?|discord):/.test(String(item.url))) faults.push(`url ${item.url}`);
  }
  if (type === SELECT) {
    const options = objects(item.options);
    if (options.length > DISCORD_LIMITS.selectOptions) faults.push(`${options.length} options`);
    for (const option of options) {
      for (const key of ["label", "value", "description"]) {
        tooLong(`option ${key}`, option[key], DISCORD_LIMITS.selectText);
      }
    }
    const values = options.map((option) => option.value);
    if (new Set(values).size < values.length) faults.push("option values are not unique");
  }
  return faults;
}

function checkChoices(choices: unknown, path: string): string[] {
  if (!Array.isArray(choices)) return [`${path}: missing`];
  const faults: string[] = [];
  const { choices: most, choiceText } = DISCORD_LIMITS;
  if (choices.length > most) faults.push(`${path}: ${choices.length} of ${most}`);
  for (const [index, choice] of objects(choices).entries()) {
    for (const key of ["name", "value"]) {
      const size = typeof choice[key] === "number" ? 1 : length(choice[key]);
      if (size < 1 || size > choiceText) faults.push(`${path}[${index}].${key}: ${size} characters`);
    }
  }
  return faults;
}

function checkCommands(body: unknown): string[] {
  if (!Array.isArray(body)) return ["commands: not a list"];
  const faults: string[] = [];
  const names = new Set<string>();
  const counts: Record<number, number> = {};
  for (const [index, command] of body.entries()) {
    const at = `[${index}]`;
    if (!isJson(command)) {
      faults.push(`${at}: not an object`);
      continue;
    }
    // Discord accepts `nsfw`; the package's schema for lists lacks it.
    const { nsfw, ...known } = command;
    faults.push(...[...checkShape(Command, known), ...checkCommand(command)].map((it) => `${at}.${it}`));
    const type = (command.type as number | undefined) ?? 1;
    const key = `${type}/${command.name}`;
    if (names.has(key)) faults.push(`${at}.name: ${command.name} is not unique`);
    names.add(key);
    counts[type] = (counts[type] ?? 0) + 1;
  }
  for (const [type, count] of Object.entries(counts)) {
    const most = DISCORD_LIMITS.commandsOfType[Number(type)] ?? 1;
    if (count > most) faults.push(`commands: ${count} of type ${type}, at most ${most}`);
  }
  return faults;
}

function checkCommand(command: Json): string[] {
  const faults: string[] = [];
  if ((command.type ?? 1) === 1) {
    if (!length(command.description)) faults.push("description: missing");
    for (const [item, path] of walk(command)) {
      const named = path === "" || /options\[\d+\]$/.test(path);
      if (named && !isName(item.name)) faults.push(`${join(path, "name")}: ${item.name} is no command name`);
    }
  } else if (length(command.description)) faults.push("description: only slash commands have one");
  let text = 0;
  for (const [item, path] of walk(command)) {
    text += length(item.name) + length(item.description) + length(item.value);
    const options = objects(item.options);
    const late = options.find(
      (option, index) => option.required && !options[index - 1]?.required && index > 0,
    );
    if (late) faults.push(`${join(path, "options")}: ${late.name} is required after an optional one`);
    const optionNames = options.map((option) => option.name);
    if (new Set(optionNames).size < optionNames.length) faults.push(`${join(path, "options")}: a name twice`);
    if (item.choices !== undefined) {
      faults.push(...checkChoices(item.choices, `${path}.choices`));
      if (item.autocomplete) faults.push(`${path}: choices and autocomplete exclude each other`);
    }
  }
  if (text > DISCORD_LIMITS.commandText)
    faults.push(`command: ${text} of ${DISCORD_LIMITS.commandText} characters`);
  return faults;
}

function isName(name: unknown): boolean {
  return typeof name === "string" && NAME.test(name) && name === name.toLowerCase();
}

function lengthOfEmbed(embed: Json): number {
  const { title, description, footer, author, fields } = embed as Record<string, Json | undefined>;
  const inFields = sum(objects(fields), (field) => length(field.name) + length(field.value));
  return length(title) + length(description) + length(footer?.text) + length(author?.name) + inFields;
}

const join = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);

function sum<T>(items: Iterable<T>, measure: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += measure(item);
  return total;
}

type Issue = {
  code: string;
  path: PropertyKey[];
  expected?: unknown;
  values?: unknown[];
  maximum?: number;
  minimum?: number;
  errors?: Issue[][];
};

/** Checks a body against Discord's OpenAPI document, and reports unknown fields. */
function checkShape(schema: ZodMiniType, body: unknown): string[] {
  const { success, data, error } = schema.safeParse(body);
  if (success) return [...unknownFields(body, data, "")];
  return (error.issues as Issue[]).flatMap((issue) => explain(issue, ""));
}

/** Describes an issue; for a union, the issues of the branch with the matching `type`. */
function explain(issue: Issue, prefix: string): string[] {
  const path = issue.path.map(String).reduce(join, prefix);
  if (issue.code !== "invalid_union" || !issue.errors) {
    const allowed = issue.maximum ?? issue.minimum ?? issue.expected ?? issue.values?.join(", ");
    return [`${path}: ${issue.code.replace("_", " ")}${allowed === undefined ? "" : ` (${allowed})`}`];
  }
  const meant = issue.errors.find((branch) => !branch.some(({ path: [first] }) => first === "type"));
  return meant
    ? meant.flatMap((inner) => explain(inner, path))
    : [`${path}: of no type that is allowed here`];
}

/** Yields the unknown fields of a body: those that the schemas dropped in parsing. */
function* unknownFields(sent: unknown, kept: unknown, path: string): Generator<string> {
  if (typeof sent !== "object" || sent === null || typeof kept !== "object" || kept === null) return;
  for (const [key, value] of Object.entries(sent)) {
    const at = join(path, key);
    if (key in kept) yield* unknownFields(value, (kept as Json)[key], at);
    else if (value !== undefined) yield `${at}: unknown field`;
  }
}

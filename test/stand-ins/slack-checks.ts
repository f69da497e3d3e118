/** Checks payloads for Slack against the types of @slack/types and its documented limits. */
import { createRequire } from "node:module";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import schema from "./block-kit.schema.json" with { type: "json" };
import { isJson, type Json, length, objects, walk } from "./json.ts";

/** The most characters that Slack allows, by type and field: https://docs.slack.dev/reference/block-kit */
export const SLACK_TEXT_LIMITS: Record<string, Record<string, number>> = {
  button: { text: 75, value: 2_000, url: 3_000, accessibility_label: 75 },
  card: { title: 150, subtitle: 150, body: 200 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  container: { title: 150, subtitle: 150 },
  header: { text: 150 },
  image: { alt_text: 2_000, title: 2_000, image_url: 3_000 },
  input: { label: 2_000, hint: 2_000 },
  markdown: { text: 12_000 },
  modal: { title: 24, submit: 24, close: 24, private_metadata: 3_000, callback_id: 255 },
  home: { private_metadata: 3_000, callback_id: 255 },
  mrkdwn: { text: 3_000 },
  option: { text: 75, value: 75, description: 75, url: 3_000 },
  option_group: { label: 75 },
  plain_text: { text: 3_000 },
  section: { text: 3_000 },
};

/** The most items of a list, by type and field. */
export const SLACK_LIST_LIMITS: Record<string, Record<string, number>> = {
  actions: { elements: 25 },
  carousel: { elements: 10 },
  checkboxes: { options: 10 },
  container: { child_blocks: 10 },
  context: { elements: 10 },
  context_actions: { elements: 5 },
  external_select: { options: 100, option_groups: 100 },
  message: { blocks: 50 },
  modal: { blocks: 100 },
  home: { blocks: 100 },
  multi_static_select: { options: 100, option_groups: 100 },
  option_group: { options: 100 },
  overflow: { options: 5 },
  radio_buttons: { options: 10 },
  section: { fields: 10 },
  static_select: { options: 100, option_groups: 100 },
  table: { rows: 100 },
};

export const SLACK_LIMITS = {
  ...{ id: 255, placeholder: 150, field: 2_000, tableColumns: 20, message: 13_000, dataTable: 10_000 },
};

/** The most blocks of a type in a message. */
export const SLACK_BLOCK_LIMITS: Record<string, number> = { table: 1, data_table: 1, data_visualization: 2 };

/** Blocks that a workspace may lack, in a message only: what an ack holds of them is refused to the user. */
const NEW_BLOCKS = ["data_table", "data_visualization"];

/** Tells whether a block is one that a workspace may lack. */
export const isNewBlock = (block: unknown): boolean =>
  isJson(block) && NEW_BLOCKS.includes(String(block.type));

/** The fields of each surface. Attachments are legacy and not checked here, so no surface accepts them. */
const MESSAGE_FIELDS = ["text", "blocks", "mrkdwn", "thread_ts", "unfurl_links", "unfurl_media", "metadata"];
const FIELDS: Record<string, string[]> = {
  message: [...MESSAGE_FIELDS, "response_type", "replace_original", "delete_original"],
  // Bolt's client sets team_id on every call; Slack ignores it. It documents client_msg_id by its errors alone.
  post: [...MESSAGE_FIELDS, "client_msg_id", "channel", "user", "ts", "reply_broadcast", "token", "team_id"],
  options: ["options", "option_groups"],
  unfurl: ["blocks", "preview"],
  home: ["type", "blocks", "private_metadata", "callback_id", "external_id"],
};
FIELDS.modal = [...FIELDS.home!, "title", "close", "submit", "clear_on_close", "notify_on_close"];

/** Types of rich text elements that notify users or link a channel. */
const MENTIONS = ["broadcast", "channel", "team", "user", "usergroup"];

/** The version of @slack/types that the schema was generated from, and the installed one. */
export const blockKitVersions = {
  schema: schema.$comment.split(" ").at(-1),
  installed: createRequire(import.meta.url)("@slack/types/package.json").version as string,
};

/**
 * What a body is: `message` an ack of a command or a post to a response URL, `post` the arguments of chat.postMessage
 * and similar methods, `view` a modal or a home tab, `options` the reply to an external select, `unfurl` one link's
 * unfurl.
 */
export type SlackKind = "message" | "post" | "view" | "options" | "unfurl";

/** Returns the faults of a body sent to Slack, one readable line each; none if Slack would accept it. */
export function checkSlack(kind: SlackKind, body: unknown): string[] {
  if (!isJson(body)) return [`${kind}: not an object`];
  const surface = kind === "view" ? String(body.type) : kind;
  const fields = FIELDS[surface];
  if (!fields) return [`type: ${surface} is no view`];

  const faults = Object.keys(body)
    .filter((key) => body[key] !== undefined && !fields.includes(key))
    .map((key) => `${key}: unknown field`);
  if (kind === "message" || kind === "post") faults.push(...checkMessage(body), ...checkBlocks(body));
  if (kind === "unfurl") faults.push(...checkBlocks(body));
  if (kind === "unfurl" && !objects(body.blocks).length) faults.push("blocks: missing");
  if (surface === "modal") faults.push(...checkModal(body));
  if (kind === "view") faults.push(...checkLimits(body, surface));
  if (kind === "options") faults.push(...checkLimits(body, "external_select"));
  if (body.blocks !== undefined && !Array.isArray(body.blocks)) faults.push("blocks: not a list");
  for (const [index, block] of objects(body.blocks).entries()) {
    faults.push(...checkShape(block).map((fault) => `blocks[${index}]${fault}`));
  }
  return [...faults, ...checkParts(body)];
}

function checkMessage(body: Json): string[] {
  const faults: string[] = [];
  if (!length(body.text) && body.delete_original !== true) faults.push("text: missing");
  faults.push(...checkMarkup(body.text, "text"));
  if (!["in_channel", "ephemeral", undefined].includes(body.response_type as string)) {
    faults.push(`response_type: ${body.response_type}`);
  }
  return faults;
}

/** Checks the limits that hold for all blocks of a message together. */
function checkBlocks(body: Json): string[] {
  const faults = checkLimits(body, "message");
  let size = 0;
  for (const [item] of walk(body.blocks)) {
    for (const key of ["text", "alt_text", "url", "image_url"]) size += length(item[key]);
  }
  if (size > SLACK_LIMITS.message) faults.push(`blocks: ${size} of ${SLACK_LIMITS.message} characters`);
  for (const [type, most] of Object.entries(SLACK_BLOCK_LIMITS)) {
    const count = objects(body.blocks).filter((block) => block.type === type).length;
    if (count > most) faults.push(`blocks: ${count} of ${most} ${type}`);
  }
  return faults;
}

/** Checks a data table: https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
function checkDataTable({
  caption,
  rows,
  page_size = 5,
  row_header_column_index: header = 0,
}: Json): string[] {
  const faults: string[] = [];
  const all = (Array.isArray(rows) ? rows : []).map(objects);
  const [head = [], ...rest] = all;
  if (!length(caption)) faults.push("caption: missing");
  if (rest.length < 1 || rest.length > 100)
    faults.push(`rows: ${rest.length} below the header, from 1 to 100`);
  if (head.length < 1 || head.length > SLACK_LIMITS.tableColumns) faults.push(`rows: ${head.length} columns`);
  if (all.some((row) => row.length !== head.length)) faults.push("rows: not all of one length");
  if (head.some(({ type }) => type === "rich_text")) faults.push("rows: rich_text in the header");
  if (!(Number(page_size) >= 1 && Number(page_size) <= 100)) faults.push(`page_size: ${page_size}`);
  if (!(Number(header) >= 0 && Number(header) < head.length))
    faults.push(`row_header_column_index: ${header}`);
  const numbers = all.flat().filter(({ type }) => type === "raw_number");
  if (numbers.some(({ value }) => !Number.isFinite(value))) faults.push("rows: a raw_number is no number");
  let size = 0;
  for (const [part] of walk(rows)) size += length(part.text);
  if (size > SLACK_LIMITS.dataTable) faults.push(`rows: ${size} of ${SLACK_LIMITS.dataTable} characters`);
  return faults;
}

/**
 * Checks a bar chart, whose type @slack/types lacks:
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
function checkChart(block: Json): string[] {
  const faults = unknownFields(block, ["type", "title", "chart", "block_id"]);
  const { title, chart } = block;
  if (!length(title) || length(title) > 50) faults.push(`title of ${length(title)} characters`);
  if (!isJson(chart) || chart.type !== "bar") return [...faults, "chart: a bar chart is expected"];
  const { series, axis_config: axis } = chart;
  faults.push(...unknownFields(chart, ["type", "series", "axis_config"]));
  if (!isJson(axis)) return [...faults, "axis_config: missing"];
  faults.push(...unknownFields(axis, ["categories", "x_label", "y_label"]));
  const categories = Array.isArray(axis.categories) ? axis.categories : [];
  if (categories.length < 1 || categories.length > 20) faults.push(`categories: ${categories.length}`);
  if (new Set(categories).size < categories.length) faults.push("categories: not all distinct");
  for (const key of ["x_label", "y_label"] as const)
    if (axis[key] !== undefined && (!length(axis[key]) || length(axis[key]) > 50))
      faults.push(`${key} of ${length(axis[key])} characters`);
  const all = objects(series);
  if (all.length < 1 || all.length > 6) faults.push(`series: ${all.length}`);
  if (new Set(all.map(({ name }) => name)).size < all.length)
    faults.push("series: not all of distinct names");
  for (const one of all) {
    faults.push(...unknownFields(one, ["name", "data"]));
    const data = objects(one.data);
    const labels = [one.name, ...data.map(({ label }) => label)];
    if (labels.some((label) => !length(label) || length(label) > 20))
      faults.push("series: a label of 1 to 20");
    if (data.some(({ value }) => !Number.isFinite(value))) faults.push("series: a value is no number");
    if (data.map(({ label }) => label).join("\n") !== categories.join("\n"))
      faults.push("series: its labels are not the categories");
  }
  return faults;
}

const unknownFields = (part: Json, known: readonly string[]): string[] =>
  Object.keys(part)
    .filter((key) => !known.includes(key))
    .map((key) => `${key}: unknown field`);

function checkModal(view: Json): string[] {
  const faults: string[] = [];
  const plain = (text: unknown) => isJson(text) && text.type === "plain_text" && length(text.text) > 0;
  if (!plain(view.title)) faults.push("title: a plain_text is needed");
  for (const key of ["close", "submit"]) {
    if (view[key] !== undefined && !plain(view[key])) faults.push(`${key}: a plain_text is needed`);
  }
  const asks = objects(view.blocks).some((block) => block.type === "input");
  if (asks && view.submit === undefined) faults.push("submit: needed beside an input block");
  return faults;
}

/** Checks every part of a body, at any depth. */
function checkParts(body: Json): string[] {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const [item, path] of walk(body)) {
    if (path === "") continue;
    const kind = kindOf(item, path);
    const found = [...checkLimits(item, kind), ...checkPart(item, kind)];
    for (const key of ["action_id", "block_id"]) {
      const id = item[key];
      if (id === undefined) continue;
      if (!length(id) || length(id) > SLACK_LIMITS.id) found.push(`${key} of ${length(id)} characters`);
      const before = seen.get(`${key} ${id}`);
      if (before !== undefined) found.push(`${key} ${id} is already at ${before}`);
      seen.set(`${key} ${id}`, path);
    }
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  return faults;
}

/** Returns a part's key in the tables of limits: its type or, for parts without one, its field. */
function kindOf(item: Json, path: string): string {
  if (/options\[\d+\]$/.test(path)) return "option";
  if (/option_groups\[\d+\]$/.test(path)) return "option_group";
  if (path.endsWith(".confirm") && item.type === undefined) return "confirm";
  return String(item.type);
}

function checkLimits(item: Json, kind: string): string[] {
  const faults: string[] = [];
  for (const [field, most] of Object.entries(SLACK_TEXT_LIMITS[kind] ?? {})) {
    const size = lengthOf(item[field]);
    if (size > most) faults.push(`${field} has ${size} of ${most} characters`);
  }
  for (const [field, most] of Object.entries(SLACK_LIST_LIMITS[kind] ?? {})) {
    const list = item[field];
    if (Array.isArray(list) && list.length > most)
      faults.push(`${field} has ${list.length} of ${most} items`);
  }
  return faults;
}

function checkPart(item: Json, kind: string): string[] {
  const faults: string[] = [];
  const { text } = item;
  if (typeof text === "string" && text === "") faults.push("text is empty");
  if (kind === "mrkdwn") faults.push(...checkMarkup(text, "text"));
  if (kind === "plain_text" && item.emoji !== false) faults.push("emoji must be false");
  if (kind === "markdown" && /<[!@#]/.test(String(text))) faults.push("text holds a mention");
  if (MENTIONS.includes(kind)) faults.push(`a ${kind} is a mention`);
  if (kind === "section" && text === undefined && !objects(item.fields).length)
    faults.push("section is empty");
  if (kind === "actions" && !objects(item.elements).length) faults.push("actions are empty");
  if (lengthOf(item.placeholder) > SLACK_LIMITS.placeholder) faults.push("placeholder is too long");
  if (objects(item.fields).some((field) => lengthOf(field) > SLACK_LIMITS.field)) {
    faults.push(`a field has more than ${SLACK_LIMITS.field} characters`);
  }
  if (kind === "table" && Array.isArray(item.rows)) {
    if (item.rows.some((row) => Array.isArray(row) && row.length > SLACK_LIMITS.tableColumns)) {
      faults.push(`a row has more than ${SLACK_LIMITS.tableColumns} cells`);
    }
  }
  return faults;
}

/** Returns the length of a string or a text object. */
function lengthOf(value: unknown): number {
  return isJson(value) ? length(value.text) : length(value);
}

/** Checks mrkdwn for characters that must be entities: `<` starts a mention or a link, `&` an entity. */
function checkMarkup(text: unknown, field: string): string[] {
  const bare = /<[!@#]?|>|&(?!(?:amp|lt|gt);)/.exec(typeof text === "string" ? text : "");
  return bare ? [`${field}: ${bare[0]} is not escaped`] : [];
}

let validate: ValidateFunction | undefined;

/** Compiles the schema ahead of the first check, as it takes a tenth of a second. */
export function prepareSlackChecks(): ValidateFunction {
  const quick = { inlineRefs: false, code: { optimize: false } };
  validate ??= new Ajv({ allErrors: true, strict: false, ...quick }).compile(schema);
  return validate;
}

/** Checks a block against the types of @slack/types, and the new ones against what their pages say. */
function checkShape(block: Json): string[] {
  if (block.type === "data_visualization") return checkChart(block).map((fault) => `.${fault}`);
  if (block.type === "data_table")
    return [...checkTyped(block), ...checkDataTable(block).map((fault) => `.${fault}`)];
  return checkTyped(block);
}

function checkTyped(block: Json): string[] {
  const check = prepareSlackChecks();
  if (check(block)) return [];
  const choice = ["if", "anyOf"];
  return (check.errors ?? []).filter(({ keyword }) => !choice.includes(keyword)).map(explain);
}

function explain({ instancePath, message, params }: ErrorObject): string {
  const field = params.additionalProperty ?? params.allowedValues?.join(", ") ?? params.allowedValue;
  return `${instancePath.replaceAll("/", ".")}: ${message}${field === undefined ? "" : ` (${field})`}`;
}

/** Checks the arguments of assistant.threads.setSuggestedPrompts, as they are for an app with `agent_view`. */
export function checkPrompts({ channel_id, prompts, thread_ts, title }: Json): string[] {
  const faults = /^D/.test(String(channel_id)) ? [] : [`channel_id: ${channel_id} is no direct message`];
  const all = objects(prompts);
  if (all.length < 1 || all.length > 4) faults.push(`prompts: ${all.length}, from one to four are taken`);
  for (const prompt of all)
    if (!length(prompt.title) || !length(prompt.message))
      faults.push("prompts: a title and a message are needed");
  if (thread_ts !== undefined) faults.push("thread_ts: an agent's prompts are dropped with it");
  if (title !== undefined && !length(title)) faults.push("title is empty");
  return faults;
}

/** Checks the ack of an envelope; what it may contain depends on the envelope's type. */
export function checkAck({ type, payload }: { type: string; payload: Json }, ack: Json): string[] {
  if (Object.keys(ack).length === 0) return [];
  if (type === "slash_commands")
    return [
      ...checkSlack("message", ack),
      ...objects(ack.blocks)
        .filter(isNewBlock)
        .map((block) => `blocks: not every workspace takes ${block.type} in an ack`),
    ];
  if (payload.type === "block_suggestion") return checkSlack("options", ack);
  if (payload.type !== "view_submission") return [`ack: Slack ignores what the ack of ${type} holds`];
  return ack.view === undefined ? [] : checkSlack("view", ack.view);
}

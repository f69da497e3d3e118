/** Tests that the checks of Slack's payloads accept valid ones and name each fault of others. */
import { describe, expect, it } from "vitest";
import { blockKitVersions, checkAck, checkPrompts, checkSlack, type SlackKind } from "./slack-checks.ts";

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const long = (length: number) => "x".repeat(length);

const plain = (value = "On Liberty") => ({ type: "plain_text", text: value, emoji: false });
const mrkdwn = (value = "*On Liberty*") => ({ type: "mrkdwn", text: value });
const message = (...blocks: unknown[]) => ({ text: "On Liberty", blocks });
const section = (more = {}) => ({ type: "section", text: mrkdwn(), ...more });
const press = (more = {}) => ({
  type: "button",
  text: plain("Next"),
  action_id: "next",
  value: "page:2",
  ...more,
});
const actions = (...elements: unknown[]) => ({ type: "actions", elements });
const entry = (more = {}) => ({ text: plain("1859"), value: "1859", ...more });
const menu = (options: unknown[]) => ({ type: "static_select", action_id: "edition", options });
const rich = (...elements: unknown[]) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});
const table = (rows: number, columns: number) => ({
  type: "table",
  rows: many(rows, () => many(columns, () => ({ type: "raw_text", text: "1" }))),
});
const raw = (text = "1") => ({ type: "raw_text", text });
const dataTable = (rows: number, more = {}, cell: object = raw()) => ({
  ...{ type: "data_table", caption: "Editions" },
  rows: many(rows, (index) => [raw(), index === 0 ? raw() : cell]),
  ...more,
});
const values = (count: number) => many(count, (index) => ({ label: `${index}`, value: index }));
const chart = (more = {}, block = {}) => ({
  type: "data_visualization",
  title: "Editions",
  chart: {
    type: "bar",
    series: [{ name: "sold", data: values(2) }],
    axis_config: { categories: ["0", "1"], y_label: "copies" },
    ...more,
  },
  ...block,
});
const input = {
  type: "input",
  label: plain("Text"),
  element: { type: "external_select", action_id: "text", min_query_length: 0 },
};
const modal = (more = {}) => ({
  type: "modal",
  title: plain("Cite"),
  submit: plain("Cite"),
  blocks: [input],
  ...more,
});

const goodForSlack: [what: string, kind: SlackKind, body: unknown][] = [
  ["text alone", "message", { text: "On Liberty &amp; more &lt;1859&gt;", response_type: "ephemeral" }],
  ["sections", "message", message(section(), section({ fields: many(10, () => plain()) }))],
  [
    "a header and a context",
    "message",
    message({ type: "header", text: plain() }, { type: "context", elements: [mrkdwn()] }),
  ],
  [
    "buttons and a select",
    "message",
    message(actions(press(), press({ action_id: "source", url: "https://example.org" }), menu([entry()]))),
  ],
  [
    "rich text",
    "message",
    message(
      rich(
        { type: "text", text: "a < b & <!here>", style: { bold: true } },
        { type: "link", url: "https://example.org" },
      ),
    ),
  ],
  ["a table", "message", message(table(100, 20))],
  [
    "a data table",
    "message",
    message(
      dataTable(
        101,
        { page_size: 100, row_header_column_index: 1 },
        { type: "raw_number", value: 1, text: "I" },
      ),
    ),
  ],
  ["two charts", "message", message(chart(), chart())],
  ["50 blocks", "message", message(...many(50, () => ({ type: "divider" })))],
  ["a deletion", "message", { delete_original: true }],
  [
    "a picture",
    "message",
    message({ type: "image", image_url: "https://example.org/1.png", alt_text: "Title page" }),
  ],
  ["a post", "post", { ...message(section()), channel: "C1", unfurl_links: false }],
  ["a modal", "view", modal()],
  ["a home tab", "view", { type: "home", blocks: [section()] }],
  ["options", "options", { options: many(100, () => entry()) }],
  ["what stands below a link", "unfurl", { blocks: [section()], preview: { title: plain() } }],
];

const badForSlack: [fault: string, kind: SlackKind, body: unknown][] = [
  ["text: missing", "message", { blocks: [section()] }],
  ["text: missing", "message", { text: "", blocks: [section()] }],
  ["blocks: missing", "unfurl", { preview: { title: plain() } }],
  ["text: unknown field", "unfurl", message(section())],
  [
    "emoji must be false",
    "unfurl",
    { blocks: [section()], preview: { title: { type: "plain_text", text: "x" } } },
  ],
  ["blocks has 51 of 50", "unfurl", { blocks: many(51, () => ({ type: "divider" })) }],
  ["text: <! is not escaped", "message", { text: "<!here>" }],
  ["text: <@ is not escaped", "message", { text: "<@U1>" }],
  ["text: <# is not escaped", "message", { text: "<#C1>" }],
  ["text: > is not escaped", "message", { text: "a > b" }],
  ["text: & is not escaped", "message", { text: "a & b" }],
  ["blocks[0].text: text: < is not escaped", "message", message(section({ text: mrkdwn("a < b") }))],
  ["text holds a mention", "message", message({ type: "markdown", text: "<!here>" })],
  ["a broadcast is a mention", "message", message(rich({ type: "broadcast", range: "here" }))],
  ["a user is a mention", "message", message(rich({ type: "user", user_id: "U1" }))],
  ["emoji must be false", "message", message({ type: "header", text: { type: "plain_text", text: "x" } })],
  ["response_type: all", "message", { text: "x", response_type: "all" }],
  ["attachments: unknown field", "message", { text: "x", attachments: [] }],
  ["link_names: unknown field", "message", { text: "x", link_names: true }],
  ["channel: unknown field", "message", { text: "x", channel: "C1" }],
  ["response_type: unknown field", "post", { text: "x", channel: "C1", response_type: "in_channel" }],
  ["blocks has 51 of 50", "message", message(...many(51, () => ({ type: "divider" })))],
  ["blocks: not a list", "message", { text: "x", blocks: {} }],
  [
    "blocks: 13001 of 13000",
    "message",
    message(...many(5, (n) => section({ text: mrkdwn(long(n ? 2_600 : 2_601)) }))),
  ],
  ["text has 3001 of 3000", "message", message(section({ text: mrkdwn(long(3_001)) }))],
  ["text is empty", "message", message(section({ text: mrkdwn("") }))],
  ["section is empty", "message", message({ type: "section" })],
  ["fields has 11 of 10", "message", message(section({ fields: many(11, () => plain()) }))],
  ["a field has more than 2000", "message", message(section({ fields: [plain(long(2_001))] }))],
  ["text has 151 of 150", "message", message({ type: "header", text: plain(long(151)) })],
  ["elements has 11 of 10", "message", message({ type: "context", elements: many(11, () => mrkdwn()) })],
  ["elements has 26 of 25", "message", message(actions(...many(26, (n) => press({ action_id: `${n}` }))))],
  [
    "elements has 6 of 5",
    "message",
    message({
      type: "context_actions",
      elements: many(6, (n) => ({ type: "icon_button", icon: "trash", text: plain(), action_id: `${n}` })),
    }),
  ],
  ["actions are empty", "message", message(actions())],
  ["text has 76 of 75", "message", message(actions(press({ text: plain(long(76)) })))],
  ["value has 2001 of 2000", "message", message(actions(press({ value: long(2_001) })))],
  ["url has 3001 of 3000", "message", message(actions(press({ url: long(3_001) })))],
  ["action_id of 256", "message", message(actions(press({ action_id: long(256) })))],
  ["block_id of 256", "message", message(section({ block_id: long(256) }))],
  [
    "action_id next is already at blocks[0].elements[0]",
    "message",
    message(actions(press()), actions(press())),
  ],
  ["block_id a is already at", "message", message(section({ block_id: "a" }), section({ block_id: "a" }))],
  ["options has 101 of 100", "message", message(actions(menu(many(101, () => entry()))))],
  ["text has 76 of 75", "message", message(actions(menu([entry({ text: plain(long(76)) })])))],
  ["value has 76 of 75", "message", message(actions(menu([entry({ value: long(76) })])))],
  [
    "placeholder is too long",
    "message",
    message(actions({ ...menu([entry()]), placeholder: plain(long(151)) })),
  ],
  ["text has 12001 of 12000", "message", message({ type: "markdown", text: long(12_001) })],
  ["rows has 101 of 100", "message", message(table(101, 1))],
  ["a row has more than 20", "message", message(table(1, 21))],
  ["2 of 1 table", "message", message(table(1, 1), table(1, 1))],
  ["2 of 1 data_table", "message", message(dataTable(2), dataTable(2))],
  ["rows: 0 below the header", "message", message(dataTable(1))],
  ["rows: 101 below the header", "message", message(dataTable(102))],
  ["caption: missing", "message", message(dataTable(2, { caption: "" }))],
  ["page_size: 101", "message", message(dataTable(2, { page_size: 101 }))],
  ["row_header_column_index: 2", "message", message(dataTable(2, { row_header_column_index: 2 }))],
  ["rows: not all of one length", "message", message(dataTable(2, { rows: [[raw()], [raw(), raw()]] }))],
  ["rows: 21 columns", "message", message(dataTable(2, { rows: many(2, () => many(21, () => raw())) }))],
  ["rows: rich_text in the header", "message", message(dataTable(2, { rows: [[rich()], [raw()]] }))],
  [
    "rows: a raw_number is no number",
    "message",
    message(dataTable(2, {}, { type: "raw_number", text: "I" })),
  ],
  ["of 10000 characters", "message", message(dataTable(2, {}, raw(long(10_000))))],
  ["text is empty", "message", message(dataTable(2, {}, raw("")))],
  ["3 of 2 data_visualization", "message", message(chart(), chart(), chart())],
  ["title of 51 characters", "message", message(chart({}, { title: long(51) }))],
  ["colour: unknown field", "message", message(chart({}, { colour: "red" }))],
  ["a bar chart is expected", "message", message(chart({ type: "radar" }))],
  ["axis_config: missing", "message", message(chart({ axis_config: undefined }))],
  [
    "y_label of 51",
    "message",
    message(chart({ axis_config: { categories: ["0", "1"], y_label: long(51) } })),
  ],
  ["categories: not all distinct", "message", message(chart({ axis_config: { categories: ["0", "0"] } }))],
  ["series: 7", "message", message(chart({ series: many(7, (n) => ({ name: `${n}`, data: values(2) })) }))],
  [
    "series: not all of distinct names",
    "message",
    message(chart({ series: many(2, () => ({ name: "a", data: values(2) })) })),
  ],
  [
    "its labels are not the categories",
    "message",
    message(chart({ series: [{ name: "a", data: values(3) }] })),
  ],
  ["a label of 1 to 20", "message", message(chart({ series: [{ name: long(21), data: values(2) }] }))],
  [
    "a value is no number",
    "message",
    message(chart({ series: [{ name: "a", data: [{ label: "0" }, { label: "1", value: 1 }] }] })),
  ],
  ["must be equal to one of the allowed values", "message", message({ type: "paragraph" })],
  ["additional properties (colour)", "message", message(section({ colour: "red" }))],
  ["required property 'text'", "message", message({ type: "header" })],
  ["must be equal to constant (plain_text)", "message", message({ type: "header", text: mrkdwn() })],
  ["title has 25 of 24", "view", modal({ title: plain(long(25)) })],
  ["title: a plain_text is needed", "view", modal({ title: undefined })],
  ["submit: needed", "view", modal({ submit: undefined })],
  ["private_metadata has 3001", "view", modal({ private_metadata: long(3_001) })],
  ["callback_id has 256", "view", modal({ callback_id: long(256) })],
  ["blocks has 101 of 100", "view", modal({ blocks: many(101, () => ({ type: "divider" })) })],
  ["state: unknown field", "view", modal({ state: {} })],
  ["title: unknown field", "view", { ...modal(), type: "home" }],
  ["dialog is no view", "view", { type: "dialog" }],
  ["options has 101 of 100", "options", { options: many(101, () => entry()) }],
  ["value has 76 of 75", "options", { options: [entry({ value: long(76) })] }],
];

describe("checkSlack", () => {
  it.each(goodForSlack)("takes %s", (_, kind, body) => expect(checkSlack(kind, asSent(body))).toEqual([]));
  it.each(badForSlack)("finds %s", (fault, kind, body) =>
    expect(checkSlack(kind, asSent(body)).join("\n")).toContain(fault),
  );
  it("finds what not every workspace takes in an ack", () => {
    const ack = (block: object) => checkAck({ type: "slash_commands", payload: {} }, message(block));
    expect(ack(table(2, 2))).toEqual([]);
    for (const block of [chart(), dataTable(2)])
      expect(ack(block)).toEqual([`blocks: not every workspace takes ${block.type} in an ack`]);
  });
  it("finds what suggested prompts lack", () => {
    const prompt = { title: "pledge", message: "pledge alibaba" };
    const found = (more: object) => checkPrompts({ channel_id: "D1", prompts: [prompt], ...more });
    expect(found({})).toEqual([]);
    for (const more of [
      ...[{ channel_id: "C1" }, { prompts: [] }, { prompts: many(5, () => prompt) }],
      ...[{ prompts: [{ title: "pledge" }] }, { thread_ts: "1.1" }, { title: "" }],
    ])
      expect(found(more)).toHaveLength(1);
  });
  it("uses a schema of the installed types", () => {
    expect(blockKitVersions.schema).toBe(blockKitVersions.installed);
  });
});

/** Returns a body as it arrives over the wire. */
function asSent(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body));
}

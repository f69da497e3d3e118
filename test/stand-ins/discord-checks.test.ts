/** Tests that the checks of Discord's payloads accept valid ones and name each fault of others. */
import { describe, expect, it } from "vitest";
import { checkDiscord, type DiscordKind } from "./discord-checks.ts";

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const long = (length: number) => "x".repeat(length);

const allowed_mentions = { parse: [] };
const text = (content = "On Liberty") => ({ type: 10, content });
const button = (more = {}) => ({ type: 2, style: 2, label: "Next", custom_id: "next", ...more });
const link = (more = {}) => ({ type: 2, style: 5, label: "Source", url: "https://example.org/1", ...more });
const row = (...components: unknown[]) => ({ type: 1, components });
const option = (more = {}) => ({ label: "1859", value: "1859", ...more });
const select = (options: unknown[]) => ({ type: 3, custom_id: "edition", options });
const v2 = (...components: unknown[]) => ({ flags: 32768, components, allowed_mentions });
const reply = (...components: unknown[]) => ({ type: 4, data: v2(...components) });
const choices = (...items: unknown[]) => ({ type: 8, data: { choices: items } });
const choice = (more = {}) => ({ name: "On Liberty", value: "liberty", ...more });
const command = (more = {}) => ({ name: "cite", description: "Cite a text", ...more });
const argument = (more = {}) => ({ type: 3, name: "text", description: "Which", ...more });

const goodForDiscord: [what: string, kind: DiscordKind, body: unknown][] = [
  ["a page", "callback", reply({ type: 17, components: [text(), row(button(), link())] })],
  ["a section", "callback", reply({ type: 9, components: [text()], accessory: link() })],
  ["a select", "callback", reply(text(), row(select(many(25, (n) => option({ value: `${n}` })))))],
  ["plain content", "callback", { type: 4, data: { content: "Yes", flags: 64, allowed_mentions } }],
  ["an update", "callback", { ...reply(text()), type: 7 }],
  ["a pong", "callback", { type: 1 }],
  ["a deferral", "callback", { type: 5, data: { flags: 64 } }],
  ["a silent deferral", "callback", { type: 6 }],
  ["choices", "callback", choices(...many(25, () => choice()))],
  ["no choices", "callback", choices()],
  ["an edit", "edit", v2(text())],
  ["a follow-up", "followUp", v2(text(long(4_000)))],
  ["40 components", "followUp", v2(...many(40, () => text()))],
  [
    "commands",
    "commands",
    [command({ options: [argument({ required: true }), argument({ name: "page" })] })],
  ],
  ["a message command", "commands", [{ type: 3, name: "Check the quotation" }]],
];

const badForDiscord: [fault: string, kind: DiscordKind, body: unknown][] = [
  ["no callback type", "callback", { type: 3 }],
  ["flags: these components need Components V2", "edit", { components: [text()], allowed_mentions }],
  ["content: not together", "edit", { ...v2(text()), content: "x" }],
  ["embeds: not together", "edit", { ...v2(text()), embeds: [{ title: "x" }] }],
  ["message: empty", "edit", { allowed_mentions }],
  ["content: too big", "edit", { content: long(2_001), allowed_mentions }],
  [
    "embeds: 6100",
    "edit",
    { embeds: [{ description: long(4_096) }, { description: long(2_004) }], allowed_mentions },
  ],
  ["allowed_mentions.parse: missing", "edit", { flags: 32768, components: [text()] }],
  ["lets someone be mentioned", "edit", { ...v2(text()), allowed_mentions: { parse: ["users"] } }],
  ["lets someone be mentioned", "edit", { ...v2(text()), allowed_mentions: { parse: [], users: ["1"] } }],
  ["components: 41 of 40", "edit", v2({ type: 17, components: many(39, () => text()) }, text())],
  ["4001 of 4000 characters", "edit", v2(text(long(2_000)), { type: 17, components: [text(long(2_001))] })],
  [
    "components: 6 rows",
    "edit",
    { content: "x", components: many(6, (n) => row(button({ custom_id: `${n}` }))), allowed_mentions },
  ],
  ["custom_id has 101", "edit", v2(row(button({ custom_id: long(101) })))],
  ["a button has a custom_id", "edit", v2(row(button({ custom_id: "" })))],
  ["next is not unique", "edit", v2(row(button()), row(button()))],
  ["label has 81", "edit", v2(row(button({ label: long(81) })))],
  ["neither label nor emoji", "edit", v2(row(button({ label: undefined })))],
  ["url has 513", "edit", v2(row(link({ url: `https://example.org/${long(493)}` })))],
  ["url javascript:", "edit", v2(row(link({ url: "javascript:alert(1)" })))],
  ["a link button has a url", "edit", v2(row(link({ url: undefined })))],
  ["a link button has a url", "edit", v2(row(link({ custom_id: "x" })))],
  ["a button has a custom_id", "edit", v2(row(button({ url: "https://example.org" })))],
  ["6 buttons in a row", "edit", v2(row(...many(6, (n) => button({ custom_id: `${n}` }))))],
  ["a select needs a row", "edit", v2(row(select([option()]), button()))],
  ["26 options", "edit", v2(row(select(many(26, (n) => option({ value: `${n}` })))))],
  ["option label has 101", "edit", v2(row(select([option({ label: long(101) })])))],
  ["option value has 101", "edit", v2(row(select([option({ value: long(101) })])))],
  ["option description has 101", "edit", v2(row(select([option({ description: long(101) })])))],
  ["values are not unique", "edit", v2(row(select([option(), option()])))],
  ["of no type that is allowed", "edit", v2({ type: 99 })],
  ["colour: unknown field", "edit", { ...v2(text()), colour: 1 }],
  ["data.components.0.colour: unknown field", "callback", reply({ ...text(), colour: 1 })],
  ["username: unknown field", "followUp", { ...v2(text()), username: "x" }],
  ["EPHEMERAL only", "callback", { type: 5, data: { flags: 32768 } }],
  ["no effect on a deferred", "callback", { type: 5, data: { content: "x" } }],
  ["choices: 26 of 25", "callback", choices(...many(26, () => choice()))],
  ["[0].name: 101", "callback", choices(choice({ name: long(101) }))],
  ["[0].value: 101", "callback", choices(choice({ value: long(101) }))],
  ["[0].value: 0", "callback", choices(choice({ value: "" }))],
  ["data.choices: missing", "callback", { type: 8, data: {} }],
  ["commands: not a list", "commands", {}],
  ["Cite is no command name", "commands", [command({ name: "Cite" })]],
  ["cite it is no command name", "commands", [command({ name: "cite it" })]],
  ["name: too big", "commands", [command({ name: long(33) })]],
  ["description: missing", "commands", [command({ description: "" })]],
  ["description: too big", "commands", [command({ description: long(101) })]],
  ["only slash commands", "commands", [command({ type: 3 })]],
  [
    "text is required after",
    "commands",
    [command({ options: [argument({ name: "page" }), argument({ required: true })] })],
  ],
  ["a name twice", "commands", [command({ options: [argument(), argument()] })]],
  ["options: too big", "commands", [command({ options: many(26, (n) => argument({ name: `a${n}` })) })]],
  [
    "exclude each other",
    "commands",
    [command({ options: [argument({ autocomplete: true, choices: [choice()] })] })],
  ],
  [
    "choices: 26 of 25",
    "commands",
    [command({ options: [argument({ choices: many(26, () => choice()) })] })],
  ],
  [
    "of 8000 characters",
    "commands",
    [
      command({
        options: many(2, (n) =>
          argument({ name: `a${n}`, choices: many(25, () => choice({ name: long(100), value: long(100) })) }),
        ),
      }),
    ],
  ],
  ["cite is not unique", "commands", [command(), command()]],
  ["101 of type 1", "commands", many(101, (n) => command({ name: `cite${n}` }))],
  ["16 of type 3", "commands", many(16, (n) => ({ type: 3, name: `Check ${n}` }))],
  ["unknown field", "commands", [command({ hint: "x" })]],
];

describe("checkDiscord", () => {
  it.each(goodForDiscord)("takes %s", (_, kind, body) =>
    expect(checkDiscord(kind, asSent(body))).toEqual([]),
  );
  it.each(badForDiscord)("finds %s", (fault, kind, body) =>
    expect(checkDiscord(kind, asSent(body)).join("\n")).toContain(fault),
  );
});

/** Returns a body as it arrives over the wire. */
function asSent(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body));
}

/** Tests /help: what people read. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createAsk } from "../../src/ask/ask.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { commandUsage } from "../../src/desk/command.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { typedCommand } from "../../src/platforms/slack/command-names.ts";
import { ask, bot, keptLog, library } from "../desks.ts";

const botFor = createBotFactory(library, commands, keptLog());

describe("/help", () => {
  it("has every command with its usage, its summary and its examples, in their order", async () => {
    const text = await ask("/help");
    let from = 0;
    for (const { name, summary, options, examples } of commands) {
      const shown = [
        `/${name} ${commandUsage({ options }, englishMessages)}`,
        summary(englishMessages),
        ...examples,
      ];
      for (const part of shown) {
        const found = text.indexOf(part, from);
        expect(found, part).toBeGreaterThanOrEqual(0);
        from = found;
      }
    }
    expect(text.slice(text.indexOf("\n/help <"))).toMatchInlineSnapshot(`
      "
      /help <command>
      What can be asked, or one command with all its options and examples
      For example: /help quote, /help pledge"
    `);
  });

  it.each(["help", "HELP", "?", "？", "/?", "帮助", "說明", "幫助"])("is asked for by %j", async (line) => {
    expect((await bot.answerLine(line)).title).toBe("What can be asked");
  });
});

describe("/help with a command", () => {
  it("has the whole of it", async () => {
    expect(await ask("/help quote")).toMatchInlineSnapshot(`
      "/quote <speaker> [about:<topic>]
      /help quote

      What a person or an institution said, word for word

      speaker: Who said it: xi, lu jun, china daily; or a topic
      about:   Only quotes about this
      item:    The number of the item to begin with, in a long answer
      detail:  How much of the answer: full or notes
      private: Whether only you see the answer: yes or no

      Examples
      - /quote xi
      - lu jun about NGOs: /quote lu jun about:NGOs
      - /quote inequality"
    `);
  });

  it("has it in Chinese, with the name that it has there", async () => {
    const { answerLine } = await botFor("zh-Hans");
    const { title, opening, items } = await answerLine("帮助 引语");
    expect([title, ...opening, ...items]).toMatchInlineSnapshot(`
      [
        "/quote <说话人> [about:<话题>]",
        {
          "text": "人物或机构说过的话，一字不改",
          "type": "text",
        },
        {
          "passages": [],
          "rows": [
            {
              "label": "speaker",
              "stated": false,
              "value": "说话人：习近平、陆军、中国日报；也可输入话题",
            },
            {
              "label": "about",
              "stated": false,
              "value": "只看谈及此话题的内容",
            },
            {
              "label": "item",
              "stated": false,
              "value": "从第几项开始显示，用于较长的答复",
            },
            {
              "label": "detail",
              "stated": false,
              "value": "显示多少内容：full（全文）或 notes（注释）",
            },
            {
              "label": "private",
              "stated": false,
              "value": "答复是否仅自己可见：yes 或 no",
            },
            {
              "label": "也可写作",
              "stated": false,
              "value": "引语",
            },
          ],
          "type": "details",
        },
        [
          {
            "text": "示例",
            "type": "heading",
          },
          {
            "choices": [
              {
                "ask": {
                  "command": "quote",
                  "from": 1,
                  "options": {},
                  "text": "xi",
                },
                "label": "xi",
              },
              {
                "ask": {
                  "command": "quote",
                  "from": 1,
                  "options": {
                    "about": "NGOs",
                  },
                  "text": "lu jun",
                },
                "label": "lu jun about NGOs",
              },
              {
                "ask": {
                  "command": "quote",
                  "from": 1,
                  "options": {},
                  "text": "inequality",
                },
                "label": "inequality",
              },
            ],
            "type": "choices",
          },
        ],
      ]
    `);
  });

  it.each(commands.map(({ name }) => name))("knows /%s by all its names", async (name) => {
    for (const locale of ["en", "zh-Hans", "zh-Hant"] as const) {
      const { messages, answer } = await botFor(locale);
      const command = commands.find((one) => one.name === name)!;
      for (const typed of [name, `/${name}`, name.toUpperCase(), command.localizedName(messages)]) {
        const { outcome, title } = await answer(createAsk("help", typed));
        expect([outcome, title]).toEqual(["menu", `/${name} ${commandUsage(command, messages)}`]);
      }
    }
  });

  it.each([
    ["pldge", "/pledge"],
    ["quot", "/quote"],
    ["defin", "/define"],
    ["sourc", "/source"],
    ["/chekc", "/check"],
  ])("offers for %s what is near: %s", async (typed, name) => {
    const { outcome, opening } = await bot.answer(createAsk("help", typed));
    expect(outcome).toBe("nothing");
    const choices = opening.flatMap((block) => (block.type === "choices" ? block.choices : []));
    expect(choices.map(({ label }) => label)).toEqual([name]);
  });

  it("says what is near, and else what there is", async () => {
    expect(await ask("/help pldge")).toMatchInlineSnapshot(`
      "Unknown command “pldge”.
      /help pldge

      Did you mean:
      - /pledge, What was pledged or given, by donor or cause, as each source puts it: /help pledge"
    `);
    const text = await ask("/help weather");
    expect(text).toContain("Unknown command “weather”.");
    for (const { name } of commands) expect(text).toContain(`\n/${name} `);
  });
});

it("calls commands by the names that they have where it is asked", async () => {
  const there = await botFor("en", (command) => typedCommand(command, "desk-"));
  const page = JSON.stringify(await there.answer(createAsk("help")));
  for (const name of ["/desk-pledge <donor or cause>", "/desk-quote xi", "/desk-who xi"])
    expect(page).toContain(name);
  expect((await there.answer(createAsk("help", "desk-who"))).title).toBe(
    "/desk-who <person or organization>",
  );
  const plain = await botFor("en", (command) => typedCommand(command, ""));
  expect(JSON.stringify(await plain.answer(createAsk("help")))).toContain(
    "/refdesk who <person or organization>",
  );
  expect((await plain.answer(createAsk("help", "/refdesk who"))).title).toBe(
    "/refdesk who <person or organization>",
  );
  const { opening } = await there.answerLine("/nosuch x");
  expect(JSON.stringify(opening)).toContain("/desk-pledge, /desk-quote");
});

it("completes the names of commands, and what is near to one", async () => {
  const values = async (typed: string) =>
    (await bot.suggest("help", "command", typed)).map(({ value }) => value);
  expect(await values("")).toEqual(commands.map(({ name }) => name));
  expect(await values("/de")).toEqual(["define"]);
  expect(await values("quoet")).toEqual(["quote"]);
});

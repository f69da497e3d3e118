/** Tests /help: what people read. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createAsk, printAsk } from "../../src/ask/ask.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { commandUsage } from "../../src/desk/command.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { typedCommand } from "../../src/platforms/slack/command-names.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { ask, bot, keptLog, library, PROJECT } from "../desks.ts";

const botFor = createBotFactory(library, commands, keptLog());

describe("/help", () => {
  it("has every command with its summary, and an example of each", async () => {
    expect(await ask("/help")).toMatchInlineSnapshot(`
      "What can be asked
      /help

      /pledge:       What was pledged or given, by donor or cause, as each source puts it
      /quote:        What a person or an institution said, word for word
      /define:       What a term means, in the words of the sources
      /search:       Whatever the sources say, in plain words: records and passages, the best first
      /who:          Who someone is, as the sources give it: role, pledges, words, events
      /compare:      Donors side by side: what each pledged or gave, as the sources put it
      /timeline:     What happened when: dated events, pledges and quotations, earliest first
      /source:       The sources, or one of them and what is recorded from it
      /check:        Which parts of a sentence the sources support, and where they differ
      /cite:         A citation to paste: of a source, or of the sources behind a record
      /bibliography: The sources that were cited in this conversation, in the style of your choice
      /help:         What can be asked, or one command with all its options and examples

      Examples
      - /pledge alibaba
      - /quote xi
      - /define third-distribution
      - /search how much did giving rise after the 2008 earthquake
      - /who xi
      - /compare alibaba tencent
      - /timeline common prosperity
      - /source supchina
      - /check Alibaba committed $15.5 billion.
      - /cite supchina
      - /bibliography
      - /help pledge"
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

      speaker: Who said it, or a topic
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
              "value": "说话人；也可输入话题",
            },
            {
              "label": "about",
              "stated": false,
              "value": "只看谈及此话题的内容",
            },
            {
              "label": "item",
              "stated": false,
              "value": "从第几项开始显示，用于较长的回答",
            },
            {
              "label": "detail",
              "stated": false,
              "value": "显示多少内容：full（全文）或 notes（编者注）",
            },
            {
              "label": "private",
              "stated": false,
              "value": "回答是否仅自己可见：yes 或 no",
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
            "group": true,
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
                  "text": "习近平",
                },
                "label": "习近平",
              },
            ],
            "type": "choices",
          },
        ],
        [
          {
            "choices": [
              {
                "ask": {
                  "command": "quote",
                  "from": 1,
                  "options": {
                    "about": "NGO",
                  },
                  "text": "陆军",
                },
                "label": "陆军 about:NGO",
              },
            ],
            "type": "choices",
          },
        ],
        [
          {
            "choices": [
              {
                "ask": {
                  "command": "quote",
                  "from": 1,
                  "options": {},
                  "text": "王信贤",
                },
                "label": "王信贤",
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
    for (const { name } of commands) expect(text).toContain(`\n/${name}: `);
  });
});

it("calls commands by the names that they have where it is asked", async () => {
  const there = await botFor("en", (command) => typedCommand(command, "desk-"));
  const page = JSON.stringify(await there.answer(createAsk("help")));
  for (const name of ["/desk-pledge", "/desk-quote xi", "/desk-who xi"]) expect(page).toContain(`"${name}"`);
  expect((await there.answer(createAsk("help", "desk-who"))).title).toBe(
    "/desk-who <person or organization>",
  );
  const plain = await botFor("en", (command) => typedCommand(command, ""));
  expect(JSON.stringify(await plain.answer(createAsk("help")))).toContain('"/refdesk who xi"');
  expect((await plain.answer(createAsk("help", "/refdesk who"))).title).toBe(
    "/refdesk who <person or organization>",
  );
  const { opening } = await there.answerLine("/nosuch x");
  expect(JSON.stringify(opening)).toContain("/desk-pledge, /desk-quote");
});

it("has only examples that the shelf answers, and else what it suggests", async () => {
  const shelf = await readShelf(`${PROJECT}/test/shelf/articles`);
  const there = await createBotFactory(createLibrary(shelf), commands, keptLog())("en");
  const lines = async (line: string) => {
    const { opening, items } = await there.answerLine(line);
    return [...opening, ...items.flat()].flatMap((block) =>
      block.type === "choices" ? block.choices.map((choice) => printAsk(choice.ask)) : [],
    );
  };
  expect(await lines("/help")).toMatchInlineSnapshot(`
    [
      "/pledge enno-petersen",
      "/quote helene-d-aubrac",
      "/define berge-vivante",
      "/search קרן גשר",
      "/who gesher-fund",
      "/compare enno-petersen gesher-fund",
      "/timeline gesher-fund",
      "/source gesher-schools",
      "/cite gesher-schools",
      "/bibliography",
      "/help pledge",
    ]
  `);
  for (const { name } of commands) {
    for (const line of await lines(`/help ${name}`))
      if (name !== "bibliography") expect((await there.answerLine(line)).outcome, line).toMatch(/found|menu/);
    if (name !== "check") expect(await lines(`/help ${name}`), name).not.toEqual([]);
  }
  expect(await lines("/check")).toMatchInlineSnapshot(`
    [
      "/check "“A weir that nobody maintains is a dam that nobody decided to build,”"",
    ]
  `);
});

it("completes the names of commands, and what is near to one", async () => {
  const values = async (typed: string) =>
    (await bot.suggest("help", "command", typed)).map(({ value }) => value);
  expect(await values("")).toEqual(commands.map(({ name }) => name));
  expect(await values("/de")).toEqual(["define"]);
  expect(await values("quoet")).toEqual(["quote"]);
});

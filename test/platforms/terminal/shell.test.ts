/** The terminal shell, run in the test's process: lines from a stream, the prompt, and completion. */
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { plainStyle } from "../../../src/delivery/text.ts";
import { exitStatus } from "../../../src/platforms/terminal/render.ts";
import { runAsk, runLines, runPrompt, type TerminalShell } from "../../../src/platforms/terminal/shell.ts";
import { bot } from "../../desks.ts";

/** Creates a shell that stores its output. */
function kept(json = false): TerminalShell & { readonly written: () => string } {
  let text = "";
  const write = (more: string) => {
    text += more;
  };
  return { currentBot: async () => bot, style: plainStyle, json, write, written: () => text };
}

describe("statusOf", () => {
  it.each([
    ["found", 0],
    ["menu", 0],
    ["nothing", 1],
    ["mistake", 2],
    ["failure", 2],
  ] as const)("%s is %i", (outcome, status) => {
    expect(exitStatus(outcome)).toBe(status);
  });
});

describe("runOnce", () => {
  it.each(["help", "/help", "?", " HELP "])(
    "%j shows what can be asked, from the list of commands",
    async (line) => {
      const shell = kept();
      expect(await runAsk(shell, line)).toBe(0);
      for (const { name } of bot.commands) expect(shell.written()).toContain(`\n/${name}: `);
    },
  );

  it("shows the first items of a long answer, and where the rest is", async () => {
    const shell = kept();
    await runAsk(shell, "/quote NGOs");
    expect(shell.written()).toMatch(/\n- Next \(3–(\d+) of \1\): \/quote NGOs item:3\n/);
  });
});

describe("runLines", () => {
  async function lines(text: string, json = false) {
    const shell = kept(json);
    const input = new PassThrough();
    input.end(text);
    return { status: await runLines(shell, input), written: shell.written() };
  }

  it.each([
    ["", 0],
    ["\n\n", 0],
    ["/pledge foo\n/pledge alibaba\n", 0],
    ["/pledge alibaba\n/pledge foo", 1],
    ["/pledge alibaba\r\n/nope\r\n\r\n", 2],
  ])("ends %j with the status of the last: %i", async (text, status) => {
    expect((await lines(text)).status).toBe(status);
  });

  it("writes nothing for no line, and parts two answers by an empty line", async () => {
    expect((await lines("\n \n")).written).toBe("");
    const one = (await lines("/pledge foo")).written;
    expect((await lines("/pledge foo\n\n/pledge foo\n")).written).toBe(`${one}\n${one}`);
  });

  it("writes nothing but a line of JSON for each where that is asked for", async () => {
    const { written } = await lines("/pledge foo\nhelp\n/nope\n", true);
    expect(written.split("\n").map((line) => line && JSON.parse(line).outcome)).toEqual([
      "nothing",
      "menu",
      "mistake",
      "",
    ]);
  });
});

describe("runPrompt", () => {
  /** Runs a prompt on streams. `type` sends keys and returns the output from then until `until` occurs in it. */
  function prompt(plain = true) {
    const stdin = new PassThrough();
    const stdout = new PassThrough();
    let text = "";
    stdout.setEncoding("utf8").on("data", (more) => {
      text += more;
    });
    const shell: TerminalShell = {
      currentBot: async () => bot,
      style: plainStyle,
      json: false,
      write: (more) => void stdout.write(more),
    };
    const streams = { stdin, stdout } as unknown as Pick<NodeJS.Process, "stdin" | "stdout">;
    const ended = runPrompt(shell, streams, "Greeting.", plain);
    const type = async (keys: string, until: string) => {
      const from = text.length;
      stdin.write(keys);
      while (!text.slice(from).includes(until)) await new Promise((resolve) => setImmediate(resolve));
      return text.slice(from);
    };
    return { stdin, ended, type, text: () => text };
  }

  it.each(["exit", "quit", " EXIT "])(
    "greets, answers line by line, and ends at %j with status 0",
    async (word) => {
      const { type, ended, text } = prompt();
      await type("", "refdesk> ");
      expect(text()).toBe("Greeting.\n\nrefdesk> ");
      expect(await type("/pledge foo\n", "refdesk> ")).toMatchInlineSnapshot(`
        "
        Nothing on record for “foo”
        /pledge foo

        No source here names Foo.
        Searched 2 sources (latest known: 23 Nov 2021). Others may differ.

        refdesk> "
      `);
      expect(await type("\n", "refdesk> ")).toBe("refdesk> ");
      expect(await type("/nope\n", "refdesk> ")).toContain("Unknown command “/nope”.");
      expect(await type("help\n", "refdesk> ")).toContain("What can be asked");
      await type(`${word}\n`, "\n");
      expect(await ended).toBe(0);
      expect(text()).not.toContain("\u001b");
    },
  );

  it("numbers what can be asked next, asks it by its number, and says so of another number", async () => {
    const { type, stdin, ended } = prompt();
    await type("", "refdesk> ");
    expect(await type("/pledge alibaba\n", "refdesk> ")).toContain(
      "\n2. Whole passages: /pledge alibaba detail:full\n3. Notes",
    );
    expect(await type("2\n", "refdesk> ")).toContain("\n/pledge alibaba detail:full\n");
    expect(await type("99\n", "refdesk> ")).toContain("Nothing is offered under 99.");
    stdin.end();
    expect(await ended).toBe(0);
  });

  it("numbers names that are near, the choices of a menu, and the next page", async () => {
    const { type, stdin, ended } = prompt();
    await type("", "refdesk> ");
    expect(await type("/quote xi jingpin\n", "refdesk> ")).toContain("\n1. Xi Jinping: /quote xi-jinping\n");
    const shown = await type("1\n", "refdesk> ");
    expect(shown).toContain("\n1. Next (3–7 of 7): /quote xi-jinping item:3\n2. Cite");
    expect(await type("1\n", "refdesk> ")).toContain("\nReported, not quoted\n");
    expect(await type("/pledge\n", "refdesk> ")).toMatch(/\n1\. .*\n2\. /);
    expect(await type("2\n", "refdesk> ")).toContain("\n\n1. ");
    stdin.end();
    expect(await ended).toBe(0);
  });

  it("says of help how to go on, and of a long ask only what is added to it", async () => {
    const { type, stdin, ended } = prompt();
    await type("", "refdesk> ");
    expect(await type("help\n", "refdesk> ")).toMatchInlineSnapshot(`
      "
      What can be asked
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
      1. /pledge alibaba
      2. /quote xi
      3. /define third-distribution
      4. /search how much did giving rise after the 2008 earthquake
      5. /who xi
      6. /compare alibaba tencent
      7. /timeline common prosperity
      8. /source supchina
      9. /check Alibaba committed $15.5 billion.
      10. /cite supchina
      11. /bibliography
      12. /help pledge

      Here, a number asks what is listed beside it, Tab completes names, and exit ends.

      refdesk> "
    `);
    const long =
      "/check Alibaba pledged $20 billion over the next five years for common prosperity, it said.\n";
    const shown = await type(long, "refdesk> ");
    expect(shown).toMatch(/\n2\. Whole passages: add detail:full\n3\. Notes \(\d+\): add detail:notes\n/);
    expect(await type("2\n", "refdesk> ")).toContain("What the sources say about this");
    stdin.end();
    expect(await ended).toBe(0);
  });

  it("ends with the end of the input", async () => {
    const { stdin, type, ended } = prompt();
    await type("", "refdesk> ");
    stdin.end();
    expect(await ended).toBe(0);
  });

  it("ends with an input that ends while an ask is answered", async () => {
    const { stdin, type, ended, text } = prompt();
    await type("", "refdesk> ");
    stdin.end("/pledge foo\n");
    expect(await ended).toBe(0);
    expect(text()).toContain("Nothing on record for “foo”");
  });

  it.each([
    ["/pl", "/pledge"],
    ["de", "/define"],
    ["/pledge tenc", "/pledge tencent"],
    ["/pledge PINDUO", "/pledge pinduoduo"],
    ["pledge meit", "/pledge meituan"],
    ["/quote xi-j", "/quote xi-jinping"],
    ["/define third-d", "/define third-distribution"],
    ["/quote xi about:dividing", "/quote xi about:dividing-the-cake-well"],
  ])("completes %j, which then asks %j", async (typed, asked) => {
    const { type, ended } = prompt(false);
    await type("", "refdesk> ");
    await type(typed, typed);
    const last = asked.split(/[ :]/).at(-1)!.slice(-3);
    await type("\t", last);
    expect(stripVTControlCharacters(await type("\r", "refdesk> "))).toMatch(
      new RegExp(`\n(?:${asked}|\\d+\\. Notes \\(\\d+\\): ${asked} detail:notes)\n`),
    );
    await type("ex", "ex");
    await type("\t", "it");
    await type("\r", "\n");
    expect(await ended).toBe(0);
  });

  it("shows what there is where several names begin alike", async () => {
    const { type, ended } = prompt(false);
    await type("", "refdesk> ");
    await type("/define i", "/define i");
    await type("\t", "");
    expect(await type("\t", "independent-ngos")).toContain("illegal-ngos");
    await type("\u0015exit\r", "\n");
    expect(await ended).toBe(0);
  });
});

/** Adds files as a person does: by the program, into a shelf of its own, until `/source` answers. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FILES, news } from "../intake/every-kind.ts";
import { ENGLISH } from "../intake/pages.ts";
import { faultsOf, shelfWith, temporaryFolder } from "../shelves.ts";
import { PROGRAM } from "./compiled.ts";

const start = (root: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], {
    cwd: root,
    env: { ...process.env, SHELF_DIR: root, CACHE_DIR: join(root, ".cache"), LOCALE: "en" },
  });

async function runProgram(root: string, ...args: readonly string[]) {
  const child = start(root, args);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout!.on("data", (part: Buffer) => out.push(part));
  child.stderr!.on("data", (part: Buffer) => err.push(part));
  const [status] = (await once(child, "close")) as [number | null];
  return { out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString(), status };
}

const seedsOf = (root: string): string[] => readdirSync(join(root, "seeds")).sort();
const cardOf = (root: string, id: string) => JSON.parse(readFileSync(join(root, `seeds/${id}.json`), "utf8"));

describe("refdesk add", () => {
  it("makes sources of files of every kind, which the desk then shows", async () => {
    const root = shelfWith({});
    const folder = temporaryFolder();
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
    const { out, status } = await runProgram(root, "add", folder);
    expect(status).toBe(0);
    expect(out.replaceAll(folder, "…").replaceAll(root, "…")).toMatchInlineSnapshot(`
      "added    …/a-page.html: seeds/harbour-towns-ask-who-pays-for-the-flood-walls, 1,171 characters, 1 not known
      added    …/b-columns.pdf: seeds/what-the-dredgers-found-in-the-bay, 1,159 characters, 4 not known
      added    …/c-report.docx: seeds/minutes-of-the-harbour-council, 130 characters, 4 not known
      added    …/d-mail.eml: seeds/pumps-again, 76 characters, 1 not known
      added    …/e-chinese.txt: seeds/source-7136baaa, 320 characters, 4 not known
      added    …/f-notes.md: seeds/the-mill-closes, 123 characters, 4 not known
      6 sources added, 0 known already, 0 copies, 0 refused
      Shelf: …
      "
    `);
    expect(await faultsOf(root)).toEqual([]);
    for (const id of [
      "harbour-towns-ask-who-pays-for-the-flood-walls",
      "what-the-dredgers-found-in-the-bay",
      "minutes-of-the-harbour-council",
      "pumps-again",
      "the-mill-closes",
    ]) {
      expect(seedsOf(root)).toContain(`${id}.json`);
      expect((await runProgram(root, `/source ${id}`)).out, id).toContain("· source");
    }
    const again = await runProgram(root, "add", folder);
    expect(again.out).toContain("0 sources added, 6 known already, 0 copies, 0 refused");
  });

  it("shows what it took of one file, and where it found what", async () => {
    const root = shelfWith({});
    const file = join(temporaryFolder(), "page.html");
    writeFileSync(file, news);
    const { out } = await runProgram(root, "add", file);
    expect(out.replaceAll(root, "…")).toMatchInlineSnapshot(`
      "Added seeds/harbour-towns-ask-who-pays-for-the-flood-walls.txt and its card: page, 1,171 characters in 8 paragraphs
        begins     Harbour towns ask who pays for the flood walls When the river came …
        ends       … stone would not be laid before the winter storms of the year after.
        left out   12 lines: “Home”, “World”, “Business”, “Opinion”, …
        title      Harbour towns ask who pays for the flood walls [JSON-LD headline]
        authors    Ilse Brandt, Tomás de la Cruz [JSON-LD author]
        publisher  The Estuary Post [JSON-LD publisher]
        published  2022-03-08 [JSON-LD datePublished]
        language   en [html lang]
        address    not known
        For the desk alone: its pages need a signed link; rights: reserved.
        Not known: address. Enter what you know in seeds/harbour-towns-ask-who-pays-for-the-flood-walls.json.
        Make records of it: npx refdesk review harbour-towns-ask-who-pays-for-the-flood-walls
        Ask for it: npx refdesk "/source harbour-towns-ask-who-pays-for-the-flood-walls"
      Shelf: …
      "
    `);
    expect(cardOf(root, "harbour-towns-ask-who-pays-for-the-flood-walls")).toMatchObject({
      citation: {
        type: "article-newspaper",
        author: [
          { family: "Brandt", given: "Ilse" },
          { family: "de la Cruz", given: "Tomás" },
        ],
        issued: { "date-parts": [[2022, 3, 8]] },
      },
      rights: { status: "reserved" },
      visibility: "desk",
      taken: { kind: "page", found: { author: "JSON-LD author", language: "html lang" } },
    });
  });

  it("does what is asked of it: public, other rights, what the person knows better, an export of a reference manager", async () => {
    const root = shelfWith({});
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.txt"), FILES["e-chinese.txt"]!);
    writeFileSync(join(folder, "b.md"), FILES["f-notes.md"]!);
    writeFileSync(
      join(folder, "zotero.json"),
      JSON.stringify([
        {
          id: "x",
          type: "article-magazine",
          title: "The Mill Closes",
          author: [{ family: "Lee", given: "Ann" }],
          "container-title": "Mill Times",
          issued: { "date-parts": [["2021", "7"]] },
          volume: "3",
          DOI: "10.1/a",
        },
      ]),
    );
    const { out, status } = await runProgram(
      root,
      "add",
      "--public",
      "--rights",
      "unknown",
      "--language",
      "en-GB",
      folder,
    );
    expect(out).toContain("2 sources added");
    expect(status).toBe(0);
    expect(cardOf(root, "the-mill-closes")).toMatchObject({
      citation: {
        type: "article-magazine",
        author: [{ family: "Lee", given: "Ann" }],
        "container-title": "Mill Times",
        issued: { "date-parts": [[2021, 7]] },
        volume: "3",
        DOI: "10.1/a",
        language: "en-GB",
      },
      rights: { status: "unknown" },
      taken: { found: { author: "zotero.json", language: "what was given" } },
    });
    expect(cardOf(root, "the-mill-closes")).not.toHaveProperty("visibility");
    expect(await faultsOf(root)).toEqual([]);
  });

  it("never makes a mail public, and says what is wrong with its arguments", async () => {
    const root = shelfWith({});
    const file = join(temporaryFolder(), "a.eml");
    writeFileSync(file, FILES["d-mail.eml"]!);
    expect(await runProgram(root, "add", "--public", file)).toMatchObject({
      status: 2,
      out: expect.stringContaining("a mail is never public. Add it without --public."),
    });
    expect(await runProgram(root, "add", "--rights", "mine", file)).toMatchObject({
      status: 2,
      err: "“mine” is no status of rights. Give --rights one of reserved, public-domain, unknown.\n",
    });
    expect(await runProgram(root, "add", "--date", "soon", file)).toMatchObject({
      status: 2,
      err: "“soon”: Expected a day, a month or a year, such as 2021-11-23.\n",
    });
    expect((await runProgram(root, "add")).err).toMatch(/^Nothing was given that could be added\./);
    expect((await runProgram(root, "add", "http://127.0.0.1/")).out).toContain(
      "127.0.0.1 is an address of a private network; it was not fetched.",
    );
    expect((await runProgram(root, "add", "nowhere.html")).out).toContain(
      "refused  nowhere.html: there is no such file.",
    );
  });

  it("fetches an address, knows it again in other forms, and takes a newer version as a source of its own", async () => {
    const root = shelfWith({});
    let shown = news;
    const server = createServer((_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(shown);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/a/walls`;
    const add = (...args: readonly string[]) => runProgram(root, "add", "--allow-private", ...args);
    const first = "harbour-towns-ask-who-pays-for-the-flood-walls";
    expect((await add(address)).status).toBe(0);
    expect(cardOf(root, first).citation).toMatchObject({
      URL: address,
      accessed: { "date-parts": [[expect.any(Number), expect.any(Number), expect.any(Number)]] },
    });
    expect((await add(`${address}/?utm_source=x&fbclid=1#top`)).out).toContain(
      `on the shelf already, as ${first}`,
    );
    shown = news
      .replace(
        ENGLISH[5]!,
        "A new paragraph, which nobody has read before, stands here in its place, and says what changed.",
      )
      .replace(
        ENGLISH[6]!,
        "And another one follows it at the end of the page, to make the two versions differ enough.",
      );
    expect((await add("--again", address)).out).toContain(
      `It is a newer version of ${first}, which stays as it is.`,
    );
    expect(cardOf(root, `${first}-2`).taken.earlier).toBe(first);
    expect(await faultsOf(root)).toEqual([]);
    server.close();
  });

  it("shows a text that looks like commands harmless, and stores it letter for letter", async () => {
    const root = shelfWith({});
    const hostile = "../../etc/passwd \u001b[2J\u001b[31m@everyone <!channel> *bold* \u202egnp.exe";
    const file = join(temporaryFolder(), "x.txt");
    writeFileSync(file, `${hostile}\n\n${ENGLISH[0]}\n`);
    const { out } = await runProgram(root, "add", file);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be printed is what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
    const [id = ""] = seedsOf(root).filter((name) => /^etc-/.test(name));
    expect(id).toMatch(/^[a-z0-9-]+\.json$/);
    expect(readFileSync(join(root, "seeds", id.replace("json", "txt")), "utf8")).toBe(
      `${hostile}\n\n${ENGLISH[0]}\n`,
    );
    expect(await faultsOf(root)).toEqual([]);
  });

  it("tells which recorded passages a newer version has no more", async () => {
    const root = shelfWith({});
    const file = join(temporaryFolder(), "mill.md");
    const source = `---\nurl: https://mill.example/closes\n---\n${FILES["f-notes.md"]}`;
    writeFileSync(file, source);
    await runProgram(root, "add", file);
    const passages = ["will close for good in the summer", "after a hundred and twenty years"].map(
      (exact) => ({ source: "the-mill-closes", exact }),
    );
    const review = { entered: "2026-11-21", reviewedBy: null, reviewedOn: null };
    writeFileSync(
      join(root, "data/facts/mill.json"),
      JSON.stringify({ label: "The mill closes", passages, topics: ["mill"], review }),
    );
    writeFileSync(
      file,
      source.replace(
        "a hundred and twenty years",
        "many years, and with it the bakery, the shop and the inn beside the bridge, of which all four lived",
      ),
    );
    const { out } = await runProgram(root, "add", file);
    expect(out).toContain("It is a newer version of the-mill-closes, which stays as it is.");
    expect(out).toContain(
      "Of 2 passages recorded from the-mill-closes, the newer version has 1. They stay in the-mill-closes; it does not have, or not once alone:\n  data/facts/mill.json /passages/1: “after a hundred and twenty years”\n",
    );
    expect(await faultsOf(root)).toEqual([]);
  });

  it("stops between two files when it is interrupted, and says how many are left", async () => {
    const root = shelfWith({});
    const folder = temporaryFolder();
    for (let index = 0; index < 400; index++)
      writeFileSync(
        join(folder, `${index}.txt`),
        `Report ${index}\n\n${Array.from({ length: 40 }, (_, at) => `w${index}x${at * index}`).join(" ")}\n`,
      );
    const child = start(root, ["add", folder]);
    const out: Buffer[] = [];
    child.stdout!.on("data", (part: Buffer) => {
      if (out.length === 0) child.kill("SIGINT");
      out.push(part);
    });
    const [status] = (await once(child, "close")) as [number | null];
    const said = Buffer.concat(out).toString();
    expect(status).toBe(1);
    expect(said).toMatch(/ \d+ left: the same command goes on there\n/);
    const [, added = ""] = /^(\d+) sources? added/m.exec(said) ?? [];
    expect(seedsOf(root)).toHaveLength(2 * Number(added) + 4);
    expect(await faultsOf(root)).toEqual([]);
  });

  it("goes on where it was killed, and makes the same bytes", async () => {
    const folder = temporaryFolder();
    const files = 40;
    for (let index = 0; index < files; index++) {
      const words = Array.from({ length: 60 }, (_, at) => `word${(index * 977 + at * at * 31) % 4001}`);
      writeFileSync(
        join(folder, `${String(index).padStart(2, "0")}.txt`),
        `Report number ${index % 9} of the council\n\n${words.join(" ")}.\n`,
      );
    }
    const bytesOf = (root: string) =>
      seedsOf(root).map((name) => [name, readFileSync(join(root, "seeds", name), "utf8")]);
    const emptyShelf = () => {
      const root = temporaryFolder();
      mkdirSync(join(root, "seeds"));
      return root;
    };
    const whole = emptyShelf();
    let killed = emptyShelf();
    expect((await runProgram(whole, "add", folder)).status).toBe(0);
    let [kills, added, cut] = [0, -1, 0];
    while (cut === 0 || (added < 2 * files && kills < 12)) {
      // Where all was done before the first signal came, it begins anew.
      if (added === 2 * files) [killed, kills] = [emptyShelf(), 0];
      const child = start(killed, ["add", folder]);
      const isDone = once(child, "close");
      // Some die in their start, most amid their work: the first at the first word that is printed, the others a random
      // while after it.
      if (kills % 4 !== 3) await Promise.race([once(child.stdout!, "data"), isDone]);
      const delay = kills === 0 ? 0 : Math.random() * (kills % 4 !== 3 ? 60 : 600);
      const timer = setTimeout(() => child.kill("SIGKILL"), delay);
      await isDone;
      clearTimeout(timer);
      kills += 1;
      added = seedsOf(killed).length;
      if (added < 2 * files) cut += 1;
    }
    expect((await runProgram(killed, "add", folder)).status).toBe(0);
    expect(bytesOf(killed)).toEqual(bytesOf(whole));
    expect(readdirSync(killed)).toEqual(["seeds"]);
  });
});

describe("refdesk remove", () => {
  it("takes a source away that nothing rests on, and only if it is told to", async () => {
    const root = shelfWith({});
    const file = join(temporaryFolder(), "mill.md");
    writeFileSync(file, FILES["f-notes.md"]!);
    await runProgram(root, "add", file);
    expect(await runProgram(root, "remove", "the-mill-closes")).toMatchObject({
      status: 1,
      out: expect.stringContaining("add --yes: npx refdesk remove --yes the-mill-closes"),
    });
    expect(seedsOf(root)).toContain("the-mill-closes.txt");
    expect(await runProgram(root, "remove", "--yes", "the-mill-closes")).toMatchObject({
      status: 0,
      out: expect.stringContaining("Removed: seeds/the-mill-closes.txt, its card and 0 records."),
    });
    expect(seedsOf(root)).not.toContain("the-mill-closes.txt");
    expect(seedsOf(root)).not.toContain("the-mill-closes.json");
  });

  it("takes the records with it that cite it alone, and none that another needs", async () => {
    const root = shelfWith({});
    const file = join(temporaryFolder(), "mill.md");
    writeFileSync(file, FILES["f-notes.md"]!);
    await runProgram(root, "add", file);
    const fact = {
      label: "The mill closes",
      passages: [{ source: "the-mill-closes", exact: "will close for good in the summer" }],
      topics: ["mill"],
      review: { entered: "2026-11-21", reviewedBy: null, reviewedOn: null },
    };
    writeFileSync(join(root, "data/facts/mill.json"), JSON.stringify(fact));
    expect(await faultsOf(root)).toEqual([]);
    const { out, status } = await runProgram(root, "remove", "--yes", "the-mill-closes");
    expect(out).toContain("1 record cites it alone and would be removed with it:\n  facts/mill\n");
    expect(status).toBe(0);
    expect(await faultsOf(root)).toEqual([]);
    const blocked = await runProgram(root, "remove", "--yes", "voa-common-prosperity");
    expect(blocked).toMatchObject({
      status: 2,
      out: expect.stringContaining("cite it and other sources too. Remove its passages from them first:"),
    });
    expect(seedsOf(root)).toContain("voa-common-prosperity.txt");
  });
});

/** What /search answers. */

import { type Ask, makeAsk, type Parsed, parseAsk, printAsk } from "../../src/ask/ask.ts";
import { readPhrase } from "../../src/ask/phrases.ts";
import type { Answer } from "../../src/desk/answer.ts";
import { type Block, type Button, type Item, makeAnswer, type Passage } from "../../src/desk/answer.ts";
import { type Citing, createCiting, notes, reviewed } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { nameInside, nameOf } from "../../src/desk/lookup.ts";
import { offersAmong } from "../../src/desk/related.ts";
import type { Words } from "../../src/language/messages.ts";
import type { Hit, Searched, Suggestion } from "../../src/library/library.ts";
import { KINDS, type Kind } from "../../src/shelf/kinds.ts";

/** The most hits that are shown: who needs more than this asks for less at once. */
const MOST = 30;

/** The kind that is meant by its name in any of the desk's languages, or by its folder's. */
const kindNamed = (typed: string, { search }: Words): Kind | undefined =>
  KINDS.find((kind) => [kind, kind.replace(/s$/, ""), search.kinds[kind]].includes(typed.toLowerCase()));

/** Hits that stand on the same passage, and are drawn alike. */
type Group = readonly [Hit, ...Hit[]];

const isQuoted = ({ record, evidence }: Hit): boolean =>
  record.kind === "quotes" && record.passages.includes(evidence);
const isReported = ({ record }: Hit): boolean => record.kind === "facts" && record.speaker !== undefined;

/** Hits in their order; one whose passage was shown with another stands there. */
function grouped(hits: readonly Hit[]): Group[] {
  const groups = new Map<string, [Hit, ...Hit[]]>();
  for (const hit of hits) {
    const key = `${isQuoted(hit)} ${hit.evidence.source} ${hit.evidence.exact}`;
    const group = groups.get(key);
    if (group) group.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups.values()];
}

/** What the desk calls the hits and of which kind they are, then their passage with what was sought marked. */
async function itemOf(group: Group, citing: Citing, desk: Desk): Promise<Item> {
  const { words, library } = desk;
  const [{ evidence, marked }] = group;
  const passage: Passage = { ...(await citing.passage(evidence)), marked };
  const said = group.find((hit) => isQuoted(hit) || isReported(hit));
  const record = said?.record;
  const name = record && "speaker" in record && record.speaker ? await nameOf(record.speaker, library) : "";
  const block: Block =
    said === undefined
      ? { type: "quote", passages: [passage] }
      : isQuoted(said)
        ? { type: "quote", passages: [passage], speaker: name }
        : { type: "report", passages: [passage], speaker: words.quote.reportOf(name) };
  const headings = group.map((hit): Block => {
    return { type: "heading", text: words.search.hit(hit.record.label, words.search.kinds[hit.record.kind]) };
  });
  return [...headings, block, ...notes([passage.note])];
}

/** The answer of another command to the same question, where there is one that finds something. */
async function elsewhere(question: string, desk: Desk): Promise<Ask | undefined> {
  const grammars = desk.commands.map(({ name, label, options }) => ({
    name,
    alias: label(desk.words),
    options,
  }));
  const parse = (line: string): Parsed => parseAsk(line, grammars);
  const read = readPhrase(question, parse);
  if (!read || "problem" in read) return undefined;
  const command = desk.commands.find(({ name }) => name === read.ask.command);
  if (!command || ["search", "help"].includes(command.name)) return undefined;
  return (await command.answer(read.ask, desk)).outcome === "found" ? read.ask : undefined;
}

/** What was assumed on the way to the hits. */
function assumptions({ named, assumed }: Searched, { search }: Words): string[] {
  return [
    ...(named.length > 0 ? [search.narrowed(named.map(nameInside))] : []),
    ...assumed.map(({ typed, taken }) => search.assumed(typed, taken)),
  ];
}

/** How it can be asked: with a few questions that find something. */
function menu(ask: Ask, { words, commands }: Desk): Answer {
  const examples = commands.find(({ name }) => name === ask.command)?.examples ?? [];
  const questions = examples.map((line) => line.replace(/^\/\S+ /, ""));
  return makeAnswer({
    ask,
    title: words.search.menuTitle,
    outcome: "menu",
    items: questions.map((question) => [
      { type: "choices", choices: [{ label: question, ask: makeAsk(ask.command, question, ask.options) }] },
    ]),
  });
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const say = words.search;
  const { sources, upTo } = await library.about();
  const searchedNote = { type: "text", text: words.miss.searched(sources.length, upTo) } as const;
  const typed = ask.options.kind;
  const kind = typed === undefined ? undefined : kindNamed(typed, words);
  const mistaken = (text: string) =>
    makeAnswer({ ask, title: words.mistake.title, outcome: "mistake", lead: [{ type: "text", text }] });
  if (ask.words === "") return menu(ask, desk);
  if (typed !== undefined && kind === undefined)
    return mistaken(
      say.noKind(
        typed,
        KINDS.map((one) => say.kinds[one]),
      ),
    );
  const found = await library.search({ words: ask.words, most: MOST, ...(kind ? { kinds: [kind] } : {}) });
  // No reply to be kept: in a moment there is another.
  if (!found.ready)
    return makeAnswer({
      ask,
      title: words.failure.title,
      outcome: "failure",
      lead: [{ type: "text", text: say.indexing }],
    });
  const other = await elsewhere(ask.words, desk);
  const offered: Button[] = other ? [{ type: "ask", label: say.answers(printAsk(other)), ask: other }] : [];
  if (found.hits.length === 0)
    return makeAnswer({
      ask,
      title: words.miss.title(ask.words),
      outcome: "nothing",
      lead: [searchedNote],
      buttons: [...offered, { type: "ask", label: words.help.title, ask: makeAsk("help") }],
    });
  const citing = createCiting(library, words);
  const items: Item[] = [];
  for (const group of grouped(found.hits)) items.push(await itemOf(group, citing, desk));
  const records = found.hits.map(({ record }) => record);
  return makeAnswer({
    ask,
    title: words.title(words.quoted(ask.words), say.what),
    outcome: "found",
    lead: notes(assumptions(found, words)),
    items,
    close: notes([reviewed(records, words)]),
    sources: citing.sources(),
    buttons: [...offered, ...(await offersAmong(undefined, records.slice(0, 4), desk))],
  });
}

export async function suggest(
  option: string,
  typed: string,
  { library, words }: Desk,
): Promise<readonly Suggestion[]> {
  if (option !== "kind") return library.suggest(typed, KINDS);
  const names = KINDS.map((kind) => ({ label: words.search.kinds[kind], value: kind as string }));
  const begun = typed.toLowerCase();
  return names.filter(({ label, value }) => label.startsWith(begun) || value.startsWith(begun));
}

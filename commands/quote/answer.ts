/** What /quote answers. */

import { type Ask, makeAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, type Button, type Item, makeAnswer } from "../../src/desk/answer.ts";
import { createCiting, notes, reviewed } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { nameInside, recordAt } from "../../src/desk/lookup.ts";
import {
  type Quote,
  quotationOf,
  type Report,
  reportOf,
  type Spoken,
  spokenAmong,
  tallyOf,
  wordingOf,
} from "../../src/desk/quotations.ts";
import { miss, offersFor, resolve, several, whoOffer } from "../../src/desk/resolve.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { type Kind, refOf } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";

const SPEAKERS: readonly Kind[] = ["people", "organizations"];
const SPOKEN: readonly Kind[] = ["quotes", "facts"];

async function answerWith(
  ask: Ask,
  title: string,
  lead: readonly Block[],
  { quotes, reports }: Spoken,
  desk: Desk,
): Promise<Answer> {
  const { library, words } = desk;
  const citing = createCiting(library, words);
  const items: Item[] = [];
  const wording = await wordingOf(quotes, desk);
  for (const quote of quotes) items.push(await quotationOf(quote, citing, desk, wording !== undefined));
  for (const [index, report] of reports.entries()) {
    const heading: Block[] =
      index === 0 ? [{ type: "heading", text: words.quote.reported, group: true }] : [];
    items.push([...heading, ...(await reportOf(report, citing, desk))]);
  }
  return makeAnswer({
    ask,
    title,
    outcome: "found",
    lead,
    items,
    close: notes([wording, reviewed([...quotes, ...reports], words)]),
    sources: citing.sources(),
    buttons: await buttonsFor([...quotes, ...reports], desk),
  });
}

/** The terms that the words speak of, then the commitments of those who spoke. */
async function buttonsFor(records: readonly (Quote | Report)[], desk: Desk): Promise<Button[]> {
  const about = records.flatMap((record) => record.about);
  const terms = about.filter((ref) => ref.startsWith("terms/"));
  const donors = about.filter((ref) => ref.startsWith("organizations/"));
  const buttons: Button[] = [];
  for (const ref of new Set([...terms, ...donors])) {
    const record = await recordAt(ref, desk.library);
    const [offer] = record ? await offersFor(record, desk) : [];
    if (offer) buttons.push({ type: "ask", ...offer });
  }
  return buttons.slice(0, 4);
}

/** What speaks of a topic, whoever said it. */
async function byTopic(
  ask: Ask,
  topic: string,
  lead: readonly Block[],
  near: readonly AnyRecord[],
  desk: Desk,
) {
  const { hits } = await desk.library.find({ words: topic, in: "text", kinds: SPOKEN });
  const spoken = await spokenAmong(hits, desk);
  if (spoken.quotes.length + spoken.reports.length === 0) return miss(ask, topic, { near }, desk);
  return answerWith(
    ask,
    desk.words.title(desk.words.quoted(topic), desk.words.quote.what),
    lead,
    spoken,
    desk,
  );
}

async function bySpeaker(ask: Ask, speaker: AnyRecord, lead: readonly Block[], desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const say = words.quote;
  const about = ask.options.about;
  const ref = refOf(speaker);
  const all = (await library.find({ kinds: SPOKEN, concerning: ref })).hits.filter(
    (record) => "speaker" in record && record.speaker === ref,
  );
  if (all.length === 0) return wordless(ask, speaker, lead, desk);
  const topical =
    about && (await library.find({ words: about, in: "text", kinds: SPOKEN, concerning: ref })).hits;
  const spoken = await spokenAmong(topical ? all.filter((record) => topical.includes(record)) : all, desk);
  if (spoken.quotes.length + spoken.reports.length === 0) {
    const { sources, upTo } = await library.about();
    return makeAnswer({
      ask,
      title: say.noneAbout(speaker.label, about ?? ""),
      outcome: "nothing",
      lead: [...lead, { type: "text", text: words.miss.searched(sources.length, upTo) }],
      buttons: [
        { type: "ask", label: words.offer.quote(nameInside(speaker)), ask: makeAsk("quote", speaker.id) },
      ],
    });
  }
  const none: Block[] =
    spoken.quotes.length > 0 ? [] : [{ type: "text", text: say.noDirect(nameInside(speaker)) }];
  const what = spoken.quotes.length === 0 ? say.whatNone : about ? say.whatAbout(about) : say.what;
  const title = words.title(speaker.label, what);
  return answerWith(ask, title, [...lead, ...none], spoken, desk);
}

/** On the shelf, and never quoted: its people may be, and others may speak of it. */
async function wordless(ask: Ask, speaker: AnyRecord, lead: readonly Block[], desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const people = (await library.find({ kinds: ["people"], concerning: refOf(speaker) })).hits;
  const offers = (await Promise.all([...people, speaker].map((record) => offersFor(record, desk))))
    .flat()
    .concat(whoOffer(speaker, desk));
  const { sources, upTo } = await library.about();
  return makeAnswer({
    ask,
    title: words.title(speaker.label, words.quote.noWords),
    outcome: "nothing",
    lead: [
      ...lead,
      { type: "text", text: words.quote.noWordsLead(speaker.label) },
      { type: "text", text: words.miss.searched(sources.length, upTo) },
    ],
    buttons: offers.slice(0, 4).map((offer): Button => ({ type: "ask", ...offer })),
  });
}

/** Everyone with words on the shelf: those who are quoted before those who are only reported. */
async function speakers({
  library,
}: Desk): Promise<{ record: AnyRecord; quotes: number; reports: number }[]> {
  const spoken = (await library.find({ kinds: SPOKEN })).hits;
  const counts = tallyOf(spoken);
  return (await library.find({ kinds: SPEAKERS })).hits
    .map((record) => ({ record, ...(counts.get(refOf(record)) ?? { quotes: 0, reports: 0 }) }))
    .filter(({ quotes, reports }) => quotes + reports > 0)
    .sort((a, b) => b.quotes - a.quotes || b.reports - a.reports);
}

async function menu(ask: Ask, desk: Desk): Promise<Answer> {
  const say = desk.words.quote;
  return makeAnswer({
    ask,
    title: say.menuTitle,
    outcome: "menu",
    items: (await speakers(desk)).map(({ record, quotes, reports }) => [
      {
        type: "choices",
        choices: [
          { label: record.label, detail: say.menuDetail(quotes, reports), ask: makeAsk("quote", record.id) },
        ],
      },
    ]),
  });
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const about = ask.options.about;
  const say = (text: string): Block[] => [{ type: "text", text }];
  if (ask.words === "")
    return about ? byTopic(ask, about, say(words.quote.byTopicOnly), [], desk) : menu(ask, desk);
  const resolved = await resolve(ask.words, [SPEAKERS], library);
  if (resolved.type === "several") return several(ask, resolved.records, desk);
  if (resolved.type === "one" && !resolved.likeness) return bySpeaker(ask, resolved.record, [], desk);
  const alike =
    resolved.type === "one" ? [resolved.record] : resolved.type === "near" ? resolved.records : [];
  const speaking = new Set((await speakers(desk)).map(({ record }) => record));
  const near = alike.filter((record) => speaking.has(record));
  if (about) return miss(ask, ask.words, { near }, desk);
  return byTopic(ask, ask.words, say(words.quote.byTopic(ask.words)), near, desk);
}

export async function suggest(option: string, typed: string, desk: Desk): Promise<readonly Suggestion[]> {
  if (option === "about") return desk.library.suggest(typed, ["terms", "organizations"]);
  if (typed !== "") return desk.library.suggest(typed, SPEAKERS);
  return (await speakers(desk)).map(({ record }) => ({ label: record.label, value: record.id }));
}

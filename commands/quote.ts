/** /quote: what a person or an institution said, word for word, and apart from it what they are reported to have said. */
import { type Answer, type Block, type Button, type Item, makeAnswer, type Row } from "../src/desk/answer.ts";
import { type Ask, makeAsk } from "../src/desk/ask.ts";
import { type Citing, createCiting, notes, reviewNote } from "../src/desk/citing.ts";
import type { Command, Desk } from "../src/desk/command.ts";
import { nameOf, recordAt } from "../src/desk/looking.ts";
import { miss, offersFor, resolve, several } from "../src/desk/resolving.ts";
import { type Kind, type Ref, refOf } from "../src/library/kinds.ts";
import type { AnyRecord, Evidence, RecordOf } from "../src/library/records.ts";

type Quote = RecordOf<"quotes">;
type Report = RecordOf<"facts"> & { readonly speaker: Ref };

const SPEAKERS: readonly Kind[] = ["people", "organizations"];
const SPOKEN: readonly Kind[] = ["quotes", "facts"];

/** Quotations and reported speech, each in the order in which it is shown. */
interface Spoken {
  readonly quotes: readonly Quote[];
  readonly reports: readonly Report[];
}

/**
 * Newest first by when it was said; what is undated after that, by its place in the sources. Reported speech
 * that is no more than the sentences around fragments is left to the fragments.
 */
async function spokenAmong(records: readonly AnyRecord[], { library }: Desk): Promise<Spoken> {
  const placed = await Promise.all(
    records.map(async (record) => {
      const [first] = "passages" in record ? record.passages : [];
      const { source, start } = await library.context(first as Evidence);
      return { record, order: source.order, start };
    }),
  );
  placed.sort((a, b) => a.order - b.order || a.start - b.start);
  const said = (quote: Quote) => quote.said?.date ?? "";
  const sorted = placed.map(({ record }) => record);
  const sentences = records.flatMap((record) =>
    record.kind === "quotes" && record.within ? [record.within.exact] : [],
  );
  const repeats = (report: Report) =>
    report.passages.every(
      ({ exact }) => sentences.reduce((left, sentence) => left.replace(sentence, ""), exact).trim() === "",
    );
  return {
    quotes: sorted
      .filter((record): record is Quote => record.kind === "quotes")
      .sort((a, b) => (said(a) === said(b) ? 0 : said(a) < said(b) ? 1 : -1)),
    reports: sorted
      .filter((record): record is Report => record.kind === "facts" && record.speaker !== undefined)
      .filter((report) => !repeats(report)),
  };
}

/** One quotation: the words, when and where they were said, through whom we have them, whose wording they are. */
async function itemOf(quote: Quote, citing: Citing, desk: Desk): Promise<Item> {
  const { words } = desk;
  const say = words.quote;
  const name = await nameOf(quote.speaker, desk.library);
  const speaker = quote.speakerInferred ? say.inferredSpeaker(name) : name;
  const quoted = await citing.passages(quote.passages);
  const sentence = quote.within && (await citing.passage(quote.within));
  const source = citing.sourceOf(quoted[0]!);
  const { said, where, via } = quote;
  const stated = [said, where, via].flatMap((it) => (it?.evidence ? [it.evidence] : []));
  const stand = [...quoted, ...(sentence ? [sentence] : []), ...(await citing.passages(stated))];
  const row = (label: string, value: string | undefined, isStated = true): Row[] =>
    value === undefined ? [] : [{ label, value, stated: isStated }];
  const rows = [
    ...(said ? row(say.rows.when, said.stated) : row(say.rows.when, say.notStated, false)),
    ...row(say.rows.where, where?.stated),
    ...row(say.rows.via, via?.stated),
    ...row(say.rows.wording, say.wording(words.language(source.language), source.publisher), false),
  ];
  const dated =
    said?.date && said.inferred
      ? words.inferred(said.stated, words.span(said.date, said.to), said.inferred)
      : undefined;
  const remarks = [...new Set([...quoted, ...(sentence ? [sentence] : [])].map(({ note }) => note))];
  return [
    sentence
      ? { type: "quote", passages: [sentence], speaker: say.fragment(speaker), fragment: quoted[0]!.text }
      : { type: "quote", passages: quoted, speaker },
    { type: "facts", rows, passages: stand },
    ...notes([quote.speakerInferred, dated, ...quote.notes, ...remarks]),
  ];
}

/** One piece of reported speech, in the source's words. */
async function reportOf(report: Report, citing: Citing, desk: Desk): Promise<Item> {
  const passages = await citing.passages(report.passages);
  const say = desk.words.quote;
  const name = await nameOf(report.speaker, desk.library);
  const when = report.when?.date && report.when.inferred ? report.when : undefined;
  const dated =
    when && desk.words.inferred(when.stated, desk.words.span(when.date!, when.to), when.inferred!);
  return [
    {
      type: "report",
      passages,
      speaker: say.reportOf(report.speakerInferred ? say.inferredSpeaker(name) : name),
    },
    ...notes([report.speakerInferred, dated, ...report.notes, ...passages.map(({ note }) => note)]),
  ];
}

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
  for (const quote of quotes) items.push(await itemOf(quote, citing, desk));
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
    close: reviewNote([...quotes, ...reports], words),
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
      buttons: [{ type: "ask", label: words.offer.quote(speaker.label), ask: makeAsk("quote", speaker.id) }],
    });
  }
  const none: Block[] = spoken.quotes.length > 0 ? [] : [{ type: "text", text: say.noDirect(speaker.label) }];
  const what = spoken.quotes.length === 0 ? say.whatNone : about ? say.whatAbout(about) : say.what;
  const title = words.title(speaker.label, what);
  return answerWith(ask, title, [...lead, ...none], spoken, desk);
}

/** On the shelf, and never quoted: its people may be, and others may speak of it. */
async function wordless(ask: Ask, speaker: AnyRecord, lead: readonly Block[], desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const people = (await library.find({ kinds: ["people"], concerning: refOf(speaker) })).hits;
  const offers = (await Promise.all([...people, speaker].map((record) => offersFor(record, desk)))).flat();
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
  const of = (kind: Kind, ref: Ref) =>
    spoken.filter((record) => record.kind === kind && "speaker" in record && record.speaker === ref).length;
  return (await library.find({ kinds: SPEAKERS })).hits
    .map((record) => ({
      record,
      quotes: of("quotes", refOf(record)),
      reports: of("facts", refOf(record)),
    }))
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

export const quote: Command = {
  name: "quote",
  label: (words) => words.quote.name,
  summary: (words) => words.quote.summary,
  options: [
    { name: "speaker", summary: (words) => words.quote.option, hint: (words) => words.quote.hint },
    { name: "about", summary: (words) => words.quote.about, hint: (words) => words.quote.aboutHint },
  ],
  examples: ["/quote xi", "/quote lu jun about NGOs", "/quote inequality"],

  async answer(ask, desk) {
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
  },

  async suggest(option, typed, desk) {
    if (option === "about") return desk.library.suggest(typed, ["terms", "organizations"]);
    if (typed !== "") return desk.library.suggest(typed, SPEAKERS);
    return (await speakers(desk)).map(({ record }) => ({ label: record.label, value: record.id }));
  },
};

/** Reads the texts of test/gold/, each with what a person found in it, and measures the drafts against it. */
import { readdirSync, readFileSync } from "node:fs";
import type { Draft } from "../src/drafts/draft.ts";
import { draftText } from "../src/drafts/draft-text.ts";
import { foldName, foldText } from "../src/shelf/fold.ts";

const GOLD = new URL("../test/gold/", import.meta.url);
const SEEDS = new URL("../seeds/", import.meta.url);

/** Texts that were written after those: their first figures were taken before a rule was changed for them. */
const LAST_WRITTEN: readonly string[] = ["explainer", "currencies", "hostile", "zh-feature"];

/** Texts that were written later, five and then two at a time; the first figures of each lot were taken the same way. */
const LATER_WRITTEN: readonly string[] = [
  ...["biggest-donors", "university-gift", "street-report", "zh-donations-report", "zh-taipei-hall"],
  ...["obituary", "zh-alumni"],
  ...["fire-relief", "zh-singapore"],
  ...["museum-row", "zh-village-school"],
  ...["hospital-wing", "zh-founder-profile"],
  "boatyard",
  "dental-clinics",
  "school-meals",
  "zh-rare-disease",
  ...[
    "tennis-meals",
    "harlow-reaction",
    "zh-rural-teachers",
    "impact-first",
    "landslide-release",
    "manila-malls",
  ],
  ...[
    "brothers-split",
    "dinner-lady",
    "zh-founder-university",
    "exit-pledge",
    "quake-statement",
    "zh-rural-medicine",
  ],
  ...[
    "ocean-law",
    "departing-director",
    "clinics-handover",
    "zh-nursing-home",
    "five-donors",
    "zh-village-library",
  ],
];
const SOURCES: readonly string[] = ["voa", "supchina"];

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a person found in a text: one line of its table each, by the first word of the line. */
interface Gold {
  readonly name: string;
  readonly text: string;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly quotations: readonly { readonly segments: readonly Span[]; readonly speaker: string }[];
  readonly sums: readonly GoldSum[];
  readonly terms: readonly string[];
  readonly definitions: readonly { readonly term: string; readonly at: number }[];
  readonly events: readonly { readonly text: string; readonly date: string; readonly at: number }[];
  readonly people: readonly { readonly name: string; readonly role: string }[];
}

interface GoldSum {
  readonly text: string;
  readonly value: string;
  readonly currency: string;
  readonly isGift: boolean;
  readonly donors: readonly string[] | undefined;
}

/** Counts for one kind: what is right, of how many that are due, of how many that were drafted. */
export interface Count {
  right: number;
  due: number;
  drafted: number;
}

export const MEASURES = [
  "quotations",
  "speakers",
  "joined",
  "terms",
  "sums",
  "values",
  "gifts",
  "donors",
  "definitions",
  "events",
  "people",
  "han people",
] as const;
export type Measure = (typeof MEASURES)[number];
export type Figures = Record<Measure, Count>;

/** The groups of texts that are measured together. */
export const GROUPS = ["sources", "tuned", "last", "later"] as const;
export type Group = (typeof GROUPS)[number];

const groupOf = (name: string): Group =>
  SOURCES.includes(name)
    ? "sources"
    : LAST_WRITTEN.includes(name)
      ? "last"
      : LATER_WRITTEN.includes(name)
        ? "later"
        : "tuned";

/** Finds words of a text, from “first words ~~ last words”; each is sought from where the one before ended. */
function locate(text: string, words: string, from: number): Span {
  const [first = "", last] = words.split(" ~~ ");
  const start = text.indexOf(first, from);
  const tail = last === undefined ? start : text.indexOf(last, start + first.length);
  if (start < 0 || tail < 0) throw new Error(`The text has no “${words}” from ${from} on.`);
  return { start, end: last === undefined ? start + first.length : tail + last.length };
}

const listed = (field: string | undefined): string[] =>
  (field ?? "").split("; ").filter((one) => one !== "" && one !== "-");

/** Reads one table. @throws naming the line that cannot be read */
function readGold(name: string): Gold {
  const lines = readFileSync(new URL(`${name}.tsv`, GOLD), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
  const of = (kind: string) => lines.filter(([first]) => first === kind).map(([, ...fields]) => fields);
  const source = of("source")[0]?.[0];
  const text = readFileSync(
    source === undefined ? new URL(`${name}.txt`, GOLD) : new URL(`${source}.txt`, SEEDS),
    "utf8",
  );
  let from = 0;
  const quotations = of("quotation").map(([words = "", speaker = "-"]) => {
    const segments = words.split(" | ").map((part) => {
      const span = locate(text, part, from);
      from = span.end;
      return span;
    });
    return { segments, speaker };
  });
  const sums = lines
    .filter(([kind]) => kind === "sum" || kind === "gift")
    .map(
      ([, sum = "", value = "", currency = "", gift = "", donors]): GoldSum => ({
        text: sum,
        value,
        currency,
        isGift: gift === "yes",
        donors: donors === undefined ? undefined : listed(donors),
      }),
    );
  return {
    name,
    text,
    published: of("published")[0]?.[0],
    language: of("language")[0]?.[0],
    quotations,
    sums,
    terms: of("term").map(([term = ""]) => term),
    definitions: of("definition").map(([term = "", words = ""]) => ({
      term,
      at: locate(text, words, 0).start,
    })),
    events: of("event").map(([date = "", resolved = "", words = ""]) => ({
      text: date,
      date: resolved,
      at: locate(text, words, 0).start,
    })),
    people: of("person").map(([person = "", role = ""]) => ({ name: person, role })),
  };
}

/** Reads all tables, in the order of their names. */
export const readAllGold = (): Gold[] =>
  readdirSync(GOLD)
    .filter((file) => file.endsWith(".tsv"))
    .map((file) => readGold(file.slice(0, -4)));

/** What a draft got wrong or missed, for whoever mends the rules. */
export interface Remark {
  readonly measure: Measure;
  readonly text: string;
}

const noFigures = (): Figures =>
  Object.fromEntries(MEASURES.map((measure) => [measure, { right: 0, due: 0, drafted: 0 }])) as Figures;
const trimmed = (words: string): string =>
  foldText(words).replace(/^[\s"'.,;:!?，。]+|[\s"'.,;:!?，。！？]+$/gu, "");
const isSameName = (one: string, other: string): boolean => foldName(one) === foldName(other);
const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.some((same) => isSameName(name, same)));

/** Measures the drafts of one text. */
function measure(gold: Gold, drafts: readonly Draft[], remark: (one: Remark) => void): Figures {
  const figures = noFigures();
  const add = (name: Measure, count: Partial<Count>) => {
    for (const [member, value] of Object.entries(count)) figures[name][member as keyof Count] += value;
  };
  measureQuotations(gold, drafts, add, remark);
  measureSums(gold, drafts, add, remark);
  measureOthers(gold, drafts, add, remark);
  return figures;
}

type Add = (name: Measure, count: Partial<Count>) => void;

function measureQuotations(
  { text, quotations, terms }: Gold,
  drafts: readonly Draft[],
  add: Add,
  remark: (one: Remark) => void,
): void {
  const drafted = drafts.filter(({ kind }) => kind === "quotation");
  const isSame = (one: Span, other: Span) =>
    one.start < other.end &&
    other.start < one.end &&
    trimmed(text.slice(one.start, one.end)) === trimmed(text.slice(other.start, other.end));
  const segments = quotations.flatMap((quotation) => quotation.segments);
  for (const draft of drafted)
    for (const passage of draft.passages) {
      const isRight = segments.some((segment) => isSame(segment, passage));
      add("quotations", { drafted: 1, right: isRight ? 1 : 0 });
      if (!isRight)
        remark({ measure: "quotations", text: `besides: ${text.slice(passage.start, passage.end)}` });
    }
  for (const quotation of quotations) {
    add("quotations", { due: quotation.segments.length });
    const [first] = quotation.segments;
    const draft = drafted.find(({ passages }) => passages.some((passage) => isSame(first!, passage)));
    for (const segment of quotation.segments)
      if (!drafted.some(({ passages }) => passages.some((passage) => isSame(segment, passage))))
        remark({ measure: "quotations", text: `missed: ${text.slice(segment.start, segment.end)}` });
    const isJoined =
      draft !== undefined &&
      quotation.segments.every((segment) => draft.passages.some((passage) => isSame(segment, passage)));
    if (quotation.segments.length > 1) {
      add("joined", {
        due: 1,
        drafted: 1,
        right: isJoined && draft.passages.length === quotation.segments.length ? 1 : 0,
      });
      if (!isJoined)
        remark({ measure: "joined", text: `not joined: ${text.slice(first!.start, first!.end)}` });
    }
    const isDue = quotation.speaker !== "-";
    const given = draft?.speaker;
    const isRight = isDue && given !== undefined && isSameName(given, quotation.speaker);
    add("speakers", { due: isDue ? 1 : 0, drafted: given === undefined ? 0 : 1, right: isRight ? 1 : 0 });
    if (!isRight && (isDue || given !== undefined))
      remark({
        measure: "speakers",
        text: `${given ?? "none"} for ${quotation.speaker}: ${text.slice(first!.start, first!.start + 40)}`,
      });
  }
  const words = drafted.flatMap(({ passages }) =>
    passages.map(({ start, end }) => trimmed(text.slice(start, end))),
  );
  for (const term of terms) {
    const isOut = !words.includes(trimmed(term));
    add("terms", { due: 1, drafted: 1, right: isOut ? 1 : 0 });
    if (!isOut) remark({ measure: "terms", text: `not kept out: ${term}` });
  }
}

function measureSums(
  { sums }: Gold,
  drafts: readonly Draft[],
  add: Add,
  remark: (one: Remark) => void,
): void {
  const drafted = drafts.filter(({ kind }) => kind === "sum" || kind === "gift");
  const left = [...drafted];
  for (const sum of sums) {
    const at = left.findIndex(
      ({ amount }) => amount !== undefined && trimmed(amount.text) === trimmed(sum.text),
    );
    const [draft] = at < 0 ? [] : left.splice(at, 1);
    const isRight =
      draft !== undefined &&
      String(draft.amount?.value ?? "") === sum.value &&
      (draft.amount?.currency ?? (sum.value === "" ? "" : "-")) === sum.currency;
    if (sum.value !== "") {
      add("sums", { due: 1, right: draft ? 1 : 0 });
      if (draft) add("values", { due: 1, drafted: 1, right: isRight ? 1 : 0 });
      if (!isRight)
        remark({
          measure: draft ? "values" : "sums",
          text: `${draft ? `${draft.amount?.value} ${draft.amount?.currency}` : "missed"}: ${sum.text}`,
        });
    }
    const isGift = draft?.gift === true;
    add("gifts", { due: sum.isGift ? 1 : 0, drafted: isGift ? 1 : 0, right: isGift && sum.isGift ? 1 : 0 });
    if (isGift !== sum.isGift)
      remark({ measure: "gifts", text: `${isGift ? "no gift" : "missed gift"}: ${sum.text}` });
    if (!sum.isGift || !sum.donors) continue;
    const isDue = sum.donors.length > 0;
    const given = draft?.donors;
    const isSame = isDue && given !== undefined && isSameSet(given, sum.donors);
    add("donors", { due: isDue ? 1 : 0, drafted: given ? 1 : 0, right: isSame ? 1 : 0 });
    if (!isSame && (isDue || given))
      remark({
        measure: "donors",
        text: `${given?.join(" + ") ?? "none"} for ${sum.donors.join(" + ") || "none"}: ${sum.text}`,
      });
  }
  for (const draft of left) {
    if (draft.kind === "sum") add("sums", { drafted: 1 });
    add("gifts", { drafted: draft.gift ? 1 : 0 });
    remark({ measure: draft.gift ? "gifts" : "sums", text: `besides: ${draft.amount?.text}` });
  }
  add("sums", {
    drafted:
      drafted.filter(({ kind }) => kind === "sum").length - left.filter(({ kind }) => kind === "sum").length,
  });
}

function measureOthers(
  { text, definitions, events, people }: Gold,
  drafts: readonly Draft[],
  add: Add,
  remark: (one: Remark) => void,
): void {
  const covers = ({ passages }: Draft, at: number) =>
    passages.some(({ start, end }) => start <= at && at < end);
  const defined = drafts.filter(({ kind }) => kind === "definition");
  add("definitions", { due: definitions.length, drafted: defined.length });
  const hasTerm = (draft: Draft, term: string) =>
    draft.term !== undefined && isSameName(draft.term.replace(/^(?:an?|the) /i, ""), term);
  for (const { term, at } of definitions) {
    const isFound = defined.some((draft) => covers(draft, at) && hasTerm(draft, term));
    add("definitions", { right: isFound ? 1 : 0 });
    if (!isFound) remark({ measure: "definitions", text: `missed: ${term}` });
  }
  for (const draft of defined)
    if (!definitions.some(({ term, at }) => covers(draft, at) && hasTerm(draft, term)))
      remark({ measure: "definitions", text: `besides: ${draft.term}` });
  const dated = drafts.filter(({ kind }) => kind === "event");
  for (const { text: words, date, at } of events) {
    const draft = dated.find((one) => covers(one, at));
    const resolved =
      draft?.date?.to === undefined ? draft?.date?.date : `${draft.date.date}..${draft.date.to}`;
    const isRight = draft !== undefined && (resolved ?? "-") === date;
    add("events", { due: 1, drafted: 1, right: isRight ? 1 : 0 });
    if (!isRight)
      remark({ measure: "events", text: `${resolved} (${draft?.date?.text}) for ${date} (${words})` });
  }
  const found = drafts.filter(({ kind, role }) => kind === "person" && role !== undefined);
  const name: Measure = /\p{Script=Han}/u.test(text) ? "han people" : "people";
  add(name, { due: people.length, drafted: found.length });
  const isSame = (draft: Draft, person: { name: string; role: string }) => {
    const [one, other] = [foldName(draft.role ?? ""), foldName(person.role)];
    return (
      isSameName(draft.name ?? "", person.name) &&
      (one.includes(other) || (other.includes(one) && one.length > other.length / 2))
    );
  };
  for (const person of people) {
    const isFound = found.some((draft) => isSame(draft, person));
    add(name, { right: isFound ? 1 : 0 });
    if (!isFound)
      remark({
        measure: name,
        text: `missed: ${person.name}, ${person.role}; drafted: ${found.filter((draft) => isSameName(draft.name ?? "", person.name)).map(({ role }) => role)}`,
      });
  }
  for (const draft of found)
    if (!people.some((person) => isSame(draft, person)))
      remark({ measure: name, text: `besides: ${draft.name}, ${draft.role}` });
}

/** Measures the drafts of all texts, by group. */
export function measureDrafts(
  remark: (one: Remark & { readonly name: string }) => void = () => {},
): Record<Group, Figures> {
  const all = Object.fromEntries(GROUPS.map((group) => [group, noFigures()])) as Record<Group, Figures>;
  for (const gold of readAllGold()) {
    const own = measure(gold, draftText(gold.text, gold).drafts, (one) =>
      remark({ ...one, name: gold.name }),
    );
    for (const name of MEASURES)
      for (const member of ["right", "due", "drafted"] as const)
        all[groupOf(gold.name)][name][member] += own[name][member];
  }
  return all;
}

/** Returns the shares that a measure consists of: precision and recall, or one that says all; none where nothing is due. */
export function sharesOf(name: Measure, { right, due, drafted }: Count): number[] {
  if (due === 0) return [];
  switch (name) {
    case "joined":
    case "terms":
    case "values":
    case "events":
    case "sums":
      return [right / due];
    case "speakers":
    case "donors":
      return [drafted === 0 ? 0 : right / drafted, Math.min(drafted, due) / due];
    case "definitions":
    case "people":
    case "han people":
      return [(2 * right) / (due + drafted)];
    default:
      return [drafted === 0 ? 0 : right / drafted, right / due];
  }
}

/** Writes a measure’s shares, or a dash where nothing is due. */
export const figureOf = (name: Measure, count: Count): string =>
  sharesOf(name, count)
    .map((share) => share.toFixed(2))
    .join(" / ") || "–";

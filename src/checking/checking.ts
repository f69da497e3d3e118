/** Holds a message against the shelf, sentence by sentence. */
import type { Kind } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import type { AnyRecord } from "../library/records.ts";
import { copiesIn } from "./copies.ts";
import { datesOf } from "./dating.ts";
import { figuresIn } from "./figures.ts";
import { numbersIn } from "./numbers.ts";
import { quotationsIn } from "./quotations.ts";
import { read } from "./reading.ts";
import { rolesIn } from "./roles.ts";
import { moodOf, outside, type Quoted, quotedIn, type Stretch, sentencesOf } from "./sentences.ts";
import type { CheckedSentence, Verdict, WordsVerdict } from "./verdicts.ts";

/** A message that was held against the shelf. */
export interface Checked {
  readonly sentences: readonly CheckedSentence[];
  /** Everything on the shelf that the message names. */
  readonly named: readonly AnyRecord[];
}

const NAMED: readonly Kind[] = ["organizations", "people", "events", "terms"];
const ORDER: readonly Verdict["kind"][] = ["borne", "differs", "silent"];

/** The quotations inside a sentence, placed in it. */
const within = (sentence: Stretch, quoted: readonly Quoted[]): Quoted[] =>
  quoted
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .map((one) => ({ ...one, start: one.start - sentence.start, end: one.end - sentence.start }));

/** Which of a copy of a source's sentence and of the quotations in it is shown: not both, unless they say different things. */
function reconciled(copy: readonly Verdict[], words: readonly WordsVerdict[]): readonly Verdict[] {
  const [whole] = copy;
  if (whole?.about === "words" && words.some(({ record }) => record === whole.record)) return words;
  if (whole?.about !== "words" || whole.kind !== "borne") return [...words, ...copy];
  const quoted = words.reduce((sum, { said }) => sum + said.length, 0);
  const same = words.every(({ kind }) => kind === "borne");
  if (words.length > 0 && quoted > whole.said.length * 0.5) return words;
  return same ? copy : [...words, ...copy];
}

async function checkSentence(
  sentence: Stretch,
  quoted: readonly Quoted[],
  library: Library,
): Promise<CheckedSentence> {
  const own = within(sentence, quoted);
  const records = await library.mentions(sentence.text, NAMED);
  const mood = moodOf(outside(sentence, quoted));
  const copies = await copiesIn({ text: sentence.text, mood }, library);
  // What a source itself denies or supposes, in its own words, is the source's.
  if (mood !== "asserts")
    return {
      text: sentence.text,
      mood,
      verdicts: copies.filter(({ about }) => about === "words"),
      open: [],
    };

  const reading = read(sentence.text, records, own);
  const flat = own.length === 0 ? reading : read(sentence.text, records, []);
  // What is said inside a quotation is asserted only if the quotation asserts it.
  const told = own.every(({ inner }) => moodOf(inner) === "asserts") ? flat : reading;
  const figures = await figuresIn(told, library);
  const { verdicts: words, open } = await quotationsIn(reading, library);
  const sums = figures.filter((one) => one.about === "figure");
  const dates = await datesOf(reading, { figures: sums, words }, library);
  const isSum = (text: string) => sums.some(({ sum }) => sum.text.includes(text));
  const numbers = (await numbersIn(reading, library)).filter(({ said }) => !isSum(said));
  const isKnown = (text: string) =>
    isSum(text) ||
    numbers.some(({ said }) => said.includes(text)) ||
    dates.some(({ said }) => said.includes(text));
  const copied = copies.filter((one) => one.about === "words" || !isKnown(one.said));
  const shown = new Set(
    figures.flatMap(({ pledge }) =>
      pledge.accounts.flatMap(({ passages }) => passages.map(({ exact }) => exact)),
    ),
  );
  const fresh = copied.filter(
    (one) => one.about !== "words" || !one.evidence.every(({ exact }) => shown.has(exact)),
  );
  const verdicts = [...figures, ...reconciled(fresh, words), ...dates, ...numbers, ...rolesIn(reading)];
  const settled = verdicts.map(({ about, ...one }) =>
    "said" in one ? one.said : "sum" in one ? one.sum.text : about,
  );
  const isCopy = verdicts.some((one) => one.about === "words" && one.as === "copy" && one.kind === "borne");
  const parts = told.tokens.filter(({ kind }) => kind === "S" || kind === "T").map(({ text }) => text);
  return {
    text: sentence.text,
    mood,
    verdicts: ORDER.flatMap((kind) => verdicts.filter((one) => one.kind === kind)),
    open: isCopy ? [] : [...parts.filter((part) => !settled.some((said) => said.includes(part))), ...open],
  };
}

/** What the shelf says of each sentence of a message, in the message's order. */
export async function checkMessage(text: string, library: Library): Promise<Checked> {
  const quoted = quotedIn(text);
  const sentences: CheckedSentence[] = [];
  for (const sentence of sentencesOf(text, quoted))
    sentences.push(await checkSentence(sentence, quoted, library));
  return { sentences, named: await library.mentions(text, NAMED) };
}

/** Prints drafts for a reader: kind by kind, each with its passage in place and what is open. */
import type { DraftMessages } from "../language/en/draft-messages.ts";
import { printableText } from "../support/printable.ts";
import type { Draft } from "./draft.ts";
import type { KnownRecord } from "./known-records.ts";
import { type Reading, sentenceAt } from "./reading.ts";

/** A draft, and the record of the shelf that says the same. */
export interface ComparedDraft {
  readonly draft: Draft;
  readonly known?: KnownRecord | undefined;
}

/** The order in which kinds are printed: what answers most questions first. */
const ORDER = ["gift", "quotation", "sum", "definition", "event", "person", "organization"] as const;
type Heading = (typeof ORDER)[number];

const headingOf = ({ kind, gift }: Draft): Heading => (kind === "sum" && gift ? "gift" : kind);

/** The longest lead and tail that are shown around a passage, in UTF-16 units. */
const CONTEXT = 60;

/** Prints the drafts of a text. */
export function printDrafts(all: readonly ComparedDraft[], reading: Reading, say: DraftMessages): string {
  const parts = ORDER.flatMap((heading) => {
    const own = all.filter(({ draft }) => headingOf(draft) === heading);
    return own.length === 0
      ? []
      : [
          `${say.headings[heading]} (${own.length})\n\n${own.map((one, index) => printOne(one, index + 1, reading, say)).join("\n\n")}`,
        ];
  });
  const open = all.filter(({ draft }) => draft.questions !== undefined).length;
  return parts.length === 0 ? say.nothing : `${parts.join("\n\n\n")}\n\n${say.summary(all.length, open)}`;
}

function printOne(
  { draft, known }: ComparedDraft,
  number: number,
  reading: Reading,
  say: DraftMessages,
): string {
  const questions = (draft.questions ?? []).map(({ about, words, candidates }) =>
    say.question(say.questions[about](words), candidates),
  );
  const same = known
    ? [
        say.known(known.as, known.ref),
        ...known.differences.map(({ what, here, there }) => say.difference(what, here, there)),
      ]
    : [];
  return [
    `${number}. ${summaryOf(draft, say)}`,
    `   ${inPlace(draft, reading)}`,
    ...[...questions, ...same].map((line) => `   ${line}`),
  ]
    .map(printableText)
    .join("\n");
}

function summaryOf(
  { kind, speaker, amount, donors, joint, gift, term, date, name, role }: Draft,
  say: DraftMessages,
): string {
  const own = kind === "quotation" ? (speaker ?? say.nobody) : (term ?? date?.text ?? name ?? "");
  const sum = amount && say.amount(amount);
  const given = gift ? say.donors(donors ?? [], joint ?? false) : undefined;
  const resolved =
    date?.date === undefined || date.date === date.text ? undefined : say.dated(date.date, date.to);
  return [own, sum, given, role, resolved].filter((part) => part !== undefined && part !== "").join(", ");
}

/** Shows a passage between the words beside it; passages in one paragraph together. */
function inPlace({ passages, amount, date }: Draft, reading: Reading): string {
  const [first, last] = [passages[0]!, passages.at(-1)!];
  const inner = amount?.text ?? date?.text;
  const at = inner === undefined ? -1 : reading.text.indexOf(inner, first.start);
  const marked = at >= 0 && at < first.end ? [{ start: at, end: at + inner!.length }] : passages;
  const { block } = reading.sentences[sentenceAt(reading, first.start)]!;
  const from = Math.max(block.start, marked[0]!.start - CONTEXT);
  const to = Math.min(
    reading.blocks.find((one) => one.end >= last.end)?.end ?? last.end,
    marked.at(-1)!.end + CONTEXT,
  );
  let shown = from > block.start ? "…" : "";
  let place = from;
  for (const { start, end } of marked) {
    shown += `${reading.text.slice(place, start)}[${reading.text.slice(start, end)}]`;
    place = end;
  }
  return `${shown}${reading.text.slice(place, to)}${to < reading.text.length && reading.text[to] !== "\n" ? "…" : ""}`.replace(
    /\s*\n\s*/g,
    " ",
  );
}

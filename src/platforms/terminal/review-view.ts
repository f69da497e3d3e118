/** Draws proposals for a terminal, as text. Whatever a source or a person wrote is shown harmless. */
import type { TextStyle } from "../../delivery/text.ts";
import type { ReviewScreenMessages } from "../../language/en/review-screen.ts";
import type { FieldName, Proposal, ProposalField, ProposalPassage } from "../../review/review-desk.ts";
import { columnWidth } from "../../support/columns.ts";
import { cutText } from "../../support/cut-text.ts";
import { printableText } from "../../support/printable.ts";

/** How the screen is written: its style, and its language. */
export interface ReviewStyle extends TextStyle {
  readonly say: ReviewScreenMessages;
}

/** A proposal as it stands on the screen, with what the reviewer has changed. */
export interface ShownProposal {
  readonly proposal: Proposal;
  /** Fields that have been answered or edited. */
  readonly answered: ReadonlySet<string>;
  readonly at: number;
  readonly of: number;
  /** What became of the last key. */
  readonly notice?: string | undefined;
}

/** How much of a paragraph is shown before and after a passage, in UTF-16 units. */
const AROUND = 400;
const LONGEST_VALUE = 240;

const shown = (text: string): string => printableText(cutText(text, 4_000));
const short = (text: string): string =>
  text.length <= LONGEST_VALUE ? shown(text) : `${shown(cutText(text, LONGEST_VALUE))}…`;

const indented = (style: ReviewStyle, text: string): string => style.wrap(text, "  ");

/** Returns a line of keys, which breaks between two keys and never between a key and what it does. */
const keyLine = (style: ReviewStyle, keys: string): string =>
  style.quiet(style.wrap(keys.replace(/(?<! ) (?! )/g, "\u00a0"), "").replaceAll("\u00a0", " "));

/** Returns passages in their paragraphs, each marked; those of one paragraph together. */
function paragraphsOf(passages: readonly ProposalPassage[], style: ReviewStyle): string[] {
  const paragraphs: string[] = [];
  for (const [index, { exact, start, end, before, after }] of passages.entries()) {
    const previous = passages[index - 1];
    const gap = previous && start - previous.end;
    const isInside = previous && gap !== undefined && gap >= 0 && gap <= previous.after.length;
    const next = passages[index + 1];
    const toNext = next && next.start - end;
    const isNextInside = toNext !== undefined && toNext >= 0 && toNext <= after.length;
    const marked = style.mark(`[${shown(exact)}]`);
    const behind = isNextInside
      ? shown(after.slice(0, toNext))
      : after.length > AROUND
        ? `${shown(cutText(after, AROUND))}…`
        : shown(after);
    const ahead = before.length > AROUND ? `…${shown(before.slice(-AROUND))}` : shown(before);
    if (isInside) paragraphs.push(`${paragraphs.pop() ?? ""}${marked}${behind}`);
    else paragraphs.push(`${ahead}${marked}${behind}`);
  }
  return paragraphs;
}

/** The field whose question is open, with its candidates. */
export const openField = (
  { fields }: Proposal,
  answered: ReadonlySet<string>,
): (ProposalField & { readonly question: NonNullable<ProposalField["question"]> }) | undefined =>
  fields.find((one): one is ProposalField & { question: NonNullable<ProposalField["question"]> } =>
    Boolean(one.question && !answered.has(one.name)),
  );

function questionLines(proposal: Proposal, answered: ReadonlySet<string>, style: ReviewStyle): string[] {
  const open = openField(proposal, answered);
  if (!open) return [];
  const picks = [
    ...open.question.candidates.slice(0, 9).map((name, index) => `${index + 1} ${short(name)}`),
    ...(open.name === "donors" ? [style.say.nobody] : []),
  ];
  return [
    style.warn(indented(style, style.say.question(shown(open.question.ask)))),
    ...(picks.length === 0 ? [] : [style.wrap(picks.join("   "), "    ")]),
  ];
}

/** The width of the names of fields. */
const NAME_WIDTH = 13;

function fieldLines({ fields }: Proposal, answered: ReadonlySet<string>, style: ReviewStyle): string[] {
  return fields
    .filter(
      ({ name, value, question }) => value !== "" || (question && !answered.has(name)) || answered.has(name),
    )
    .map(({ name, value }) => {
      const own = style.say.fields[name];
      const label = `  ${own}${" ".repeat(Math.max(1, NAME_WIDTH - columnWidth(own)))}`;
      return style.wrap(
        value === "" ? (answered.has(name) ? "–" : style.say.open) : short(value),
        " ".repeat(columnWidth(label)),
        label,
      );
    });
}

function knownLines({ known, record, remark, brings }: Proposal, style: ReviewStyle): string[] {
  const lines = [
    ...(remark === undefined ? [] : [style.say.remark(shown(remark))]),
    ...(record === undefined ? [] : [style.say.record(record)]),
    ...(brings.length === 0 ? [] : [style.say.brings(brings.map(({ label }) => short(label)))]),
    ...(known
      ? [
          style.say.known(known.as, known.ref),
          ...known.differences.map(({ what, here, there }) =>
            style.say.difference(style.say.fields[what], short(here), short(there)),
          ),
        ]
      : []),
  ];
  return lines.map((line) => indented(style, line));
}

/** Draws one proposal: what it is, its open question, its passage in place, its fields, and the keys. */
export function drawProposal(
  { proposal, answered, at, of, notice }: ShownProposal,
  style: ReviewStyle,
): string {
  const { kind, origin, answers, source, passages, known } = proposal;
  const ask = short(answers);
  const head = [
    style.title(style.wrap(style.say.heading(at, of, style.say.kinds[kind], style.say.origins[origin]), "")),
    indented(style, origin === "report" ? style.say.about(ask) : style.say.answers(ask)),
    ...(source === "" ? [] : [style.quiet(indented(style, style.say.source(source)))]),
  ];
  const paragraphs = paragraphsOf(passages, style).map((text) => indented(style, text));
  const parts = [
    ...(notice === undefined ? [] : [[style.wrap(shown(notice), "")]]),
    head,
    questionLines(proposal, answered, style),
    ...paragraphs.map((one) => [one]),
    fieldLines(proposal, answered, style),
    knownLines(proposal, style),
    [keyLine(style, style.say.keys(known !== undefined))],
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

/** Returns what a proposal says in one line, its words in whole: what is accepted from a list is seen there. */
export function proposalLine({ kind, fields, passages }: Proposal): string {
  const hidden: readonly FieldName[] = [
    "value",
    "currency",
    "verb",
    "joint",
    ...(kind === "events" ? ["label" as const] : []),
  ];
  const values = fields
    .filter(({ name, value }) => value !== "" && !hidden.includes(name))
    .map(({ value }) => short(value));
  const hasWords = kind === "quotes" || kind === "terms" || kind === "events";
  const words = hasWords ? passages.map(({ exact }) => `“${shown(exact)}”`) : [];
  return [...new Set([...values, ...words])].join(" · ");
}

/** Draws the list that is ticked through. */
export function drawList(
  page: readonly Proposal[],
  ticked: ReadonlySet<string>,
  { from, of, notice }: { readonly from: number; readonly of: number; readonly notice?: string | undefined },
  style: ReviewStyle,
): string {
  const lines = page.map((proposal, index) => {
    const box = ticked.has(proposal.id) ? "[x]" : "[ ]";
    const open = openField(proposal, new Set());
    const mark = open ? ` ${style.say.question(shown(open.question.ask))}` : "";
    const text = `${style.say.kinds[proposal.kind]}: ${proposalLine(proposal)}${mark}`;
    return style.wrap(text, "      ", `${index + 1} ${box} `);
  });
  return [
    ...(notice === undefined ? [] : [style.wrap(shown(notice), "")]),
    style.title(style.wrap(style.say.listHeading(from + 1, from + page.length, of), "")),
    lines.join("\n"),
    keyLine(style, style.say.listKeys),
  ].join("\n\n");
}

/** Draws the sure proposals of a kind, one a line, before they are accepted together. */
export const drawSure = (sure: readonly Proposal[], style: ReviewStyle): string =>
  [
    style.title(style.wrap(style.say.sureHeading(sure.length, style.say.kinds[sure[0]!.kind]), "")),
    sure.map((proposal) => style.wrap(proposalLine(proposal), "    ", "  ")).join("\n"),
    keyLine(style, style.say.sureKeys),
  ].join("\n\n");

/** Draws the places of a passage that occurs several times. */
export const drawPlaces = (passage: string, places: readonly ProposalPassage[], style: ReviewStyle): string =>
  [
    style.wrap(style.say.places(short(passage)), ""),
    places
      .map(({ before, exact, after }, index) =>
        style.wrap(
          `${shown(before.slice(-80))}[${short(exact)}]${shown(cutText(after, 80))}`,
          "    ",
          `  ${index + 1} `,
        ),
      )
      .join("\n"),
    keyLine(style, style.say.placesKeys),
  ].join("\n\n");

/** Draws all keys. */
export const drawKeys = (style: ReviewStyle): string =>
  [
    style.say.allKeys
      .map((line) => style.wrap(line.slice(7), "         ", `  ${line.slice(0, 7)}`))
      .join("\n"),
    keyLine(style, style.say.anyKey),
  ].join("\n\n");

/** The fields of proposals: what a draft says of each, and what a proposal will answer. */
import type { Draft } from "../drafts/draft.ts";
import type { ReviewMessages } from "../language/en/review-messages.ts";
import type { RecordKind } from "../shelf/kinds.ts";
import { cutText } from "../support/cut-text.ts";
import type { FieldName, ProposalField } from "./review-desk.ts";

/** The longest label that is made of a passage. */
const LONGEST_LABEL = 72;

/** Returns the beginning of a passage, cut at a word, on one line. */
export function excerpt(words: string, most = LONGEST_LABEL): string {
  const line = words.replace(/\s+/gu, " ").trim();
  if (line.length <= most) return line;
  const cut = cutText(line, most);
  return `${cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut}…`.replace(/[,;:，；：]…$/u, "…");
}

const field = (name: FieldName, value = "", question?: ProposalField["question"]): ProposalField => ({
  name,
  value,
  ...(question ? { question } : {}),
});

/** Returns the fields of a draft. A question that it leaves open stands with the field that answers it. */
export function fieldsFrom(draft: Draft, label: string, say: ReviewMessages): ProposalField[] {
  const [open] = draft.questions ?? [];
  const question = open && { ask: say.questions[open.about](open.words), candidates: open.candidates };
  const { amount, donors = [], date } = draft;
  switch (draft.kind) {
    case "quotation":
      return [field("speaker", draft.speaker, question)];
    case "sum":
    case "gift": {
      const value = amount?.value === undefined ? "" : String(amount.value);
      return [
        field("donors", donors.join("; "), question),
        ...(donors.length > 1 ? [field("joint", draft.joint ? "yes" : "no")] : []),
        field("amount", amount?.text),
        field("value", value),
        field("currency", amount?.currency),
        ...(amount?.qualifier === undefined ? [] : [field("qualifier", amount.qualifier)]),
        field("verb", draft.verb),
        field("purpose"),
      ];
    }
    case "definition":
      return [field("term", draft.term)];
    case "event":
      return [field("label", label), field("when", date?.text), field("date", date?.date, question)];
    default:
      return [field("name", draft.name), field("role", draft.role)];
  }
}

/** Returns the fields of a kind without a draft, with what a person has to say. */
export function emptyFields(
  kind: RecordKind,
  label: string,
  names: readonly string[],
  say: ReviewMessages,
): ProposalField[] {
  const asked = (name: FieldName, candidates: readonly string[] = []): ProposalField =>
    field(name, "", { ask: say.asks[name] ?? say.askFor(name), candidates });
  switch (kind) {
    case "quotes":
      return [asked("speaker", names)];
    case "pledges":
      return [
        asked("donors", names),
        field("amount"),
        field("value"),
        field("currency"),
        asked("verb"),
        field("purpose"),
      ];
    case "terms":
      return [asked("term")];
    case "events":
      return [field("label", label), asked("when"), field("date")];
    case "facts":
      return [field("label", label)];
    default:
      return [asked("name", names), field("role")];
  }
}

/** Returns a field's value. */
export const fieldValue = (fields: readonly ProposalField[], name: FieldName): string =>
  fields.find((one) => one.name === name)?.value ?? "";

/** Returns the ask that a record of these fields will answer, without line ends. */
export function answersOf(kind: RecordKind, fields: readonly ProposalField[]): string {
  const of = (name: FieldName) => fieldValue(fields, name).replace(/\s+/gu, " ").trim();
  const ask = {
    pledges: ["/pledge", of("donors").split(";")[0] ?? ""],
    quotes: ["/quote", of("speaker")],
    terms: ["/define", of("term")],
    events: ["/timeline", ""],
    people: ["/who", of("name")],
    organizations: ["/who", of("name")],
    facts: ["/search", of("label")],
  }[kind];
  return ask.filter((part) => part !== "").join(" ");
}

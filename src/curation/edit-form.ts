/** Builds the form in which a proposal is edited, and reads what was changed in it. */
import type { Messages } from "../language/messages.ts";
import {
  FIELD_NAMES,
  type FieldName,
  type Proposal,
  type ProposalEdits,
  type ProposalField,
  type TypedPassage,
} from "../review/review-desk.ts";
import {
  type FormField,
  type FormOption,
  type FormValues,
  MOST_FIELDS,
  MOST_OPTION_VALUE,
  MOST_OPTIONS,
  MOST_TEXT,
} from "./form.ts";

/** The fields that are no field of the record: the passages, and the values that have no field of their own. */
const PASSAGE = "passage";
const OTHERS = "others";

/** Returns a proposal's passages as one text, each a paragraph of its own. */
const joinedPassages = ({ passages }: Proposal): string => passages.map(({ exact }) => exact).join("\n\n");

/** Returns those who or what may be meant by a field, where a choice can hold them. */
function optionsOf({ value, question }: ProposalField): readonly FormOption[] | undefined {
  if (question === undefined) return undefined;
  const all = [...new Set([...(value === "" ? [] : [value]), ...question.candidates])];
  const fits =
    all.length <= MOST_OPTIONS && all.every((one) => one !== "" && one.length <= MOST_OPTION_VALUE);
  return fits && all.length > 0 ? all.map((one) => ({ label: one, value: one })) : undefined;
}

/** Orders fields as they are needed: those that are open first. */
const byNeed = (fields: readonly ProposalField[]): readonly ProposalField[] => [
  ...fields.filter(({ question }) => question),
  ...fields.filter(({ question }) => !question),
];

/** Returns the fields of a form, the last of which holds in a line each what has no field of its own. */
function valueFields(proposal: Proposal, most: number, { curation, labelled }: Messages): FormField[] {
  const fields = byNeed(proposal.fields);
  const own = fields.length <= most ? fields : fields.slice(0, most - 1);
  const rest = fields.slice(own.length);
  const drawn = own.map((field): FormField => {
    const options = optionsOf(field);
    return {
      name: field.name,
      label: curation.fields[field.name],
      isRequired: false,
      value: field.value,
      ...(field.question && !options ? { hint: field.question.ask } : {}),
      ...(options ? { options } : {}),
    };
  });
  const lines = rest.map(({ name, value }) => labelled(curation.fields[name]) + value).join("\n");
  const others: FormField = {
    name: OTHERS,
    label: curation.others,
    hint: curation.othersHint,
    isRequired: false,
    isLong: true,
    value: lines,
  };
  return rest.length === 0 ? drawn : [...drawn, others];
}

/** Returns the fields in which a proposal is edited. @param words the passage at a place that was chosen */
export function editFields(proposal: Proposal, messages: Messages, words?: string): FormField[] {
  const { curation } = messages;
  const passage = words ?? joinedPassages(proposal);
  const hasPassage = proposal.passages.length > 0 && passage.length <= MOST_TEXT;
  const fields = valueFields(proposal, MOST_FIELDS - (hasPassage ? 1 : 0), messages);
  if (!hasPassage) return fields;
  const hint = proposal.passages.length > 1 ? curation.passagesHint : curation.passageHint;
  return [
    ...fields,
    { name: PASSAGE, label: curation.passage, hint, value: passage, isRequired: true, isLong: true },
  ];
}

/** Parses the lines of the field for what has none of its own; the name that is none is a fault. */
function readOthers(text: string, { curation }: Messages): Map<FieldName, string> | { unknown: string } {
  const names = new Map(
    FIELD_NAMES.flatMap((name) => [
      [name as string, name] as const,
      [curation.fields[name].toLowerCase(), name] as const,
    ]),
  );
  const read = new Map<FieldName, string>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const [label = "", ...rest] = line.split(/[:：]/);
    const name = names.get(label.trim().toLowerCase());
    if (name === undefined || rest.length === 0) return { unknown: line.trim() };
    read.set(name, line.slice(label.length + 1).trim());
  }
  return read;
}

const folded = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Returns the passages that were typed; undefined where they are the proposal's own. */
function readPassages(
  text: string | undefined,
  proposal: Proposal,
  start: number | undefined,
): readonly TypedPassage[] | undefined {
  if (text === undefined) return undefined;
  if (start !== undefined) return [{ exact: text.trim(), start }];
  if (folded(text) === folded(joinedPassages(proposal))) return undefined;
  const typed = proposal.passages.length > 1 ? text.split(/\n[^\S\n]*\n/) : [text];
  return typed
    .map((exact) => exact.trim())
    .filter((exact) => exact !== "")
    .map((exact) => {
      const same = proposal.passages.find((one) => folded(one.exact) === folded(exact));
      return { exact, ...(same ? { start: same.start } : {}) };
    });
}

/**
 * Reads what was changed in a form; a line that names no field is a fault.
 * @param start the place of the passage, where one was chosen
 */
export function readEdits(
  proposal: Proposal,
  values: FormValues,
  messages: Messages,
  start?: number,
): ProposalEdits | { readonly unknown: string } {
  const others = readOthers(values[OTHERS] ?? "", messages);
  if ("unknown" in others) return others;
  const given = (name: FieldName): string | undefined => values[name]?.trim() ?? others.get(name);
  const fields = FIELD_NAMES.flatMap((name) => {
    const value = given(name);
    const own = proposal.fields.find((field) => field.name === name)?.value ?? "";
    return value === undefined || value === own.trim() ? [] : [[name, value] as const];
  });
  const passages = readPassages(values[PASSAGE], proposal, start);
  return {
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
    ...(passages ? { passages } : {}),
  };
}

/** Returns the field of a form beside which a fault is said: the last one. */
export const faultField = (values: FormValues): string =>
  PASSAGE in values ? PASSAGE : (Object.keys(values)[0] ?? PASSAGE);

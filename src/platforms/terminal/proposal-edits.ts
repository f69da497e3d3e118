/** What a reviewer changes of a proposal before accepting it. */
import type { FieldName, Proposal, ProposalEdits, ProposalPassage } from "../../review/review-desk.ts";
import { moveEdge } from "./passage-edges.ts";
import { openField } from "./review-view.ts";

/** A proposal with what the reviewer has changed of it. */
export interface Edited {
  readonly proposal: Proposal;
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  readonly passages?: readonly ProposalPassage[];
}

/** Where a passage stands that was typed: it is found when it is accepted. */
const NOWHERE = -1;

/** Returns a typed passage, whose place is not known yet. */
export const typedPassage = (exact: string): ProposalPassage => ({
  exact,
  start: NOWHERE,
  end: NOWHERE,
  before: "",
  after: "",
});

/** Tells whether a proposal has fields and passages that may be changed. */
export const canEdit = ({ origin }: Proposal): boolean => origin === "draft" || origin === "suggestion";

/** Returns the changes as the desk takes them. */
export const editsOf = ({ fields, passages }: Edited): ProposalEdits => ({
  fields,
  ...(passages
    ? { passages: passages.map(({ exact, start }) => (start === NOWHERE ? { exact } : { exact, start })) }
    : {}),
});

/** Returns a proposal as it stands on the screen. */
export function asEdited({ proposal, fields, passages }: Edited): Proposal {
  const own = proposal.fields.map((field) => ({ ...field, value: fields[field.name] ?? field.value }));
  return { ...proposal, fields: own, passages: passages ?? proposal.passages };
}

/** Answers the open question by the digit of a candidate, or by 0 for nobody; undefined where there is none. */
export function answered(edited: Edited, digit: string): Edited | undefined {
  const open = openField(asEdited(edited), new Set(Object.keys(edited.fields)));
  const value = digit === "0" && open?.name === "donors" ? "" : open?.question.candidates[Number(digit) - 1];
  return open && value !== undefined
    ? { ...edited, fields: { ...edited.fields, [open.name]: value } }
    : undefined;
}

/** Moves an edge of the passage by a word: `[` and `]` its beginning, `{` and `}` its end; undefined where it cannot. */
export function moved(edited: Edited, key: string): Edited | undefined {
  const { passages } = asEdited(edited);
  const edge = key === "[" || key === "]" ? "start" : "end";
  const at = edge === "start" ? 0 : passages.length - 1;
  const passage = passages[at];
  if (!passage || passage.start === NOWHERE || !canEdit(edited.proposal)) return undefined;
  const made = moveEdge(passage, edge, key === "[" || key === "{" ? -1 : 1);
  return made && { ...edited, passages: passages.map((one, index) => (index === at ? made : one)) };
}

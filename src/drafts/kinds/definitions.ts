/** Drafts definitions: sentences that say what a term means. */
import { DRAFT_GRAMMARS } from "../../language/draft-grammar.ts";
import type { Draft } from "../draft.ts";
import type { Reading, ReadSentence } from "../reading.ts";

/** Marks around a term, which are no part of it. */
const MARKS = /^[“”"‘’'「『]+|[“”"‘’'」』]+$/gu;
const OPENING_MARKS = ["“", "‘", "「", "『", '"'] as const;
const FORMS = DRAFT_GRAMMARS.flatMap(({ defining }) => defining.forms);

/** Drafts the definitions of a text, each term once in a sentence. */
export function draftDefinitions(reading: Reading): Draft[] {
  return reading.sentences.flatMap((sentence) => definitionsIn(sentence));
}

function definitionsIn({ text, start, end, block, mentions }: ReadSentence): Draft[] {
  if (block.isHeading || /[?？]$/u.test(text)) return [];
  const terms = new Map<string, number>();
  for (const form of FORMS) {
    const found = form.exec(text);
    const written = (found?.groups?.term ?? found?.groups?.term2)?.trim();
    const term = written?.replace(MARKS, "").replace(/^(?:an?|the) (?=\S)/iu, "");
    if (!found || term === undefined || term === "") continue;
    const at = start + found.index;
    // Who is named is no term, unless the name stands in marks, and neither is a sentence that somebody says.
    const isNamed = mentions.some(({ entity }) =>
      [entity.name, ...entity.forms].includes(term.replace(/^(?:the|an?) /iu, "")),
    );
    const isMarked = OPENING_MARKS.some((mark) => text.includes(mark + term));
    if ((isNamed && !isMarked) || /[.?!。？！]$/u.test(term) || term.split(" ").length > 8) continue;
    if (![...terms.keys()].some((known) => known.includes(term) || term.includes(known))) terms.set(term, at);
  }
  return [...terms.keys()].map((term) => ({ kind: "definition", passages: [{ start, end }], term }));
}

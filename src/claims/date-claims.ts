/** Dates of a sentence, held against those of the event, the quotation or the commitment that they are surely said of. */

import { type DateRange, isYearless, relateRanges } from "../language/dates.ts";
import type { Library } from "../library/library.ts";
import { foldName } from "../shelf/fold.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, EventRecord as Event, Evidence } from "../shelf/records.ts";
import { stemWord } from "./purpose.ts";
import type { ClaimToken, TokenizedSentence } from "./tokenize.ts";
import type { AmountVerdict, DateVerdict, WordsVerdict } from "./verdicts.ts";

type When = Event["when"];

/** What can happen only once: in another year it is not another event, but another date. */
const ONCE = /\b(?:first|publication|declaration|introduction|founding|launch|establishment|birth|death)\b/i;

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const stems = (text: string): string[] => foldName(text).split(" ").map(stemWord);
const SMALL = new Set(stems("a an the of in on at for and that had has was is to by with s china chinese"));

/** The words by which an event's names say what happened, and not only where. */
function happenings({ label, aliases }: Event): {
  readonly words: ReadonlySet<string>;
  readonly han: readonly string[];
} {
  const names = [label, ...aliases];
  const lower = names.flatMap((name) => name.match(/(?<![\p{L}])\p{Ll}[\p{L}’'-]*/gu) ?? []);
  const han = names.filter(isHan);
  const rests = han.flatMap((name) =>
    han
      .filter((shorter) => name !== shorter && name.startsWith(shorter))
      .map((shorter) => name.slice(shorter.length)),
  );
  return { words: new Set(lower.map(stemWord).filter((stem) => !SMALL.has(stem))), han: rests };
}

/** Whether a sentence that has one of an event's names speaks of the event, and not of the place alone. */
export function isAboutEvent(event: Event, token: ClaimToken, text: string): boolean {
  const { words, han } = happenings(event);
  const others = [event.label, ...event.aliases].map(foldName);
  const name = foldName(token.text);
  const bare =
    others.some((other) => other !== name && ` ${other} `.includes(` ${name} `)) ||
    (isHan(token.text) &&
      event.aliases.some((alias) => alias !== token.text && alias.startsWith(token.text)));
  if (!bare) return true;
  return stems(text).some((stem) => words.has(stem)) || han.some((rest) => text.includes(rest));
}

/** How dates that a sentence gives lie to those on the shelf, as a verdict. */
function verdictOf(
  said: ClaimToken,
  record: AnyRecord,
  when: When,
  evidence: readonly Evidence[],
  once: boolean,
): DateVerdict | undefined {
  if (!said.dates || when.date === undefined) return undefined;
  const known: DateRange = { date: when.date, to: when.to };
  const lies = relateRanges(said.dates, known);
  const common = {
    about: "date",
    said: said.text,
    record,
    when: { ...known, date: when.date, stated: when.stated, inferred: when.inferred },
    evidence,
  } as const;
  switch (lies) {
    case "same":
    case "around":
      return { ...common, kind: "borne" };
    case "inside":
      return when.to === undefined || said.dates.to !== undefined
        ? { ...common, kind: "silent", why: "coarser" }
        : { ...common, kind: "borne" };
    case "across":
    case undefined:
      return undefined;
    case "apart": {
      const sameYear = !isYearless(said.dates.date) && said.dates.date.slice(0, 4) === when.date.slice(0, 4);
      return once || sameYear
        ? { ...common, kind: "differs" }
        : { ...common, kind: "silent", why: "another" };
    }
  }
}

/** As much of a stem as “publication” and “published” share. */
const STEM = 5;

/** The events whose whole label a sentence tells in its own words: who, and what. */
async function described(tokenized: TokenizedSentence, library: Library): Promise<Event[]> {
  const named = tokenized.tokens.flatMap(({ record }) => (record ? [record] : []));
  const names = new Set(named.flatMap(({ label, aliases }) => [label, ...aliases].flatMap(stems)));
  const told = new Set(stems(tokenized.text).map((stem) => stem.slice(0, STEM)));
  const found = new Set<Event>();
  for (const ref of new Set(named.map(recordRef))) {
    const { hits } = await library.find({ kinds: ["events"], concerning: ref });
    for (const hit of hits) {
      if (hit.kind !== "events" || !ONCE.test(hit.label)) continue;
      const needed = stems(hit.label.replace(/\bfirst\b/i, "")).filter(
        (stem) => stem !== "" && !SMALL.has(stem) && !names.has(stem),
      );
      if (needed.every((stem) => told.has(stem.slice(0, STEM)))) found.add(hit);
    }
  }
  return [...found];
}

/** A date beside the name of its event, on either side. */
const BESIDE = [/E[fix]{0,4}?[iof]{0,2}T/g, /T[iof']{0,2}E/g, /^i?T,[fx]{0,2}E/g];

/** The same where a sum or a quotation stands in the sentence too, and could have the date for itself. */
const CLOSE = [/E[iof]{0,2}T/g, /T[iof']{0,2}E/g];

/** A date at the sentence's beginning, by its verb of saying, or at its end. */
const OF_SAYING = [/^i?T[,fPD]/, /v[fioEDg]{0,6}T/, /[Qv][PDf,;:&i]*T$/];

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/**
 * The verdicts on the dates of a sentence.
 * @param about what came of its sums and its quotations: a date may be theirs
 */
export async function checkDates(
  tokenized: TokenizedSentence,
  about: { readonly figures: readonly AmountVerdict[]; readonly words: readonly WordsVerdict[] },
  library: Library,
): Promise<DateVerdict[]> {
  const { tokens, shape } = tokenized;
  const said = only(tokens.filter(({ kind }) => kind === "T"));
  if (!said) return [];
  const quote = only(about.words);
  if (quote?.record.kind === "quotes" && !quote.otherSpeaker && OF_SAYING.some((form) => form.test(shape))) {
    const { record } = quote;
    const when = record.kind === "quotes" ? record.said : undefined;
    const evidence = when?.evidence ? [when.evidence] : quote.evidence;
    const verdict = when && verdictOf(said, record, when, evidence, true);
    return verdict ? [verdict] : [];
  }
  const figure = only(about.figures);
  if (figure && figure.kind === "borne") {
    const account = figure.bearing.find(({ when }) => when?.date !== undefined);
    const verdict = account && verdictOf(said, figure.pledge, account.when!, account.passages, false);
    return verdict ? [verdict] : [];
  }
  const event = only([
    ...new Set(tokens.flatMap(({ record }) => (record?.kind === "events" ? [record] : []))),
  ]);
  if (event) {
    const forms = /[SQ]/.test(shape) ? CLOSE : BESIDE;
    const beside = forms.some((form) =>
      [...shape.matchAll(form)].some(({ index, 0: match }) =>
        tokens
          .slice(index, index + match.length)
          .some((token) => token.record === event && isAboutEvent(event, token, tokenized.text)),
      ),
    );
    const verdict = beside
      ? verdictOf(said, event, event.when, event.passages, ONCE.test(event.label))
      : undefined;
    return verdict ? [verdict] : [];
  }
  if (/[SQ]/.test(shape)) return [];
  const told = only(await described(tokenized, library));
  const verdict = told && verdictOf(said, told, told.when, told.passages, true);
  return verdict ? [verdict] : [];
}

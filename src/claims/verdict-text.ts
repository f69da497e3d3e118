/** Writes verdicts as sentences in a language. The passages are shown separately. */
import { findRecord, nameInSentence } from "../desk/lookup.ts";
import { donorNames } from "../desk/pledges.ts";
import { speakerReason } from "../desk/quotations.ts";
import type { Messages } from "../language/messages.ts";
import type { Library, SourceInfo } from "../library/library.ts";
import type { RecordRef } from "../shelf/kinds.ts";
import type { Evidence, PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import { containsHan } from "../support/han.ts";
import {
  type AmountVerdict,
  type CheckedSentence,
  comparedSources,
  type DateVerdict,
  type Verdict,
  type WordsVerdict,
} from "./verdicts.ts";

/** What the text of a verdict depends on: the messages of a language, and the names in the library. */
export interface VerdictContext {
  readonly messages: Messages;
  readonly library: Library;
  /** The sources with which anything was compared. */
  readonly sources: readonly SourceInfo[];
  /** How many sources there are. */
  readonly searched: number;
}

/** The text of a verdict. */
interface VerdictText {
  /** The verdict, then its details. */
  readonly texts: readonly string[];
  /** How the sources differ. */
  readonly split?: string;
  /** Caveats. */
  readonly remarks?: readonly string[];
}

const publisherOf = (id: string, { sources }: VerdictContext): string =>
  sources.find((source) => source.id === id)?.publisher ?? id;

const publishers = (evidence: readonly Evidence[], context: VerdictContext): string[] => [
  ...new Set(evidence.map(({ source }) => publisherOf(source, context))),
];

const passagesOf = (accounts: readonly PledgeAccount[]): Evidence[] =>
  accounts.flatMap(({ passages }) => passages);

/** Names a commitment's donors, or gives the source's words for them when none is named. */
async function donorsText(pledge: PledgeRecord, { library, messages }: VerdictContext): Promise<string> {
  const names = await donorNames(pledge, library);
  if (names.length === 0) return pledge.donorsStated ? messages.quoted(pledge.donorsStated) : pledge.label;
  return pledge.joint ? messages.check.together(messages.list(names)) : messages.list(names);
}

async function amountText(
  { kind, sum, donors, pledge, supporting, why }: AmountVerdict,
  context: VerdictContext,
): Promise<VerdictText> {
  const { messages } = context;
  const say = messages.check;
  const named = messages.list(donors.map(({ label }) => label));
  const who = named || (await donorsText(pledge, context));
  const stated = pledge.accounts.flatMap(({ amount, passages }) =>
    amount.status === "unstated"
      ? []
      : [{ words: messages.quoted(amount.stated), source: passages[0]!.source }],
  );
  const sums = stated.map((amount) => amount.words);
  const differ = new Set(sums).size > 1;
  if (kind === "supported") {
    const split = stated.map((amount) => say.saidBy(amount.words, publisherOf(amount.source, context)));
    return {
      texts: [say.supported(who, sum.said, publishers(passagesOf(supporting), context), stated.length)],
      ...defined({ split: differ ? say.split(split) : undefined }),
    };
  }
  if (kind === "differs") return { texts: [say.figure(who, sum.said, sums)] };
  switch (why) {
    case "currency":
      return { texts: [say.otherCurrency(who, sum.said)] };
    case "promised":
      return {
        texts: [say.promised(who, sum.said, publishers(passagesOf(supporting), context))],
      };
    case "elsewhere": {
      const otherDonors = await donorsText(pledge, context);
      return {
        texts: [
          named ? say.elsewhere(sum.said, named, otherDonors) : say.elsewhereOnly(sum.said, otherDonors),
        ],
      };
    }
    default:
      return { texts: [sums.length > 0 ? say.figure(who, sum.said, sums) : say.noSum(who, sum.said)] };
  }
}

async function wordsText(verdict: WordsVerdict, context: VerdictContext): Promise<VerdictText> {
  const { as, record, sources, differences, otherSpeaker, part } = verdict;
  const { messages, library } = context;
  const say = messages.check;
  const by = sources.map((id) => publisherOf(id, context));
  const ref = "speaker" in record ? (record.speaker as RecordRef | undefined) : undefined;
  const speaking = ref === undefined ? undefined : await findRecord(ref, library);
  const stated = "speakerStated" in record ? record.speakerStated : undefined;
  const named = speaking ? nameInSentence(speaking) : stated === undefined ? "" : messages.quoted(stated);
  const isInferred = speakerReason(record) !== undefined;
  const speaker = isInferred ? messages.quote.inferredSpeaker(named) : named;
  const isQuote = record.kind === "quotes";
  const texts: string[] = [];
  if (otherSpeaker) {
    const name =
      "record" in otherSpeaker
        ? nameInSentence(otherSpeaker.record)
        : "name" in otherSpeaker
          ? [...otherSpeaker.titles, otherSpeaker.name].join(" ")
          : messages.title(otherSpeaker.office, nameInSentence(otherSpeaker.of));
    if (isQuote) texts.push(say.givenTo(name, speaker, by));
    else texts.push(speaker === "" ? say.givenToNobody(name, by) : say.givenToReported(name, speaker, by));
  }
  if (differences.length > 0)
    texts.push(
      say.altered(by),
      ...differences.map(({ said, known }) =>
        said === ""
          ? say.leftOut(messages.quoted(known))
          : known === ""
            ? say.added(messages.quoted(said))
            : say.exchanged(messages.quoted(said), messages.quoted(known)),
      ),
    );
  if (verdict.kind === "supported") {
    if (isQuote && as !== "paraphrase") texts.push(say.quoted(by, speaker));
    else if (as === "copy") texts.push(say.copied(by));
    else if (as === "paraphrase") texts.push(say.paraphrased(by));
    else texts.push(as === "report" ? say.reported(by, speaker) : say.printed(by));
    if (part && isQuote) texts.push(say.part);
  }
  return { texts, remarks: differences.length > 0 && isQuote ? [say.translation] : [] };
}

function dateText({ kind, said, when, why, evidence }: DateVerdict, context: VerdictContext): VerdictText {
  const { messages } = context;
  const say = messages.check;
  const stated = messages.quoted(when.stated);
  const known = messages.span(when.date, when.to);
  const remarks = when.inferred === undefined ? [] : [messages.inferred(when.stated, known, when.inferred)];
  const by = publishers(evidence, context);
  if (kind === "supported")
    return { texts: [say.supported(say.date, said, by, by.length), say.stated(stated)], remarks };
  if (kind === "differs") return { texts: [say.figure(say.date, said, [stated])], remarks };
  const text = why === "coarser" ? say.coarser(say.date, said, stated) : say.another(said, known);
  return { texts: [text], remarks };
}

/** Returns the text of a verdict in the language of `context.messages`. */
export async function verdictText(verdict: Verdict, context: VerdictContext): Promise<VerdictText> {
  const { messages } = context;
  const say = messages.check;
  const { missingIn, notToldTo } = verdict;
  const by = [...new Set(comparedSources(verdict).map((id) => publisherOf(id, context)))];
  if (missingIn) return { texts: [say.missingIn(nameInSentence(missingIn), by)] };
  if (notToldTo) return { texts: [say.notToldTo(nameInSentence(notToldTo), by)] };
  switch (verdict.about) {
    case "figure":
      return amountText(verdict, context);
    case "words":
      return wordsText(verdict, context);
    case "date":
      return dateText(verdict, context);
    case "period": {
      const stated = verdict.pledge.accounts.filter(({ period }) => period !== undefined);
      const said = messages.quoted(verdict.said);
      if (verdict.kind === "not-as-stated") {
        const by = publishers(passagesOf(verdict.supporting), context);
        const sums = verdict.supporting.flatMap(({ amount }) =>
          amount.status === "unstated" ? [] : [messages.quoted(amount.stated)],
        );
        return { texts: [say.apart(said, by, sums)] };
      }
      return {
        texts: [
          verdict.kind === "supported"
            ? say.supported(
                say.period,
                said,
                publishers(passagesOf(verdict.supporting), context),
                stated.length,
              )
            : say.figure(
                say.period,
                said,
                stated.map(({ period }) => messages.quoted(period!)),
              ),
        ],
      };
    }
    case "number": {
      const { kind, said, known, evidence } = verdict;
      const by = publishers(evidence, context);
      return {
        texts: [
          kind === "supported"
            ? say.supported(say.number, said, by, by.length)
            : say.figure(say.number, said, [messages.quoted(known)]),
        ],
      };
    }
    case "role": {
      const by = publishers(verdict.evidence, context);
      return {
        texts: [
          verdict.kind === "supported"
            ? say.supported(say.role, messages.quoted(verdict.said), by, by.length)
            : say.otherRole(verdict.said),
        ],
      };
    }
  }
}

/** Returns why a sentence got no verdict: its mood, or what was found beside it. */
export function noVerdictText(
  { text, mood, closest, isNaming, unchecked, beyond }: CheckedSentence,
  { messages, searched }: VerdictContext,
): string {
  const say = messages.check;
  if (mood !== "asserts") return say.moods[mood];
  if (beyond !== undefined) return say.unchecked([beyond]);
  if (closest) return say.closest;
  // Words in another script than the sources’ cannot be looked for there.
  if (containsHan(text)) return say.noVerdict;
  if (isNaming) return unchecked.length > 0 ? say.unchecked(unchecked) : say.named;
  return say.nothingFound(searched);
}

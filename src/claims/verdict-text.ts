/** What the desk says of each verdict, in its own words; the passages stand beside it. */
import { nameInside, nameOf, recordAt } from "../desk/lookup.ts";
import type { Words } from "../language/messages.ts";
import type { Library, SourceInfo } from "../library/library.ts";
import type { Ref } from "../shelf/kinds.ts";
import type { Account, Evidence } from "../shelf/records.ts";
import type { DateVerdict, FigureVerdict, Pledge, Verdict, WordsVerdict } from "./verdicts.ts";

/** What saying a verdict takes: the words of a language, and the names on the shelf. */
export interface Voice {
  readonly words: Words;
  readonly library: Library;
  readonly sources: readonly SourceInfo[];
}

/** One verdict in words: the verdict itself first, then what belongs to it; on what the sources differ; and what to bear in mind. */
export interface Said {
  readonly texts: readonly string[];
  readonly split?: string;
  readonly remarks?: readonly string[];
}

const publisherOf = (id: string, { sources }: Voice): string =>
  sources.find((source) => source.id === id)?.publisher ?? id;

const publishers = (evidence: readonly Evidence[], voice: Voice): string[] => [
  ...new Set(evidence.map(({ source }) => publisherOf(source, voice))),
];

const passagesOf = (accounts: readonly Account[]): Evidence[] => accounts.flatMap(({ passages }) => passages);

/** A commitment's givers: all of those who gave together, or nobody by name. */
async function giversOf(pledge: Pledge, { library, words }: Voice): Promise<string> {
  const names = await Promise.all(pledge.donors.map((id) => nameOf(`organizations/${id}`, library)));
  if (names.length === 0) return pledge.donorsStated ? words.quoted(pledge.donorsStated) : pledge.label;
  return pledge.joint ? words.check.together(words.list(names)) : words.list(names);
}

async function ofFigure(
  { kind, sum, donors, pledge, bearing, why }: FigureVerdict,
  voice: Voice,
): Promise<Said> {
  const { words } = voice;
  const say = words.check;
  const named = words.list(donors.map(({ label }) => label));
  const who = named || (await giversOf(pledge, voice));
  const stated = pledge.accounts.flatMap(({ amount, passages }) =>
    amount.status === "unstated" ? [] : [{ words: words.quoted(amount.stated), source: passages[0]!.source }],
  );
  const sums = stated.map((one) => one.words);
  const differ = new Set(sums).size > 1;
  if (kind === "borne") {
    const split = stated.map((one) => say.saidBy(one.words, publisherOf(one.source, voice)));
    return {
      texts: [say.borneOut(who, sum.said, publishers(passagesOf(bearing), voice), stated.length)],
      ...(differ ? { split: say.split(split) } : {}),
    };
  }
  if (kind === "differs") return { texts: [say.figure(who, sum.said, sums)] };
  switch (why) {
    case "currency":
      return { texts: [say.otherCurrency(who, sum.said)] };
    case "elsewhere": {
      const theirs = await giversOf(pledge, voice);
      return {
        texts: [named ? say.elsewhere(sum.said, named, theirs) : say.elsewhereOnly(sum.said, theirs)],
      };
    }
    default:
      return { texts: [sums.length > 0 ? say.figure(who, sum.said, sums) : say.noSum(who, sum.said)] };
  }
}

async function ofWords(verdict: WordsVerdict, voice: Voice): Promise<Said> {
  const { as, record, sources, differences, otherSpeaker, part } = verdict;
  const { words, library } = voice;
  const say = words.check;
  const by = sources.map((id) => publisherOf(id, voice));
  const ref = "speaker" in record ? (record.speaker as Ref | undefined) : undefined;
  const speaking = ref === undefined ? undefined : await recordAt(ref, library);
  const speaker = speaking ? nameInside(speaking) : "";
  const isQuote = record.kind === "quotes";
  const texts: string[] = [];
  if (otherSpeaker) {
    const name = "record" in otherSpeaker ? nameInside(otherSpeaker.record) : otherSpeaker.name;
    if (isQuote) texts.push(say.givenTo(name, speaker, by));
    else texts.push(speaker === "" ? say.givenToNobody(name, by) : say.givenToReported(name, speaker, by));
  }
  if (differences.length > 0)
    texts.push(
      say.altered(by),
      ...differences.map(({ said, known }) =>
        said === ""
          ? say.leftOut(words.quoted(known))
          : known === ""
            ? say.added(words.quoted(said))
            : say.exchanged(words.quoted(said), words.quoted(known)),
      ),
    );
  if (verdict.kind === "borne") {
    if (isQuote) texts.push(say.quoted(by, speaker));
    else if (as === "copy") texts.push(say.copied(by));
    else texts.push(as === "report" ? say.reported(by, speaker) : say.printed(by));
    if (part && isQuote) texts.push(say.part);
  }
  return { texts, remarks: differences.length > 0 && isQuote ? [say.translation] : [] };
}

function ofDate({ kind, said, when, why, evidence }: DateVerdict, voice: Voice): Said {
  const { words } = voice;
  const say = words.check;
  const stated = words.quoted(when.stated);
  const known = words.span(when.date, when.to);
  const remarks = when.inferred === undefined ? [] : [words.inferred(when.stated, known, when.inferred)];
  const by = publishers(evidence, voice);
  if (kind === "borne")
    return { texts: [say.borneOut(say.date, said, by, by.length), say.stated(stated)], remarks };
  if (kind === "differs") return { texts: [say.figure(say.date, said, [stated])], remarks };
  const text = why === "coarser" ? say.coarser(say.date, said, stated) : say.another(said, known);
  return { texts: [text], remarks };
}

/** A verdict in the desk's words. */
export async function sayVerdict(verdict: Verdict, voice: Voice): Promise<Said> {
  const { words } = voice;
  const say = words.check;
  switch (verdict.about) {
    case "figure":
      return ofFigure(verdict, voice);
    case "words":
      return ofWords(verdict, voice);
    case "date":
      return ofDate(verdict, voice);
    case "period": {
      const stated = verdict.pledge.accounts.filter(({ period }) => period !== undefined);
      const said = words.quoted(verdict.said);
      return {
        texts: [
          verdict.kind === "borne"
            ? say.borneOut(say.period, said, publishers(passagesOf(verdict.bearing), voice), stated.length)
            : say.figure(
                say.period,
                said,
                stated.map(({ period }) => words.quoted(period!)),
              ),
        ],
      };
    }
    case "number": {
      const { kind, said, known, evidence } = verdict;
      const by = publishers(evidence, voice);
      return {
        texts: [
          kind === "borne"
            ? say.borneOut(say.number, said, by, by.length)
            : say.figure(say.number, said, [words.quoted(known)]),
        ],
      };
    }
    case "role": {
      const by = publishers(verdict.evidence, voice);
      return {
        texts: [
          verdict.kind === "borne"
            ? say.borneOut(say.role, words.quoted(verdict.said), by, by.length)
            : say.otherRole(verdict.said),
        ],
      };
    }
  }
}

/** Defines source cards, as stored in seeds/, and the sources made from them. */

import { z } from "zod";
import { UNKNOWN_LANGUAGE } from "../language/language-tags.ts";
import { defined } from "../support/defined.ts";
import { bareDoi, type CslArticle, CslArticleSchema, CslPublication, publisherOf } from "./csl.ts";
import { type CslDate, formatIsoDate } from "./csl-dates.ts";
import { displayName } from "./csl-names.ts";
import { foldTitle } from "./fold.ts";
import { type IdSchema, line } from "./schema-parts.ts";
import { inLanguage, type ToldLanguage, type Translations } from "./translations.ts";

/** Returns true when `circa` and `inferred` are both given or both absent. */
const isReasoned = ({
  citation,
  inferred,
}: {
  readonly citation: { readonly issued?: CslDate | undefined };
  readonly inferred?: string | undefined;
}): boolean => (citation.issued?.circa === true) === (inferred !== undefined);

const UNREASONED = {
  path: ["inferred"],
  error:
    "a date that is inferred has circa: true in citation.issued, and the reason here; any other has neither",
};

/** Says what a member that is missing may be; any other fault is told by the schema. */
const orMissing = (expected: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? `is missing: ${expected}` : undefined,
});

const Sha256 = z
  .string(orMissing("the SHA-256 of the text, as `shasum -a 256` prints it"))
  .regex(/^[0-9a-f]{64}$/);

const Taken = z.strictObject({
  kind: line,
  /** SHA-256 of the file as it was given or fetched. */
  sha256: Sha256,
  found: z.record(line, line),
  notes: z.array(line).min(1).optional(),
  /** The source that is an earlier version of this one. */
  earlier: line.optional(),
});

/**
 * Returns the schema of `seeds/<id>.json`. Unknown values are left out, never guessed.
 * @param own the desk's own text: one line, or as a file has it
 */
export const sourceCard = (own: typeof line) =>
  z
    .strictObject({
      citation: CslArticleSchema,
      /** Why the date is assumed, when the source does not state it. */
      inferred: own.optional(),
      /** Why the publisher is taken to be this one, when the stored text does not name it. */
      publisherInferred: own.optional(),
      /** The title as printed. `basis` says whether the stored text itself has it or only a copy elsewhere. */
      title: z.strictObject(
        {
          text: z.string(orMissing("the title as printed")).trim().min(1),
          basis: z.enum(
            ["text", "copy"],
            orMissing(
              "“text” where the stored text has the title, “copy” where only a copy elsewhere has it",
            ),
          ),
          note: own.optional(),
        },
        orMissing("an object with the title as printed (text) and where that is from (basis: text or copy)"),
      ),
      /** A more specific name of the publisher, given in the text. */
      section: line.optional(),
      /** Where the stored text was taken from, if not from the original. */
      republication: z
        .strictObject({ citation: CslPublication, inferred: own.optional() })
        .refine(isReasoned, UNREASONED)
        .optional(),
      rights: z.strictObject(
        {
          status: z.enum(
            ["reserved", "public-domain", "unknown"],
            orMissing("reserved, public-domain or unknown"),
          ),
          text: own,
        },
        orMissing(
          "an object with status (reserved, public-domain or unknown) and text, a sentence for readers",
        ),
      ),
      /** Who can open its pages: everyone (the default), or with `desk` only holders of a signed link. */
      visibility: z.enum(["public", "desk"]).optional(),
      sha256: Sha256,
      /** How `refdesk add` took the text: from which file, where it found the members of `citation`, and what to know. */
      taken: Taken.optional(),
      /** Since when the publisher has withdrawn or corrected it, and why: every answer that cites it says so. */
      withdrawn: z.strictObject({ on: z.iso.date(), why: own }).optional(),
    })
    .refine(isReasoned, UNREASONED)
    .refine(({ citation, title }) => foldTitle(citation.title) === foldTitle(title.text), {
      path: ["citation", "title"],
      error:
        "is not title.text: it may differ only in capitals, kinds of quotation marks and dashes, and spaces",
    });
/** A source's card with its texts in one language. */
export const SourceCard = sourceCard(line);
export type SourceCard = z.infer<typeof SourceCard>;

/**
 * A publication date as precisely as it is known, or null. `inferred` gives the reason for a date that is not
 * stated.
 */
export interface PublicationDate {
  readonly date: string | null;
  readonly inferred?: string | undefined;
}

/** One publication of a source; what is not known of it is null. */
interface Edition {
  readonly published: PublicationDate;
  readonly address: string | null;
}

/** A stored document and its publication data. `order` is its position when sorted by id. */
export interface Source
  extends Edition,
    Pick<
      SourceCard,
      "publisherInferred" | "title" | "section" | "rights" | "visibility" | "withdrawn" | "sha256"
    > {
  readonly id: z.infer<typeof IdSchema>;
  readonly order: number;
  readonly card: SourceCard;
  readonly publisher: string | null;
  readonly authors: readonly string[] | null;
  readonly republication?: Edition & { readonly publisher: string };
  /** The day on which the stored text was fetched, or null when unknown. */
  readonly accessed: string | null;
  /** A language tag (BCP 47), which is “und” where the card names no language. */
  readonly language: string;
  readonly text: string;
  /** What the card says in other languages. */
  readonly translations?: Translations | undefined;
}

/** Returns the address of an item's DOI, which leads to it where no other is known. */
const doiAddress = (citation: CslArticle | CslPublication): string | undefined =>
  "DOI" in citation && citation.DOI !== undefined
    ? `https://doi.org/${encodeURI(bareDoi(citation.DOI))}`
    : undefined;

const editionOf = ({
  citation,
  inferred,
}: Pick<SourceCard, "inferred"> & { readonly citation: CslArticle | CslPublication }): Edition => ({
  published: {
    date: citation.issued ? formatIsoDate(citation.issued) : null,
    ...defined({ inferred }),
  },
  address: citation.URL ?? doiAddress(citation) ?? null,
});

/** What of a source follows from its card. */
type CardFacts = Omit<Source, "id" | "order" | "text" | "card" | "translations">;

function cardFacts(card: SourceCard): CardFacts {
  const {
    citation,
    publisherInferred,
    republication,
    title,
    section,
    rights,
    visibility,
    withdrawn,
    sha256,
  } = card;
  // The stored text was fetched from the republication, if there is one.
  const { accessed } = (republication ?? card).citation;
  return {
    ...editionOf(card),
    publisher: publisherOf(citation) ?? null,
    title,
    authors: citation.author?.map(displayName) ?? null,
    ...defined({ publisherInferred, section }),
    ...(republication
      ? {
          republication: {
            ...editionOf(republication),
            publisher: republication.citation["container-title"],
          },
        }
      : {}),
    accessed: accessed ? formatIsoDate(accessed) : null,
    language: citation.language ?? UNKNOWN_LANGUAGE,
    rights,
    ...defined({ visibility, withdrawn }),
    sha256,
  };
}

/** Builds a source from its card and text. */
export const createSource = (
  card: SourceCard,
  own: Pick<Source, "id" | "order" | "text" | "translations">,
): Source => ({ ...own, card, ...cardFacts(card) });

/** Returns what readers are told of a source in a language. Its card stays as it is, for citations. */
export const sourceIn = <Info extends Omit<Source, "text">>(info: Info, language: ToldLanguage): Info => ({
  ...info,
  ...cardFacts(inLanguage(info.card, info.translations, language)),
});

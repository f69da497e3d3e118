/** What is known of a source: its card, as it is stored, and the same as the desk speaks of it. */

import { z } from "zod";
import { defined } from "../support/defined.ts";
import { CslArticle, CslPublication, displayName, formatIsoDate } from "./csl.ts";
import type { IdSchema } from "./records.ts";

const line = z.string().trim().min(1);

/** Whether a date is marked as not being the source's own word just where the desk says why it is taken to be so. */
const isReasoned = ({
  citation,
  inferred,
}: {
  readonly citation: CslPublication;
  readonly inferred?: string | undefined;
}): boolean => (citation.issued?.circa === true) === (inferred !== undefined);

const UNREASONED = {
  path: ["inferred"],
  error:
    "a date that is inferred has circa: true in citation.issued, and the reason here; any other has neither",
};

const Republication = z
  .strictObject({ citation: CslPublication, inferred: line.optional() })
  .refine(isReasoned, UNREASONED);

/** As it stands in `seeds/<id>.json`. What is not known has no member: never a guess. */
export const SourceCard = z
  .strictObject({
    citation: CslArticle,
    /** Why the date is taken to be so, where the source does not state it. */
    inferred: line.optional(),
    /** The title as it is printed; `basis` says whether the stored text itself bears it, or only a copy elsewhere. */
    title: z.strictObject({ text: line, basis: z.enum(["text", "copy"]), note: line.optional() }),
    /** A finer name of the publisher that the text itself gives. */
    section: line.optional(),
    /** Where the stored text was taken from, if that is not the original. */
    republication: Republication.optional(),
    rights: z.strictObject({ status: z.enum(["reserved", "public-domain"]), text: line }),
    /** Where its pages open: `desk` only by a link that the desk hands out; for everyone where nothing is said. */
    visibility: z.enum(["public", "desk"]).optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .refine(isReasoned, UNREASONED)
  .refine(({ citation, title }) => citation.title.toLowerCase() === title.text.toLowerCase(), {
    path: ["citation", "title"],
    error: "is not title.text: it may differ only in its capitals",
  });
export type SourceCard = z.infer<typeof SourceCard>;

/** A publication date as far as it is known; null is not known. `inferred` is the desk's reason for one that is not stated. */
export interface PublicationDate {
  readonly date: string | null;
  readonly inferred?: string | undefined;
}

/** Where it can be read, or not; null is not known. */
interface Edition {
  readonly publisher: string;
  readonly published: PublicationDate;
  readonly address: string | null;
}

/** A stored document and who published it. `order` is its place on the shelf, by id. */
export interface Source
  extends Edition,
    Pick<SourceCard, "title" | "section" | "rights" | "visibility" | "sha256"> {
  readonly id: z.infer<typeof IdSchema>;
  readonly order: number;
  readonly card: SourceCard;
  readonly authors: readonly string[] | null;
  readonly republication?: Edition;
  /** The day on which the stored text was fetched; null is not known. */
  readonly accessed: string | null;
  readonly language: string;
  readonly text: string;
}

const editionOf = ({
  citation,
  inferred,
}: {
  readonly citation: CslPublication;
  readonly inferred?: string | undefined;
}): Edition => ({
  publisher: citation["container-title"],
  published: {
    date: citation.issued ? formatIsoDate(citation.issued) : null,
    ...defined({ inferred }),
  },
  address: citation.URL ?? null,
});

/** The source whose card and text these are. */
export function createSource(card: SourceCard, own: Pick<Source, "id" | "order" | "text">): Source {
  const { citation, republication, title, section, rights, visibility, sha256 } = card;
  // The stored text was fetched where it was republished, if it was.
  const { accessed } = (republication ?? card).citation;
  return {
    ...own,
    card,
    ...editionOf(card),
    title,
    authors: citation.author?.map(displayName) ?? null,
    ...defined({ section }),
    ...(republication ? { republication: editionOf(republication) } : {}),
    accessed: accessed ? formatIsoDate(accessed) : null,
    language: citation.language,
    rights,
    ...defined({ visibility }),
    sha256,
  };
}

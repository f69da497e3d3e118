/** What is known of a source. Unknown is a value: null, never a guess. */
import { z } from "zod";
import type { Id } from "./records.ts";

const line = z.string().trim().min(1);

/** A publication date; null is not known. `inferred` gives the desk's reason where the source does not state it. */
const Published = z.strictObject({
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  inferred: line.optional(),
});

/**
 * `basis` says whether the stored text itself bears the title, or only a copy of it elsewhere; `sentence` is
 * the title without the capitals of a headline, for the styles that take them away.
 */
const Title = z
  .strictObject({
    text: line,
    basis: z.enum(["text", "copy"]),
    sentence: line.optional(),
    note: line.optional(),
  })
  .refine(({ text, sentence = text }) => sentence.toLowerCase() === text.toLowerCase(), {
    error: "sentence is the same title, but for its capitals",
  });

export const SourceCard = z
  .strictObject({
    title: Title,
    authors: z.array(line).min(1).nullable(),
    /** How an author is filed, where it cannot be told by rule: Li Yining under Li, an institution under its whole name. */
    names: z
      .record(
        line,
        z.union([
          z.strictObject({ family: line, given: line.optional() }),
          z.strictObject({ literal: line }),
        ]),
      )
      .optional(),
    publisher: line,
    /** A finer name of the publisher that the text itself gives. */
    section: line.optional(),
    published: Published,
    address: z.url().nullable(),
    /** Where the stored text was taken from, if that is not the original. */
    republication: z
      .strictObject({ publisher: line, published: Published, address: z.url().nullable() })
      .optional(),
    accessed: z.iso.date().nullable(),
    language: line,
    rights: z.strictObject({ status: z.enum(["reserved", "public-domain"]), text: line }),
    /** Where its pages open: `desk` only by a link that the desk hands out; for everyone where nothing is said. */
    visibility: z.enum(["public", "desk"]).optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .superRefine(({ authors, names = {} }, context) => {
    const others = Object.keys(names).filter((name) => !authors?.includes(name));
    for (const name of others)
      context.addIssue({
        code: "custom",
        path: ["names", name],
        message: `“${name}” is none of the authors`,
      });
  });

/** A stored document and who published it. `order` is its place on the shelf, by id. */
export type Source = z.infer<typeof SourceCard> & {
  readonly id: z.infer<typeof Id>;
  readonly order: number;
  readonly text: string;
};

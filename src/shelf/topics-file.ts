/** Defines the file of a shelf’s topics. */
import { z } from "zod";

const word = z.string().trim().min(1).max(60);

/** The content of `data/topics.json`. */
export const TopicsFile = z.array(
  z.strictObject({
    /** How sources in the language of most of them put it. */
    words: z.array(word).min(1),
    /** How it is put in other languages. */
    aliases: z.array(word).min(1),
  }),
);

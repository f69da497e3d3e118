/** The topics of a shelf: words of several languages that mean the same. */
import type { TopicsFile } from "./topics-file.ts";

/** Words that mean one topic. */
export type Topic = readonly string[];

/** Reads the topics from the content of their file, which the schema has passed. */
export const topicsFrom = (content: ReturnType<typeof TopicsFile.parse>): Topic[] =>
  content.map(({ words, aliases }) => [...words, ...aliases]);

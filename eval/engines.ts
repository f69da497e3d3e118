/**
 * Lists the engines to measure: src/search and its peers. Each is a module that builds an index and returns its
 * search.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SearchDocument } from "../src/search/corpus.ts";

/** Returns the ids of the documents found, best first. */
export interface Search {
  (query: string, limit: number): readonly string[] | Promise<readonly string[]>;
  /** Returns the memory of the index outside the JavaScript heap, in bytes. */
  readonly size?: () => number;
}

export type Build = (documents: readonly SearchDocument[]) => Search | Promise<Search>;

export interface Engine {
  readonly name: string;
  readonly module: string;
  readonly isPeer: boolean;
}

const engine = (name: string, module: string): Engine => ({
  ...{ name, module, isPeer: module.startsWith("peers/") },
});

export const ENGINES: readonly Engine[] = [
  engine("Refdesk", "finding.ts"),
  engine("MiniSearch, its defaults", "peers/minisearch.js"),
  engine("FlexSearch", "peers/flexsearch.js"),
  engine("Orama", "peers/orama.js"),
  engine("Lunr", "peers/lunr.js"),
  engine("Fuse.js", "peers/fuse.js"),
  engine("wink-bm25-text-search", "peers/wink.js"),
  engine("SQLite FTS5", "peers/sqlite.js"),
];

export const HERE = import.meta.dirname;

export const hasPeers = (): boolean => existsSync(join(HERE, "peers/node_modules/lunr"));

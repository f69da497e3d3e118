/** Wraps src/search as an engine to measure. */
import { createSearchEngine } from "../src/search/engine.ts";
import type { Build } from "./engines.ts";

const build: Build = (documents) => {
  const engine = createSearchEngine(documents);
  return (query, limit) => engine.search(query, { limit }).hits.map(({ id }) => id);
};

export default build;

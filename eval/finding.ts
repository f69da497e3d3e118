/** Finding as an engine to measure. */
import { createFinder } from "../src/search/engine.ts";
import type { Build } from "./engines.ts";

const build: Build = (documents) => {
  const finder = createFinder(documents);
  return (query, limit) => finder.search(query, { limit }).hits.map(({ id }) => id);
};

export default build;

/** Fuse.js with token search, which its documentation recommends for queries of several words. */
import Fuse from "fuse.js";

export default function build(documents) {
  const index = new Fuse(documents, { keys: ["title", "text"], useTokenSearch: true, ignoreLocation: true });
  return (query, limit) => index.search(query, { limit }).map(({ item }) => item.id);
}

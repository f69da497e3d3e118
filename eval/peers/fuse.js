/** Fuse.js with its search by words, as its page advises for several. */
import Fuse from "fuse.js";

export default function build(documents) {
  const index = new Fuse(documents, { keys: ["title", "text"], useTokenSearch: true, ignoreLocation: true });
  return (query, limit) => index.search(query, { limit }).map(({ item }) => item.id);
}

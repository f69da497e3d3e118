/** MiniSearch with its defaults: its own tokenizer, and equal weights for both fields. */
import MiniSearch from "minisearch";

export default function build(documents) {
  const index = new MiniSearch({ fields: ["title", "text"] });
  index.addAll(documents);
  return (query, limit) =>
    index
      .search(query)
      .slice(0, limit)
      .map(({ id }) => id);
}

/** SQLite's FTS5 with its Porter stemmer, matching any of the words and ranked by bm25. */
import Database from "libsql";

export default function build(documents) {
  const base = new Database(":memory:");
  base.exec(
    "CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61')",
  );
  const insert = base.prepare("INSERT INTO texts VALUES (?, ?, ?)");
  base.exec("BEGIN");
  for (const { id, title, text } of documents) insert.run(id, title, text);
  base.exec("COMMIT");
  const select = base.prepare("SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?");
  const search = (query, limit) => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    return select.all(words.map((word) => `"${word}"`).join(" OR "), limit).map(({ id }) => id);
  };
  // SQLite's memory is outside the JavaScript heap.
  search.size = () => {
    const [{ page_count: pages }] = base.prepare("PRAGMA page_count").all();
    const [{ page_size: size }] = base.prepare("PRAGMA page_size").all();
    return pages * size;
  };
  return search;
}

/** Lunr with its defaults: stemmer, stop words and BM25. */
import lunr from "lunr";

export default function build(documents) {
  const index = lunr(function () {
    this.ref("id");
    this.field("title");
    this.field("text");
    for (const document of documents) this.add(document);
  });
  return (query, limit) =>
    index
      .query((asked) => {
        for (const token of lunr.tokenizer(query)) asked.term(token.toString());
      })
      .slice(0, limit)
      .map(({ ref }) => ref);
}

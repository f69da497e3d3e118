/** FlexSearch with its English preset (stemmer and stop words), also matching documents with only some of the words. */
import { Index } from "flexsearch";
import english from "flexsearch/lang/en";

export default function build(documents) {
  const index = new Index({ tokenize: "strict", encoder: english });
  for (const [at, { title, text }] of documents.entries()) index.add(at, `${title}\n${text}`);
  return (query, limit) => index.search(query, { limit, suggest: true }).map((at) => documents[at].id);
}

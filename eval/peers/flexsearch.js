/** FlexSearch with its preset for English, which has stems and stop words, and with what holds only some of the words. */
import { Index } from "flexsearch";
import english from "flexsearch/lang/en";

export default function build(documents) {
  const index = new Index({ tokenize: "strict", encoder: english });
  for (const [at, { title, text }] of documents.entries()) index.add(at, `${title}\n${text}`);
  return (query, limit) => index.search(query, { limit, suggest: true }).map((at) => documents[at].id);
}

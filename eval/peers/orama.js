/** Orama with its English stemmer and stop words. */
import { create, insertMultiple, search } from "@orama/orama";
import { stemmer } from "@orama/stemmers/english";
import { stopwords } from "@orama/stopwords/english";

export default async function build(documents) {
  const index = create({
    schema: { id: "string", title: "string", text: "string" },
    components: { tokenizer: { language: "english", stemming: true, stemmer, stopWords: stopwords } },
  });
  await insertMultiple(index, documents);
  return async (query, limit) => {
    const { hits } = await search(index, { term: query, properties: ["title", "text"], limit });
    return hits.map(({ document }) => document.id);
  };
}

/** wink-bm25-text-search with wink-nlp, set up as in its documentation. */
import bm25 from "wink-bm25-text-search";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

const nlp = winkNLP(model);
const { its } = nlp;

function prepare(text) {
  const tokens = [];
  nlp
    .readDoc(text)
    .tokens()
    .filter((token) => token.out(its.type) === "word" && !token.out(its.stopWordFlag))
    .each((token) => tokens.push(`${token.out(its.negationFlag) ? "!" : ""}${token.out(its.stem)}`));
  return tokens;
}

export default function build(documents) {
  const index = bm25();
  index.defineConfig({ fldWeights: { title: 1, text: 1 } });
  index.definePrepTasks([prepare]);
  for (const [at, { title, text }] of documents.entries()) index.addDoc({ title, text }, at);
  index.consolidate();
  return (query, limit) => index.search(query, limit).map(([at]) => documents[at].id);
}

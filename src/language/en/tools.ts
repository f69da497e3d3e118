/** English texts for assistants: when to ask what, how to use an answer, and prompts. */
import type { ToolMessages } from "../tools.ts";
import { countNoun, englishList, englishShortDate } from "./typography.ts";

export const englishTools: ToolMessages = {
  pledge: "Use it before you state who promised or gave what, to whom, when or how much.",
  quote:
    "Use it before you quote or paraphrase anyone: it tells word-for-word quotations from reported speech.",
  define: "Use it when someone asks what a term means, or before you explain one.",
  search:
    "Use it for any other question about what the sources cover, and when a more exact tool has found nothing.",
  who: "Use it when someone asks who a person or an organization is, or before you describe them.",
  compare: "Use it to set two givers or more beside each other. Nothing is converted, added up or divided.",
  timeline: "Use it when someone asks what happened when, or in which order.",
  source: "Use it to see what there is to cite, or to read a source's passages in their place.",
  check:
    "Use it on every sentence that states a sum, a date, a number, an office or a quotation, before you publish or repeat it: one sentence or two at a time. The verdicts are supported, differs, not-as-stated and none; none means that nothing was compared, not that it is wrong.",
  cite: "Use it when someone wants a reference to paste, in one of the usual citation styles.",
  bibliography: "Use it for the sources that were cited in this conversation.",
  help: "Use it to learn what can be asked here, and with which options.",
  quoting:
    "Quote the passages word for word, keep each number such as [1] beside its passage, keep […] where words are left out, and list the numbered sources. Where nothing is on record, say so and add nothing of your own.",
  shelf: (sources, records, upTo) =>
    `Refdesk answers from ${countNoun(sources, "stored source")} with ${countNoun(records, "record")}${upTo === null ? "" : `; the latest known source is of ${englishShortDate(upTo)}`}. It knows nothing else, and makes nothing up.`,
  titles: (titles, left) => {
    const named = titles.map((title) => `“${title}”`);
    return `The sources: ${left > 0 ? `${named.join(", ")} and ${countNoun(left, "more", "more")}` : englishList(named)}.`;
  },
  instructions: [
    "Ask it before you quote, cite, or give a figure or a date about what these sources cover.",
    "Every result has numbered passages from stored texts. Quote them word for word with their numbers, and list their sources. Never add a quotation, a figure or a source that no result has.",
    "A miss says how many sources were searched: pass that on. A note of the desk's is labelled, and is not a source's word. Where sources differ, give both.",
    "A line such as /quote xi item:3 in a result is a further call: the tool quote, with its first argument and the others by name.",
    "Sources and records can be read whole as refdesk://sources/<id> and refdesk://records/<kind>/<id>.",
  ],
  resources: {
    source:
      "A stored source: its card, its recorded passages, and its text where that is in the public domain.",
    record: "A record: what is recorded, and where each of its passages is in its source.",
  },
  prompts: {
    answer: {
      title: "Answer with sources",
      summary: "Answers a question from the stored sources alone, with numbered quotations",
      argument: "The question",
      text: "Answer this question with Refdesk's tools alone. Quote what the sources say word for word, with a number such as [1] after each quotation, and end with the list of the numbered sources. Where sources differ, give both. Where they say nothing, say that, and add nothing from memory.",
    },
    check: {
      title: "Check this draft",
      summary: "Compares each sentence of a draft with the stored sources",
      argument: "The draft",
      text: "Check this draft with Refdesk's tool check, one sentence or two at a time. For each sentence that it has something to say about, give the verdict, what the sources say word for word, and the numbered source. Then list the sentences that the sources neither support nor contradict. Do not correct anything from memory.",
    },
  },
};

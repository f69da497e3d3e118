/** Examples for the OpenAPI document; a test holds each against its schema. */

const SITE = "https://refdesk.example.org";

const SHA256 = "f58fc03a75f6bb617783e76cbc8170848856ec8b9c2f6aafb36b534fff523d54";
const TITLE = "China’s Tech Titans Funding Beijing’s Effort to Close Income Gap";

const SOURCE = {
  id: "voa-common-prosperity",
  citation: {
    ...{ type: "article-newspaper", title: TITLE, "container-title": "Voice of America" },
    ...{ issued: { "date-parts": [[2021]], circa: true }, language: "en" },
  },
  inferred: "The text never names its year; 2021 follows from a verbatim copy of October 2021.",
  title: { text: TITLE, basis: "copy" },
  rights: {
    status: "public-domain",
    text: "A work of the United States government, in the public domain.",
  },
  ...{ sha256: SHA256, length: 5378, records: 63, page: `${SITE}/sources/voa-common-prosperity` },
};

const EVENT = {
  ...{ kind: "events", id: "poverty-declared-eliminated" },
  page: `${SITE}/records/events/poverty-declared-eliminated`,
};
const LABEL = "Xi Jinping’s declaration that China had eliminated poverty";
const EXACT =
  "Since February, when he declared China had eliminated poverty, “common prosperity” has become one of his favorite themes.";
const PLACE = { start: 1732, end: 1853 };

/** An example of each reply, by the name of its schema. */
export const REPLY_EXAMPLES = {
  Answer: {
    ...{ ask: "/timeline poverty", title: "Timeline · “poverty”", outcome: "found", audience: "room" },
    opening: [],
    items: [[{ type: "quote", passages: [{ source: 1, text: EXACT, ...PLACE }] }]],
    close: [],
    sources: [
      {
        ...{ number: 1, id: SOURCE.id, short: "Voice of America, 2021 (both inferred)" },
        full: `“${TITLE}” (title from a copy), author not known. Voice of America, 2021 inferred.`,
        page: SOURCE.page,
      },
    ],
    buttons: [{ type: "ask", label: "Cite", ask: "/cite voa-common-prosperity" }],
  },
  RecordList: {
    ...{ total: 11, from: 1, items: [{ ...EVENT, label: LABEL, sources: [SOURCE.id] }] },
    next: `${SITE}/api/records?kind=events&from=2&limit=1`,
  },
  Record: {
    ...EVENT,
    record: {
      ...{ label: LABEL, aliases: ["end of poverty"], notConfusedWith: [] },
      notes: [{ text: "“He” is Xi Jinping, named in the sentence before.", caution: true }],
      review: { entered: "2026-11-21", reviewedBy: null, reviewedOn: null },
      when: { stated: "February", date: "2021-02" },
      passages: [{ source: SOURCE.id, exact: EXACT }],
      about: ["people/xi-jinping", "terms/common-prosperity"],
    },
    stands: [
      {
        ...{ pointer: "/passages/0", source: SOURCE.id, text: EXACT, ...PLACE },
        ...{ sha256: SHA256, page: `${SOURCE.page}#p1732-1853` },
      },
    ],
  },
  SourceList: { total: 2, from: 1, items: [SOURCE], next: `${SITE}/api/sources?from=2&limit=1` },
  Source: {
    ...SOURCE,
    passages: [{ ...PLACE, text: EXACT, records: ["events/poverty-declared-eliminated"] }],
    text: "They include some of the world’s biggest technology companies.",
  },
} as const;

/** An example of each problem, by its status. */
export const PROBLEM_EXAMPLES = {
  400: {
    ...{ type: "about:blank", title: "Bad Request", status: 400 },
    detail: "The value of “limit” is not one that is understood.",
  },
  404: { type: "about:blank", title: "Not Found", status: 404 },
  414: { type: "about:blank", title: "URI Too Long", status: 414 },
  500: {
    ...{ type: "about:blank", title: "Internal Server Error", status: 500 },
    detail: "Something went wrong here, and it is written down as 4f1c0a2b.",
  },
  503: { type: "about:blank", title: "Service Unavailable", status: 503 },
} as const;

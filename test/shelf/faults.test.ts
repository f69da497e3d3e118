/** Every fault in a record or a source is refused with the right message. */
import { describe, expect, it } from "vitest";
import { all, type Changes, faultsOf, setting, shelfWith } from "../shelves.ts";

const ALIBABA = "data/pledges/alibaba-common-prosperity.json";
const XI = "data/quotes/xi-common-prosperity-means.json";
const FRAGMENT = "data/quotes/xi-effectively-addressed.json";
const NOT_GOOD_NEWS = "data/quotes/lu-not-good-news-for-ngos.json";
const ZHENGZHOU = "data/pledges/zhengzhou-floods-tech-giants.json";
const THIRD = "data/terms/third-distribution.json";
const SERICA = "data/organizations/serica-initiative.json";
const LEI = "data/people/lei-jun.json";
/** A record that no other record refers to. */
const FACT = "data/facts/lei-jun-on-social-good.json";
const VOA = "seeds/voa-common-prosperity";

const NOT_QUOTED =
  'the passage does not lie inside one pair of quotation marks of the source; what would do: “ ”, " ", ‘ ’, « », » «, „ “, ” ”, ״ ״, 「 」 or 『 』, or in a transcript a line that begins with the speaker’s name and a colon';
const PRONOUN_ALONE = "the source gives the speaker by a pronoun alone: say here whom it is read as, and why";

describe("a fault", () => {
  const rows: readonly (readonly [string, Changes, readonly (string | RegExp)[]])[] = [
    [
      "a file's name that is no id",
      { "data/facts/Lei Jun.json": "{}", "data/terms/readme.md": "", "seeds/Text.txt": "" },
      [
        "seeds/Text.txt: expected a name of lower-case words joined by hyphens, ending in .json or .txt",
        "data/terms/readme.md: expected a name of lower-case words joined by hyphens, ending in .json",
        "data/facts/Lei Jun.json: expected a name of lower-case words joined by hyphens, ending in .json",
      ],
    ],
    [
      "an unknown key",
      { [FACT]: setting("/passages/0/according", "x") },
      [`${FACT} /passages/0: Unrecognized key: "according"`],
    ],
    [
      "a key that is missing",
      { [FACT]: setting("/review", undefined) },
      [`${FACT} /review: is missing: expected object`],
    ],
    [
      "what a card must have",
      { [`${VOA}.json`]: all(setting("/rights", undefined), setting("/title/basis", undefined)) },
      [
        `${VOA}.json /title/basis: is missing: “text” where the stored text has the title, “copy” where only a copy elsewhere has it`,
        `${VOA}.json /rights: is missing: an object with status (reserved, public-domain or unknown) and text, a sentence for readers`,
      ],
    ],
    ["text that is not JSON", { "data/facts/x.json": "{" }, [/^data\/facts\/x\.json: is not JSON \(/]],
    [
      "a source without its text",
      { "seeds/new-source.json": "{}" },
      ["seeds/new-source.txt: is missing: a source is a .txt and a .json of one name"],
    ],
    [
      "a source without its card",
      { "seeds/new-source.txt": "Text." },
      ["seeds/new-source.json: is missing: a source is a .txt and a .json of one name"],
    ],
    [
      "a source that is not in seeds/",
      { [LEI]: setting("/roles/0/evidence/source", "voa") },
      [`${LEI} /roles/0/evidence/source: no source “voa” in seeds/`],
    ],
    [
      "a speaker who is not on the shelf",
      { [NOT_GOOD_NEWS]: setting("/speaker", "people/lu-yun") },
      [`${NOT_GOOD_NEWS} /speaker: no record “people/lu-yun” in data/`],
    ],
    [
      "a speaker of no kind",
      { [FACT]: setting("/speaker", "persons/lei-jun") },
      [`${FACT} /speaker: Invalid input`],
    ],
    [
      "what an organization's role is in, which is not on the shelf",
      { [SERICA]: setting("/roles/0/of", "sup-china") },
      [`${SERICA} /roles/0/of: no record “organizations/sup-china” in data/`],
    ],
    [
      "donors, occasions and whose claim, none of them on the shelf",
      {
        [ALIBABA]: all(
          setting("/donors/0", "taobao"),
          setting("/occasions/1", "events/summit"),
          setting("/accounts/1/claim", "people/jack-ma"),
        ),
      },
      [
        `${ALIBABA} /donors/0: no record “organizations/taobao” in data/`,
        `${ALIBABA} /occasions/1: no record “events/summit” in data/`,
        `${ALIBABA} /accounts/1/claim: no record “people/jack-ma” in data/`,
      ],
    ],
    [
      "a term's neighbour, its uses and whose definition, none of them on the shelf",
      {
        [THIRD]: all(
          setting("/neighbours/0", "fourth-distribution"),
          setting("/uses/0", "quotes/none"),
          setting("/definitions/0/by", "organizations/none"),
          setting("/definitions/0/quote", "none"),
        ),
      },
      [
        `${THIRD} /uses/0: no record “quotes/none” in data/`,
        `${THIRD} /neighbours/0: no record “terms/fourth-distribution” in data/`,
        `${THIRD} /definitions/0/by: no record “organizations/none” in data/`,
        `${THIRD} /definitions/0/quote: no record “quotes/none” in data/`,
      ],
    ],
    [
      "what a quotation and a fact are about, and what a role is of",
      {
        [XI]: setting("/about/0", "terms/none"),
        [FACT]: setting("/about/0", "organizations/none"),
        [LEI]: setting("/roles/0/of", "none"),
      },
      [
        `${XI} /about/0: no record “terms/none” in data/`,
        `${LEI} /roles/0/of: no record “organizations/none” in data/`,
        `${FACT} /about/0: no record “organizations/none” in data/`,
      ],
    ],
    [
      "words of an account that are not in its passage",
      {
        [ALIBABA]: all(
          setting("/accounts/0/verb", "promised"),
          setting("/accounts/0/amount/stated", "$15 billion"),
          setting("/accounts/0/period", "over the next five years"),
          setting("/accounts/1/purpose", "to spread wealth"),
          setting("/accounts/1/occasion", "World Internet Conference"),
          setting("/accounts/1/when", { stated: "in September" }),
        ),
      },
      [
        ["/accounts/0/verb", "promised"],
        ["/accounts/0/period", "over the next five years"],
        ["/accounts/0/amount/stated", "$15 billion"],
        ["/accounts/1/purpose", "to spread wealth"],
        ["/accounts/1/occasion", "World Internet Conference"],
        ["/accounts/1/when/stated", "in September"],
      ]
        .map(
          ([at, words]) =>
            `${ALIBABA} ${at}: “${words}” is given as the source's words and is not in the passage beside it`,
        )
        .concat(
          `${ALIBABA} /accounts/0/amount/value: is not the number in “$15 billion”, which is 15000000000`,
        ),
    ],
    [
      "a role, a day, a place and a way that are not in their passages",
      {
        [LEI]: setting("/roles/0/stated", "founder of Xiaomi"),
        [XI]: all(
          setting("/said/stated", "on Aug. 18"),
          setting("/where/stated", "In Beijing"),
          setting("/via/stated", "according to China Daily"),
        ),
      },
      [
        `${XI} /said/stated: “on Aug. 18” is given as the source's words and is not in the passage beside it`,
        `${XI} /where/stated: “In Beijing” is given as the source's words and is not in the passage beside it`,
        `${XI} /via/stated: “according to China Daily” is given as the source's words and is not in the passage beside it`,
        `${LEI} /roles/0/stated: “founder of Xiaomi” is given as the source's words and is not in the passage beside it`,
      ],
    ],
    [
      "a quotation that is not in quotation marks",
      { [XI]: setting("/passages/0/exact", "those who are already rich need to guide and help others") },
      [`${XI} /passages/0/exact: ${NOT_QUOTED}`],
    ],
    [
      "a quotation that reaches over its quotation marks",
      { [XI]: setting("/passages/0/exact", "not just a few people,” Xi said") },
      [`${XI} /passages/0/exact: ${NOT_QUOTED}`],
    ],
    [
      "a speaker whom the source only calls “he”, and no word of whom that is read as",
      {
        [NOT_GOOD_NEWS]: setting("/speakerInferred", undefined),
        [FRAGMENT]: setting("/speakerInferred", undefined),
        "data/quotes/collier-ad-hoc-campaigns.json": setting("/speakerInferred", undefined),
        "data/facts/xi-poverty-eliminated.json": setting("/speakerInferred", undefined),
      },
      [
        `data/quotes/collier-ad-hoc-campaigns.json /speakerInferred: ${PRONOUN_ALONE}`,
        `${NOT_GOOD_NEWS} /speakerInferred: ${PRONOUN_ALONE}`,
        `${FRAGMENT} /speakerInferred: ${PRONOUN_ALONE}`,
        `data/facts/xi-poverty-eliminated.json /speakerInferred: ${PRONOUN_ALONE}`,
      ],
    ],
    [
      "a speaker by record and by the source's words, and words that are not there",
      {
        [FACT]: all(setting("/speakerStated", "nobody in particular")),
      },
      [
        `${FACT} /speakerStated: “nobody in particular” is given as the source's words and is not in the passage beside it`,
        `${FACT} /speakerStated: is for speakers whom the source does not name: leave out one of speaker and speakerStated`,
      ],
    ],
    [
      "a fragment whose sentence does not hold it",
      {
        [FRAGMENT]: setting("/within", {
          source: VOA.slice(6),
          exact: "Formerly high-flying celebrity CEOs",
        }),
      },
      [`${FRAGMENT} /within/exact: the sentence does not hold the quoted words`],
    ],
    [
      "a year that is not in the source's words, and no reason for it",
      {
        [XI]: setting("/said/inferred", undefined),
        [ZHENGZHOU]: setting("/accounts/0/when/inferred", undefined),
        "data/events/sichuan-earthquake.json": setting("/when/date", "2009"),
      },
      [
        `${ZHENGZHOU} /accounts/0/when/inferred: the year 2021 is not in the source's words “In July”: say why it is inferred`,
        `${XI} /said/inferred: the year 2021 is not in the source's words “on Aug. 17”: say why it is inferred`,
        "data/events/sichuan-earthquake.json /when/inferred: the year 2009 is not in the source's words “2008”: say why it is inferred",
      ],
    ],
    [
      "an account over two sources",
      {
        [ALIBABA]: (text) => {
          const { accounts } = JSON.parse(text);
          const [one, two] = accounts;
          return setting("/accounts/0/passages", [...one.passages, ...two.passages])(text);
        },
      },
      [`${ALIBABA} /accounts/0/passages: an account is what one source says`],
    ],
    [
      "a joint sum of one donor",
      { [ZHENGZHOU]: setting("/donors", ["alibaba"]) },
      [`${ZHENGZHOU} /joint: a joint sum has several donors`],
    ],
    [
      "a term that is neither defined nor used",
      { [THIRD]: all(setting("/definitions", []), setting("/uses", [])) },
      [`${THIRD} /uses: a term that no source defines needs at least one use`],
    ],
    [
      "half a review",
      { [FACT]: setting("/review/reviewedBy", "A. Reader") },
      [`${FACT} /review: reviewedBy and reviewedOn go together: both null, or both given`],
    ],
    [
      "a field by its former name beside its name",
      { [FACT]: all(setting("/unlike", ["a"]), setting("/notConfusedWith", ["b"])) },
      [`${FACT} /unlike: “unlike” is the former name of “notConfusedWith”: give one of them, not both`],
    ],
    [
      "a day that no calendar has",
      { [FACT]: setting("/review/entered", "2026-02-30") },
      [`${FACT} /review/entered: Invalid ISO date`],
    ],
    [
      "a sum without its currency",
      { [ZHENGZHOU]: setting("/accounts/0/amount/currency", "dollars") },
      [`${ZHENGZHOU} /accounts/0/amount/currency: expected an ISO 4217 code`],
    ],
    [
      "a number that is not the one that is stated",
      { [ALIBABA]: setting("/accounts/0/amount/value", 155000000000) },
      [`${ALIBABA} /accounts/0/amount/value: is not the number in “$15.5 billion”, which is 15500000000`],
    ],
    [
      "a label by language that lacks the English one",
      { [LEI]: setting("/label", { "zh-Hans": "雷军" }) },
      [`${LEI} /label/en: is missing: a text by language has at least the English one`],
    ],
    [
      "a note in a language that is not spoken here, and a caution that lacks the English one",
      {
        [FACT]: setting("/notes", [
          { en: "A", fr: "B" },
          { text: { "zh-Hant": "丙" }, caution: true },
        ]),
      },
      [
        `${FACT} /notes/0: Unrecognized key: "fr"`,
        `${FACT} /notes/1/text/en: is missing: a text by language has at least the English one`,
      ],
    ],
    [
      "a label that is missing, and one that is no text",
      { [LEI]: setting("/label", undefined), [FACT]: setting("/label", 1) },
      [
        `${LEI} /label: is missing: expected a text, or texts by language`,
        `${FACT} /label: expected a text, or texts by language`,
      ],
    ],
    [
      "a caution that is too long in one of its languages",
      { [FACT]: setting("/notes", [{ text: { en: "A", "zh-Hans": "长".repeat(37) }, caution: true }]) },
      [`${FACT} /notes/0/text: expected at most 12 words in a caution, or 36 Chinese characters`],
    ],
    [
      "a passage by language",
      { [FACT]: setting("/passages/0/exact", { en: "A" }) },
      [`${FACT} /passages/0/exact: Invalid input: expected string, received object`],
    ],
    [
      "a key that stands twice",
      { [FACT]: (text) => text.replace("{", '{ "label": "Another",') },
      [`${FACT} /label: stands twice in its object`],
    ],
    [
      "a language that is none",
      { [`${VOA}.json`]: setting("/citation/language", "American") },
      [
        `${VOA}.json /citation/language: “American” is not a language: expected its name, such as French, or its tag, such as fr or zh-Hans`,
      ],
    ],
    [
      "a hash that is not the text's",
      { [`${VOA}.json`]: setting("/sha256", "0".repeat(64)) },
      [
        /^seeds\/voa-common-prosperity\.json \/sha256: seeds\/voa-common-prosperity\.txt has the hash f58fc03a/,
      ],
    ],
  ];

  it.each(rows)("%s", async (_, changes, expected) => {
    const faults = await faultsOf(shelfWith(changes));
    expect(faults).toEqual(
      expected.map((line) => (line instanceof RegExp ? expect.stringMatching(line) : line)),
    );
  });

  it("is not followed by others that say that the faulty file is not there", async () => {
    const root = shelfWith({
      [THIRD]: setting("/review", undefined),
      [`${VOA}.json`]: setting("/rights", 1),
    });
    const untrue = (await faultsOf(root)).filter((line) =>
      /no record “terms\/third-distribution”|no source “voa-common-prosperity”/.test(line),
    );
    expect(untrue).toEqual([]);
  });
});

/** Sums of a donor with more commitments than one call of the library gives are compared with all, or not at all. */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { checkMessage } from "../../src/claims/check-message.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { type Library, MOST_GIVEN } from "../../src/library/library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { type Changes, shelfWith } from "../shelves.ts";

const SOURCE = "made-up-gifts";
const COUNT = MOST_GIVEN + 20;
const review = { entered: "2026-11-30", reviewedBy: null, reviewedOn: null };
const record = (content: object) => JSON.stringify({ ...content, review });
const evidence = (exact: string) => ({ source: SOURCE, exact });

interface Gift {
  readonly donor: string;
  readonly sum: string;
  readonly of: string;
}

/** What the last records of the shelf have is given by no list of the first. */
const GIFTS: readonly Gift[] = Array.from({ length: COUNT }, (_, number): Gift => {
  if (number === 0)
    return { donor: "Lanshan Holdings", sum: "$77 million", of: "relief after the Wuxi floods" };
  if (number === COUNT - 1)
    return { donor: "Lanshan Holdings", sum: "$5.2 million", of: "relief after the Wuxi floods" };
  if (number === COUNT - 2) return { donor: "Lanshan Holdings", sum: "$4.3 million", of: "the old bridge" };
  return { donor: "Lanshan Holdings", sum: `$${1000 + number} million`, of: `school number ${number}` };
});
const sentenceOf = ({ donor, sum, of }: Gift): string => `${donor} pledged ${sum} for ${of}.`;
const OPENING = "Lanshan Holdings, a steel maker, met after the Wuxi floods of July 2021.";
const TEXT = [OPENING, ...GIFTS.map(sentenceOf)].join("\n\n");

const SHELF: Changes = {
  [`seeds/${SOURCE}.txt`]: TEXT,
  [`seeds/${SOURCE}.json`]: JSON.stringify({
    citation: { type: "article-newspaper", title: "Gifts", "container-title": "Nobody", language: "en" },
    title: { text: "Gifts", basis: "copy" },
    rights: { status: "public-domain", text: "Made up." },
    sha256: createHash("sha256").update(TEXT).digest("hex"),
  }),
  "data/organizations/lanshan-holdings.json": record({
    label: "Lanshan Holdings",
    roles: [{ stated: "a steel maker", evidence: evidence(OPENING) }],
  }),
  "data/events/wuxi-floods.json": record({
    label: "Wuxi floods",
    when: { stated: "July 2021", date: "2021-07" },
    passages: [evidence(OPENING)],
  }),
  ...Object.fromEntries(
    GIFTS.map((gift, number) => [
      `data/pledges/lanshan-${String(number).padStart(3, "0")}.json`,
      record({
        label: `Lanshan Holdings: ${gift.of}`,
        donors: ["lanshan-holdings"],
        ...(gift.of.includes("floods") ? { occasions: ["events/wuxi-floods"] } : {}),
        accounts: [
          {
            passages: [evidence(sentenceOf(gift))],
            verb: "pledged",
            amount: {
              status: "stated",
              stated: gift.sum,
              value: Number(gift.sum.slice(1, -8)) * 1e6,
              currency: "USD",
            },
            purpose: `for ${gift.of}`,
          },
        ],
      }),
    ]),
  ),
};

describe("a donor with more commitments than are read at once", () => {
  let library: Library;
  beforeAll(async () => {
    library = createLibrary(await readShelf(shelfWith(SHELF)));
  });

  const kindsOf = async (sentence: string): Promise<string[]> => {
    const { sentences } = await checkMessage(sentence, library);
    return sentences.flatMap(({ verdicts }) => verdicts.map(({ kind, about }) => `${about} ${kind}`));
  };

  it("has them all on record", async () => {
    const { total } = await library.find({
      kinds: ["pledges"],
      concerning: "organizations/lanshan-holdings",
    });
    expect(total).toBe(COUNT);
  });

  it("is supported by the last as by the first", async () => {
    expect(await kindsOf("Lanshan Holdings pledged $77 million.")).toEqual(["figure supported"]);
    expect(await kindsOf("Lanshan Holdings pledged $4.3 million.")).toEqual(["figure supported"]);
    expect(await kindsOf("Lanshan Holdings pledged $5.2 million after the Wuxi floods.")).toEqual([
      "figure supported",
    ]);
  });

  it("is not told to differ from the first, where the last may be meant", async () => {
    const said = await kindsOf("Lanshan Holdings pledged over $5 million for relief after the Wuxi floods.");
    expect(said.filter((kind) => !kind.endsWith("supported"))).toEqual([]);
    const other = await kindsOf("Lanshan Holdings pledged $6 million after the Wuxi floods.");
    expect(other.filter((kind) => kind.startsWith("figure"))).toEqual([]);
  });
});

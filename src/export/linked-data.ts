/**
 * Exports the shelf as JSON-LD: passages as annotations (W3C Web Annotation), records by schema.org, provenance by
 * PROV-O. Each node also holds its record or card as JSON, since the vocabularies do not cover everything.
 */
import { particlesOf, withParticle } from "../shelf/csl-names.ts";
import { evidenceWithPointers } from "../shelf/evidence.ts";
import { kindDefinition, recordRef } from "../shelf/kinds.ts";
import { moneyOf } from "../shelf/pledge-parts.ts";
import type { AnyRecord, Evidence, PledgeRecord } from "../shelf/records.ts";
import { referenceAt, referencesWithPointers } from "../shelf/references.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Source } from "../shelf/sources.ts";
import { inFileForm, labelsByLanguage } from "../shelf/translations.ts";
import {
  ANNOTATION_CONTEXT,
  annotationOf,
  given,
  type JsonLdNode,
  type LinkedNames,
  namesUnder,
} from "./annotation.ts";
import { exportedPassages } from "./tables.ts";

/** The prefix of names when no address is given. */
const DEFAULT_BASE = "urn:refdesk:";

const iri = { "@type": "@id" } as const;
const CONTEXT = [
  ANNOTATION_CONTEXT,
  {
    schema: "https://schema.org/",
    prov: "http://www.w3.org/ns/prov#",
    refdesk: `${DEFAULT_BASE}terms:`,
    derivedFrom: { "@id": "prov:wasDerivedFrom", ...iri },
    quotedFrom: { "@id": "prov:wasQuotedFrom", ...iri },
    /** Refdesk's own data, as JSON: the record or the card. */
    record: { "@id": "refdesk:record", "@type": "@json" },
    card: { "@id": "refdesk:card", "@type": "@json" },
  },
] as const;

/** Returns the member for a day, a month or a year; schema.org has no decades. */
const dated = (name: string, date: string | null | undefined): JsonLdNode =>
  given(name, date?.endsWith("s") ? undefined : date);

/** Returns nodes for the stored text, the copy it was taken from and the original; each is a work of its own. */
function sourceNodes(source: Source, names: LinkedNames): JsonLdNode[] {
  const { id, card, title, publisher, published, address, republication, rights, sha256, translations } =
    source;
  const stored = names.source(id);
  const [original, again] = [`${stored}#original`, `${stored}#republication`];
  const by = (name: string) => ({ type: "schema:Organization", "schema:name": name });
  const authors = (card.citation.author ?? []).map((name) =>
    "literal" in name
      ? by(name.literal)
      : {
          type: "schema:Person",
          "schema:familyName": withParticle(particlesOf(name), name.family),
          ...given("schema:givenName", name.given),
          ...given("schema:honorificSuffix", name.suffix),
        },
  );
  const work = { type: ["schema:Article", "prov:Entity"], "schema:headline": title.text };
  const inLanguage = given("schema:inLanguage", card.citation.language);
  return [
    {
      id: stored,
      ...work,
      ...inLanguage,
      // A hash is that of a file, and a work is not one.
      "schema:encoding": {
        type: "schema:MediaObject",
        "schema:encodingFormat": "text/plain",
        "schema:sha256": sha256,
      },
      "schema:copyrightNotice": rights.text,
      derivedFrom: republication ? again : original,
      card: { id, ...inFileForm(card, translations) },
    },
    {
      id: original,
      ...work,
      ...inLanguage,
      ...(publisher === null ? {} : { "schema:publisher": by(publisher) }),
      ...given("schema:author", authors),
      ...dated("schema:datePublished", published.date),
      ...given("schema:url", address),
    },
    ...(republication
      ? [
          {
            id: again,
            ...work,
            "schema:publisher": by(republication.publisher),
            ...dated("schema:datePublished", republication.published.date),
            ...given("schema:url", republication.address),
            derivedFrom: original,
          },
        ]
      : []),
  ];
}

const joinedPassages = (passages: readonly Evidence[]): string =>
  passages.map(({ exact }) => exact).join(" […] ");

/** Returns one claim for each account of a commitment. */
const claimsIn = (pledge: PledgeRecord, names: LinkedNames): JsonLdNode[] =>
  pledge.accounts.map(({ passages, amount }, index) => {
    const claim = referenceAt(pledge, `/accounts/${index}/claim`);
    return {
      type: "schema:Claim",
      "schema:text": joinedPassages(passages),
      "schema:appearance": passages.map(({ source }) => ({ id: names.source(source) })),
      ...given("schema:author", claim && { id: names.record(claim) }),
      ...(amount.status === "stated"
        ? {
            "schema:about": {
              type: moneyOf(amount) ? "schema:MonetaryAmount" : "schema:QuantitativeValue",
              "schema:name": amount.stated,
              ...given("schema:value", amount.value),
              ...given("schema:currency", amount.currency),
              ...given("schema:unitText", amount.unit),
            },
          }
        : {}),
    };
  });

/**
 * schema.org's names for the fields that refer to other records, by kind and field or for all kinds. Any other field
 * has a name of Refdesk's own.
 */
const REFERENCE_NAMES: Readonly<Record<string, string>> = {
  about: "schema:about",
  "pledges.donors": "schema:agent",
  "quotes.speaker": "schema:spokenByCharacter",
  "facts.speaker": "schema:author",
  "organizations.partOf": "schema:parentOrganization",
};

/** Returns a member for each field that refers to other records: one node, or a list where the field has one. */
function referenceMembers(record: AnyRecord, names: LinkedNames): JsonLdNode {
  const members: Record<string, unknown> = {};
  for (const { path, ref } of referencesWithPointers(record)) {
    const field = path.slice(1).replaceAll("/*", "").replaceAll("/", ".");
    const name = REFERENCE_NAMES[`${record.kind}.${field}`] ?? REFERENCE_NAMES[field] ?? `refdesk:${field}`;
    const node = { id: names.record(ref) };
    members[name] = path.includes("*") ? [...((members[name] as JsonLdNode[]) ?? []), node] : node;
  }
  return members;
}

/** Describes a record by schema.org and PROV-O, without its references. */
function meaningOf(record: AnyRecord, names: LinkedNames): JsonLdNode {
  switch (record.kind) {
    case "quotes":
      return {
        type: ["schema:Quotation", "prov:Entity"],
        "schema:text": joinedPassages(record.passages),
        quotedFrom: [...new Set(record.passages.map(({ source }) => names.source(source)))],
      };
    case "facts":
      return {
        type: ["schema:Claim", "prov:Entity"],
        "schema:text": joinedPassages(record.passages),
        "schema:appearance": record.passages.map(({ source }) => ({ id: names.source(source) })),
      };
    case "pledges":
      return { type: ["schema:DonateAction", "prov:Entity"], "schema:subjectOf": claimsIn(record, names) };
    case "terms":
      return { type: ["schema:DefinedTerm", "prov:Entity"] };
    case "events":
      return {
        type: ["schema:Event", "prov:Entity"],
        ...dated("schema:startDate", record.when.date),
        ...dated("schema:endDate", record.when.to),
      };
    case "people":
      return { type: ["schema:Person", "prov:Entity"] };
    case "organizations":
      return { type: ["schema:Organization", "prov:Entity"] };
    default:
      return {
        type: ["schema:CreativeWork", "prov:Entity"],
        "schema:text": joinedPassages(kindDefinition(record).mainPassages(record)),
      };
  }
}

function recordNode(fullRecord: AnyRecord, names: LinkedNames): JsonLdNode {
  const { id: _, kind: __, translations, ...record } = fullRecord;
  const labels = Object.entries(labelsByLanguage(fullRecord));
  return {
    id: names.record(recordRef(fullRecord)),
    ...meaningOf(fullRecord, names),
    ...referenceMembers(fullRecord, names),
    "schema:name":
      labels.length === 0
        ? fullRecord.label
        : labels.map(([language, label]) => ({ "@value": label, "@language": language })),
    ...given("schema:alternateName", fullRecord.aliases),
    derivedFrom: [
      ...new Set(evidenceWithPointers(fullRecord).map(({ evidence }) => names.source(evidence.source))),
    ],
    record: inFileForm(record, translations),
  };
}

/** Yields the nodes of the whole shelf: its sources, its records, and the annotations of its passages. */
function* nodesOf(shelf: Shelf, names: LinkedNames): Generator<JsonLdNode> {
  for (const source of shelf.sources.values()) yield* sourceNodes(source, names);
  for (const record of shelf.records.values()) yield recordNode(record, names);
  for (const { record, source, ...passage } of exportedPassages(shelf))
    yield annotationOf({ ...passage, record: recordRef(record), source: source.id }, names);
}

const indented = (value: unknown, by: string): string =>
  JSON.stringify(value, null, 2).replaceAll("\n", `\n${by}`);

/**
 * Yields the whole shelf as one JSON document, node by node.
 * @param base the prefix of names: an address that ends in a slash, or a URN
 */
export function* linkedData(shelf: Shelf, base = DEFAULT_BASE): Generator<string> {
  yield `{\n  "@context": ${indented(CONTEXT, "  ")},\n  "@graph": [`;
  let between = "\n    ";
  for (const node of nodesOf(shelf, namesUnder(base))) {
    yield between + indented(node, "    ");
    between = ",\n    ";
  }
  yield "\n  ]\n}\n";
}

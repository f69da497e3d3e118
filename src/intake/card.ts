/** Makes the card of a source from what is known of its document. */
import { createHash } from "node:crypto";
import { cardNotes } from "../language/en/card-notes.ts";
import type { CslDate } from "../shelf/csl-dates.ts";
import { type CslName, displayName } from "../shelf/csl-names.ts";
import type { DocumentFacts, Found, ReadDocument } from "./document.ts";

const say = cardNotes.card;

/** How far the rights in a text are known. */
export type RightsStatus = "reserved" | "public-domain" | "unknown";

/** What the person who adds a source decides about it. */
export interface CardDecisions {
  readonly isPublic: boolean;
  readonly rights: RightsStatus;
  /** The day of today, as an ISO date, for what was fetched. */
  readonly accessed?: string;
  /** The source whose address this one has too: an earlier version of it. */
  readonly earlier?: string;
  /** What is noted beside what the document itself gives. */
  readonly notes?: readonly string[];
}

/** A card as it is written. `SourceCard` of the shelf says what it may hold. */
export interface WrittenCard {
  readonly citation: {
    readonly type: string;
    readonly title: string;
    readonly author?: readonly CslName[];
    readonly "container-title"?: string;
    readonly issued?: CslDate;
    readonly accessed?: CslDate;
    readonly URL?: string;
    readonly language?: string;
  };
  readonly publisherInferred?: string;
  readonly title: { readonly text: string; readonly basis: "text" | "copy"; readonly note?: string };
  readonly rights: { readonly status: RightsStatus; readonly text: string };
  readonly visibility?: "desk";
  readonly sha256: string;
  readonly taken: {
    readonly kind: string;
    /** SHA-256 of the file as it was given or fetched. */
    readonly sha256: string;
    readonly found: Readonly<Record<string, string>>;
    readonly notes?: readonly string[];
    readonly earlier?: string;
  };
}

/** The members of a card that can be open, in the order in which they are asked. */
export const OPEN_MEMBERS = ["title", "authors", "publisher", "issued", "language", "address"] as const;
export type OpenMember = (typeof OPEN_MEMBERS)[number];

/** Returns the members that are not known. */
export const openMembers = (facts: DocumentFacts): OpenMember[] =>
  OPEN_MEMBERS.filter((member) => facts[member] === undefined);

/** Returns the SHA-256 of a text or of bytes, in hexadecimal. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

const fold = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

const isoDay = (iso: string): CslDate => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return { "date-parts": [[year, month, day]] };
};

/** Tells where a value was found, in the words of the card. */
const placeOf = ({ at, isGuess }: Found<unknown>): string => (isGuess ? say.guess(at) : at);

/** Returns where each known member was found, under its name in CSL-JSON. */
function placesOf({ title, authors, publisher, issued, language, address, type }: DocumentFacts) {
  const members = {
    title,
    author: authors,
    "container-title": publisher,
    issued,
    language,
    URL: address,
    type,
  };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, found]) => (found === undefined ? [] : [[name, placeOf(found)]])),
  );
}

/**
 * Makes the card of a document.
 * @param text the text as it is stored
 * @param bytes the file as it was given
 */
export function createCard(
  document: ReadDocument,
  text: string,
  bytes: Uint8Array,
  decisions: CardDecisions,
): WrittenCard {
  const { facts, kind, isPrivate } = document;
  const { title, authors, publisher, issued, language, address, type, more } = facts;
  const name = title?.value ?? say.untitled;
  const isInText = fold(text).includes(fold(name));
  const notes = [...document.notes, ...(decisions.notes ?? [])];
  return {
    citation: {
      type: type?.value ?? (kind === "page" || address ? "webpage" : "report"),
      title: name,
      ...(authors ? { author: authors.value } : {}),
      ...(publisher ? { "container-title": publisher.value } : {}),
      ...(issued ? { issued: issued.value } : {}),
      ...(decisions.accessed === undefined ? {} : { accessed: isoDay(decisions.accessed) }),
      ...(address ? { URL: address.value } : {}),
      ...(language ? { language: language.value } : {}),
      ...more?.value,
    },
    ...(publisher?.isGuess ? { publisherInferred: say.publisherGuessed(publisher.at) } : {}),
    title: isInText
      ? { text: name, basis: "text" }
      : { text: name, basis: "copy", note: say.titleElsewhere(title ? placeOf(title) : say.nowhere) },
    rights: { status: decisions.rights, text: say.rights[decisions.rights] },
    ...(decisions.isPublic && !isPrivate ? {} : { visibility: "desk" as const }),
    sha256: contentHash(text),
    taken: {
      kind,
      sha256: contentHash(bytes),
      found: placesOf(facts),
      ...(notes.length > 0 ? { notes } : {}),
      ...(decisions.earlier === undefined ? {} : { earlier: decisions.earlier }),
    },
  };
}

/** Returns the names of authors for people to read. */
export const authorNames = (authors: readonly CslName[]): string => authors.map(displayName).join(", ");

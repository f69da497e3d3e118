/** Adds one document to a shelf: reads it, decides with the person what is open, and stores its text and card. */

import { cardNotes } from "../language/en/card-notes.ts";
import type { ShelfStore } from "../shelf/shelf-store.ts";
import { SourceCard } from "../shelf/sources.ts";
import {
  type CardDecisions,
  contentHash,
  createCard,
  type OpenMember,
  openMembers,
  type WrittenCard,
} from "./card.ts";
import type { DocumentFacts, RawDocument, ReadDocument } from "./document.ts";
import type { DocumentReader } from "./document-reader.ts";
import type { KnownSources, Resembling } from "./known-sources.ts";
import { siteOf } from "./normal-address.ts";
import { refusal } from "./refusal.ts";
import { sourceId } from "./source-id.ts";

const say = cardNotes.card;

/** Asks the person at the terminal. Without one, nothing is asked. */
export interface IntakeDialogue {
  /** Whether the whole page is taken. @param article the characters of its article; null where it is a list of links */
  takeWhole(article: number | null, length: number): Promise<boolean>;
  /** Whether a text that shares so much with a source becomes a source of its own. */
  addSameStory(id: string, share: number): Promise<boolean>;
  /** Asks for the members of a card that are open, and returns the facts with what was entered. */
  complete(facts: DocumentFacts, open: readonly OpenMember[]): Promise<DocumentFacts>;
}

/** What holds for all documents that are added together. */
export interface AddContext {
  /** Where the shelf is. */
  readonly store: Pick<ShelfStore, "addSource">;
  readonly known: KnownSources;
  readonly reader: DocumentReader;
  readonly decisions: Pick<CardDecisions, "isPublic" | "rights">;
  /** Puts what the person or a reference manager gives before what the document itself says. */
  readonly completeFacts: (facts: DocumentFacts) => DocumentFacts;
  /** Takes the text of the whole page where its article is nearly empty. */
  readonly takesWhole: boolean;
  readonly dialogue?: IntakeDialogue;
}

/** What came of one document. */
export type AddOutcome =
  | {
      readonly result: "added";
      readonly id: string;
      readonly card: WrittenCard;
      readonly text: string;
      readonly leftOut: readonly string[];
      readonly open: readonly OpenMember[];
      /** The source that tells the same story. */
      readonly sameStory?: string;
    }
  /** The same file or address is on the shelf already. */
  | { readonly result: "known"; readonly id: string }
  | { readonly result: "copy"; readonly id: string; readonly share: number };

/** Returns the document with the text of the whole page, if that is wanted where the article is nearly empty. */
async function withEnoughText(document: ReadDocument, context: AddContext): Promise<ReadDocument> {
  const { whole } = document;
  if (!whole) return document;
  const article = whole.isList ? null : whole.articleLength;
  const isWanted =
    context.takesWhole || (await context.dialogue?.takeWhole(article, whole.text.length)) === true;
  if (!isWanted) throw refusal("adding", "notTaken", article, whole.text.length);
  return { ...document, text: whole.text, leftOut: [], notes: [...document.notes, say.tookWhole] };
}

/** Names the faults of a card, member by member. */
function cardFaults(card: WrittenCard): string | undefined {
  const checked = SourceCard.safeParse(card);
  return checked.success
    ? undefined
    : checked.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
}

/** Returns the source whose story the text tells too, or that it is a copy. */
async function resemblance(
  text: string,
  context: AddContext,
): Promise<{ readonly sameStory?: Resembling; readonly copy?: AddOutcome }> {
  const like = await context.known.resembling(text);
  if (!like) return {};
  if (like.isCopy) return { copy: { result: "copy", id: like.id, share: like.share } };
  return { sameStory: like };
}

/**
 * Offers a text that repeats much of another as a source of its own. Without a person to ask, it is taken.
 * @returns the note for its card
 * @throws {Refusal} when the person does not want it
 */
async function sameStoryNote({ id, share }: Resembling, context: AddContext): Promise<string> {
  const note = say.sameStory(id, share);
  if ((await context.dialogue?.addSameStory(id, share)) === false)
    throw refusal("adding", "sameStoryLeft", id);
  return note;
}

/**
 * Adds one document.
 * @param accessed the day on which it was fetched, as an ISO date; none for a file
 * @throws {Refusal} when it cannot become a source
 */
export async function addSource(
  raw: Omit<RawDocument, "start">,
  context: AddContext,
  accessed?: string,
): Promise<AddOutcome> {
  const { known, store } = context;
  const sameFile = known.byFile(contentHash(raw.bytes));
  if (sameFile !== undefined) return { result: "known", id: sameFile };
  const document = await withEnoughText(await context.reader.read(raw), context);
  const text = `${document.text.replace(/\n+$/, "")}\n`;
  if (text.trim() === "") throw refusal("adding", "noText");
  if (document.isPrivate && context.decisions.isPublic) throw refusal("adding", "neverPublic");
  const address = document.facts.address?.value;
  const earlier = address === undefined ? undefined : known.byAddress(address);
  const { sameStory, copy } = await resemblance(text, context);
  if (copy) return copy;
  const note = sameStory && (await sameStoryNote(sameStory, context));
  const given = context.completeFacts(document.facts);
  const unasked = openMembers(given);
  const facts =
    unasked.length > 0 && context.dialogue ? await context.dialogue.complete(given, unasked) : given;
  const card = createCard({ ...document, facts }, text, raw.bytes, {
    ...context.decisions,
    ...(accessed === undefined ? {} : { accessed }),
    ...(earlier === undefined ? {} : { earlier }),
    ...(note === undefined ? {} : { notes: [note] }),
  });
  const fault = cardFaults(card);
  if (fault !== undefined) throw refusal("adding", "cardFault", fault);
  const site = facts.address && siteOf(facts.address.value);
  const id = sourceId({ title: card.title.text, site, hash: card.sha256 }, known.has);
  await store.addSource({ id, text, card: `${JSON.stringify(card, null, 2)}\n` });
  known.remember(id, card, text);
  return {
    result: "added",
    id,
    card,
    text,
    leftOut: document.leftOut,
    open: openMembers(facts),
    ...(sameStory && { sameStory: sameStory.id }),
  };
}

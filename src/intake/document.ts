/** Defines what a kind of file gives: the text of a document, and what is known of it, each with where it was found. */
import type { CslDate } from "../shelf/csl-dates.ts";
import type { CslName } from "../shelf/csl-names.ts";

/** A value, and where it was found, such as “og:title”. A guess says so. */
export interface Found<Value> {
  readonly value: Value;
  readonly at: string;
  readonly isGuess?: true;
}

/** What is known of a document. What is not known is left out. */
export interface DocumentFacts {
  readonly title?: Found<string>;
  readonly authors?: Found<readonly CslName[]>;
  /** Whose page it is, never who first published what it shows. */
  readonly publisher?: Found<string>;
  readonly issued?: Found<CslDate>;
  readonly language?: Found<string>;
  readonly address?: Found<string>;
  /** The type of CSL-JSON. */
  readonly type?: Found<string>;
  /** Further members of CSL-JSON, as a reference manager has them. */
  readonly more?: Found<Readonly<Record<string, unknown>>>;
}

/** The words that only an offer shows: the text of the whole page, where its article is nearly empty. */
export interface WholePage {
  readonly text: string;
  /** How many characters the article has. */
  readonly articleLength: number;
  /** Whether nearly all of the article is links. */
  readonly isList: boolean;
}

/** A document as read, before it is a source. */
export interface ReadDocument {
  /** The name of its kind, such as “page”. */
  readonly kind: string;
  readonly text: string;
  readonly facts: DocumentFacts;
  /** What a reader of the card has to know about how the text was taken. */
  readonly notes: readonly string[];
  /** Blocks of the document that are not in the text. */
  readonly leftOut: readonly string[];
  /** Given where the text is nearly empty, and all of the page may be wanted instead. */
  readonly whole?: WholePage;
  /** Whether it may be shown to nobody but the desk, such as a mail. */
  readonly isPrivate?: true;
}

/** A file as given or fetched. */
export interface RawDocument {
  readonly bytes: Uint8Array;
  /** The name of the file, or the last part of the address. */
  readonly name: string;
  /** The media type and the charset of the Content-Type header. */
  readonly contentType?: string;
  readonly charset?: string;
  /** The first bytes as text, whatever their encoding is: what is ASCII in them can be told. */
  readonly start: string;
  /** Where it was fetched, after all redirects. */
  readonly address?: string;
}

/** A kind of document. `reads` is asked in the order of the list, and the first that says yes reads it. */
export interface DocumentKind {
  readonly name: string;
  /** The media types under which it is served. */
  readonly contentTypes: readonly string[];
  /** Whether its files are no text, so that they are told by their first bytes. */
  readonly isBinary?: true;
  /** Tells by the bytes, and only then by name and media type, whether this kind reads a document. */
  readonly reads: (raw: RawDocument) => boolean;
  /** @throws {Refusal} when it cannot be read */
  readonly read: (raw: RawDocument) => Promise<ReadDocument> | ReadDocument;
}

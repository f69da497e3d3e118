/** Summarizes a public page for chats in which its URL is pasted; shows only what the page shows to everyone. */

import { createAsk } from "../ask/ask.ts";
import type { Messages } from "../language/messages.ts";
import { createAnswerLibrary } from "../library/answer-library.ts";
import { limitToRights } from "../library/excerpts.ts";
import type { Library } from "../library/library.ts";
import { localizeLibrary } from "../library/localized-library.ts";
import { sourceAt } from "../library/lookups.ts";
import { publicViewOf } from "../library/public-view.ts";
import { RECORD_KINDS, type RecordRef } from "../shelf/kinds.ts";
import { type Answer, blockPassages, createAnswer } from "./answer.ts";
import { createCitations, shortCredit } from "./citations.ts";
import { findRecord } from "./lookup.ts";
import { noteBlocks } from "./notes.ts";
import { anchorStart, passageAnchor, sourcePath } from "./page-links.ts";
import { type LinkPreview, summarizeRecord } from "./record-summary.ts";

/**
 * Paths of records, sources and profiles, as page-links.ts writes them; a slash at the end and the text directive that
 * browsers add are left out of account.
 */
const PATH =
  /^\/(?<room>records\/[a-z]+|people|organizations|sources)\/(?<id>[a-z0-9-]+)\/?(?:#(?<anchor>[\w-]+)?(?::~:text=[^\s#]*)?)?$/;

/** Previews a record; returns undefined when there is no such record, or none of its passages may be shown. */
async function ofRecord(ref: RecordRef, library: Library, messages: Messages): Promise<Answer | undefined> {
  const record = await findRecord(ref, library);
  if (!record) return undefined;
  const citations = createCitations(library, messages);
  const summary = await summarizeRecord(record, citations, { library, messages });
  const sources = citations.sources();
  const [first] = summary.items.flat().flatMap(blockPassages);
  const source = sources.find(({ number }) => number === first?.source);
  if (!first || !source) return undefined;
  return createAnswer({
    ask: createAsk("source", source.id, { at: String(first.start) }),
    title: messages.search.hit(record.label, messages.recordKinds[record.kind].name),
    outcome: "found",
    ...summary,
    sources,
  });
}

/** Previews a source: its title with publisher and date, or with the passage that the URL's anchor names. */
async function ofSource(
  id: string,
  anchor: string | undefined,
  library: Library,
  messages: Messages,
): Promise<Answer | undefined> {
  const source = await sourceAt(id, library);
  if (!source) return undefined;
  const title = messages.source.work(source.title.text);
  const place =
    anchor &&
    (await library.passages(id, { near: anchorStart(anchor) })).hits.find(
      (recorded) => passageAnchor(recorded) === anchor,
    );
  if (!place) {
    const { total } = await library.find({ source: id, most: 0 });
    const opening = [
      { type: "text", text: messages.pages.sourceLead(shortCredit(source, messages), total) } as const,
    ];
    return createAnswer({ ask: createAsk("source", id), title, outcome: "found", opening });
  }
  const citations = createCitations(library, messages);
  const passage = await citations.passage(place.evidence);
  return createAnswer({
    ask: createAsk("source", id, { at: String(place.start) }),
    title,
    outcome: "found",
    items: [[{ type: "quote", passages: [passage] }, ...noteBlocks([passage.note])]],
    sources: citations.sources(),
  });
}

/**
 * Creates the preview function for the pages under `publicUrl`. A URL must match: nothing in it is decoded,
 * resolved or fetched, so signed and expiring links (which have a query) get no preview.
 * @param publicUrl without a trailing slash
 */
export async function createLinkPreview(publicUrl: string, fullLibrary: Library): Promise<LinkPreview> {
  const publicLibrary = limitToRights((await publicViewOf(fullLibrary)).library);
  return async (address, messages) => {
    if (!address.startsWith(publicUrl)) return undefined;
    const library = createAnswerLibrary(localizeLibrary(publicLibrary, messages));
    const { room, id = "", anchor } = PATH.exec(address.slice(publicUrl.length))?.groups ?? {};
    const kind = RECORD_KINDS.find((candidate) => room === candidate || room === `records/${candidate}`);
    const answer = kind
      ? await ofRecord(`${kind}/${id}`, library, messages)
      : room === "sources"
        ? await ofSource(id, anchor, library, messages)
        : undefined;
    return (
      answer && {
        ...answer,
        sources: answer.sources.map((source) => ({ ...source, page: publicUrl + sourcePath(source.id) })),
      }
    );
  };
}

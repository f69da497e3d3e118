/** What a page is about, in short, for a place where its address is pasted: nothing but what everyone may read on it. */

import { createAsk } from "../ask/ask.ts";
import type { Messages } from "../language/messages.ts";
import { limitToRights, recordedPassages } from "../library/excerpts.ts";
import type { Library } from "../library/library.ts";
import { createPublicView, findHidden } from "../library/public-view.ts";
import { RECORD_KINDS, type RecordRef } from "../shelf/kinds.ts";
import { type Answer, blockPassages, createAnswer } from "./answer.ts";
import { createCitations, shortCredit } from "./citations.ts";
import { findRecord } from "./lookup.ts";
import { noteBlocks } from "./notes.ts";
import { passageAnchor, sourcePath } from "./page-links.ts";
import { type LinkPreview, summarizeRecord } from "./record-summary.ts";

/** The paths of records, of sources and of those who have a profile, as the pages themselves write them. */
const PATH =
  /^\/(?<room>records\/[a-z]+|people|organizations|sources)\/(?<id>[a-z0-9-]+)(?:#(?<anchor>[\w-]+))?$/;

/** A record's name and passages; nothing where there is no such record, or nothing of it that can be shown. */
async function ofRecord(ref: RecordRef, library: Library, messages: Messages): Promise<Answer | undefined> {
  const record = await findRecord(ref, library);
  if (!record) return undefined;
  const citations = createCitations(library, messages);
  const brief = await summarizeRecord(record, citations, { library, messages });
  const sources = citations.sources();
  const [first] = brief.items.flat().flatMap(blockPassages);
  const source = sources.find(({ number }) => number === first?.source);
  if (!first || !source) return undefined;
  return createAnswer({
    ask: createAsk("source", source.id, { at: String(first.start) }),
    title: messages.search.hit(record.label, messages.search.kinds[record.kind]),
    outcome: "found",
    ...brief,
    sources,
  });
}

/** A source's title with who published it when, or with the passage to which the address leads. */
async function ofSource(
  id: string,
  anchor: string | undefined,
  library: Library,
  messages: Messages,
): Promise<Answer | undefined> {
  const source = (await library.about()).sources.find((one) => one.id === id);
  if (!source) return undefined;
  const title = messages.source.work(source.title.text);
  const place =
    anchor && (await recordedPassages(id, library)).find((recorded) => passageAnchor(recorded) === anchor);
  if (!place) {
    const { hits } = await library.find({ source: id });
    const lead = [
      { type: "text", text: messages.pages.sourceLead(shortCredit(source, messages), hits.length) } as const,
    ];
    return createAnswer({ ask: createAsk("source", id), title, outcome: "found", lead });
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
 * The glance at each page under a public address. An address is compared letter for letter: nothing in it is
 * decoded, resolved or fetched, and one that ends or is signed is not everyone's.
 * @param publicUrl without a slash at its end
 */
export async function createLinkPreview(publicUrl: string, whole: Library): Promise<LinkPreview> {
  const library = limitToRights(createPublicView(whole, await findHidden(whole)));
  return async (address, messages) => {
    if (!address.startsWith(publicUrl)) return undefined;
    const { room, id = "", anchor } = PATH.exec(address.slice(publicUrl.length))?.groups ?? {};
    const kind = RECORD_KINDS.find((one) => room === one || room === `records/${one}`);
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

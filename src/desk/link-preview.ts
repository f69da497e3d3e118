/** What a page is about, in short, for a place where its address is pasted: nothing but what everyone may read on it. */

import { makeAsk } from "../ask/ask.ts";
import type { Words } from "../language/messages.ts";
import { recordedIn, withinRights } from "../library/excerpts.ts";
import type { Library } from "../library/library.ts";
import { hiddenIn, withoutHidden } from "../library/public-view.ts";
import { anchorOf, sourcePath } from "../platforms/web/link-signer.ts";
import { KINDS, type Ref } from "../shelf/kinds.ts";
import { type Answer, makeAnswer, passagesOf } from "./answer.ts";
import { createCiting, notes, shortOf } from "./citations.ts";
import { recordAt } from "./lookup.ts";
import { briefOf, type Glance } from "./record-summary.ts";

/** The paths of records, of sources and of those who have a profile, as the pages themselves write them. */
const PATH =
  /^\/(?<room>records\/[a-z]+|people|organizations|sources)\/(?<id>[a-z0-9-]+)(?:#(?<anchor>[\w-]+))?$/;

/** A record's name and passages; nothing where there is no such record, or nothing of it that can be shown. */
async function ofRecord(ref: Ref, library: Library, words: Words): Promise<Answer | undefined> {
  const record = await recordAt(ref, library);
  if (!record) return undefined;
  const citing = createCiting(library, words);
  const brief = await briefOf(record, citing, { library, words });
  const sources = citing.sources();
  const [first] = brief.items.flat().flatMap(passagesOf);
  const source = sources.find(({ number }) => number === first?.source);
  if (!first || !source) return undefined;
  return makeAnswer({
    ask: makeAsk("source", source.id, { at: String(first.start) }),
    title: words.search.hit(record.label, words.search.kinds[record.kind]),
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
  words: Words,
): Promise<Answer | undefined> {
  const source = (await library.about()).sources.find((one) => one.id === id);
  if (!source) return undefined;
  const title = words.source.work(source.title.text);
  const place = anchor && (await recordedIn(id, library)).find((recorded) => anchorOf(recorded) === anchor);
  if (!place) {
    const { hits } = await library.find({ source: id });
    const lead = [{ type: "text", text: words.web.sourceLead(shortOf(source, words), hits.length) } as const];
    return makeAnswer({ ask: makeAsk("source", id), title, outcome: "found", lead });
  }
  const citing = createCiting(library, words);
  const passage = await citing.passage(place.evidence);
  return makeAnswer({
    ask: makeAsk("source", id, { at: String(place.start) }),
    title,
    outcome: "found",
    items: [[{ type: "quote", passages: [passage] }, ...notes([passage.note])]],
    sources: citing.sources(),
  });
}

/**
 * The glance at each page under a public address. An address is compared letter for letter: nothing in it is
 * decoded, resolved or fetched, and one that ends or is signed is not everyone's.
 * @param publicUrl without a slash at its end
 */
export async function createGlance(publicUrl: string, whole: Library): Promise<Glance> {
  const library = withinRights(withoutHidden(whole, await hiddenIn(whole)));
  return async (address, words) => {
    if (!address.startsWith(publicUrl)) return undefined;
    const { room, id = "", anchor } = PATH.exec(address.slice(publicUrl.length))?.groups ?? {};
    const kind = KINDS.find((one) => room === one || room === `records/${one}`);
    const answer = kind
      ? await ofRecord(`${kind}/${id}`, library, words)
      : room === "sources"
        ? await ofSource(id, anchor, library, words)
        : undefined;
    return (
      answer && {
        ...answer,
        sources: answer.sources.map((source) => ({ ...source, page: publicUrl + sourcePath(source.id) })),
      }
    );
  };
}

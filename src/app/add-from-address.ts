/** Adds the source at an address to a shelf, for somebody who is not at this machine. */
import type { AddedSource } from "../curation/add.ts";
import { addAll } from "../intake/add-all.ts";
import { createDocumentReader } from "../intake/document-reader.ts";
import { fetchDocument } from "../intake/fetch-document.ts";
import { publicGuard } from "../intake/guarded-connector.ts";
import { readKnownSources } from "../intake/known-sources.ts";
import { whyRefused } from "../intake/outcome-text.ts";
import { intakeMessagesIn } from "../language/intake-messages.ts";
import type { Locale } from "../language/messages.ts";
import type { ShelfStore } from "../shelf/shelf-store.ts";

/**
 * Adds the source at an https address. It is fetched from public networks alone, nothing is asked, and until somebody
 * decides otherwise its text is for the desk alone.
 */
export async function addFromAddress(
  store: ShelfStore,
  address: string,
  locale: Locale,
): Promise<AddedSource> {
  await store.recover();
  const reader = createDocumentReader();
  try {
    const [outcome] = await addAll([address], {
      store,
      reader,
      known: await readKnownSources(store),
      decisions: { isPublic: false, rights: "reserved" },
      completeFacts: (facts) => facts,
      takesWhole: false,
      again: false,
      fetch: (from) => fetchDocument(from, publicGuard),
      today: () => new Date().toISOString().slice(0, 10),
      report: () => {},
      isStopped: () => false,
    });
    if (outcome === undefined || outcome.result === "refused")
      return { type: "refused", why: whyRefused(outcome?.why ?? "", intakeMessagesIn(locale)) };
    return { type: outcome.result === "added" ? "added" : "known", source: outcome.id };
  } finally {
    await reader.close();
  }
}

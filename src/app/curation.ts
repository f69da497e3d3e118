/** Opens what the desk has of its own in chat: over the citation log's database, with the first request that needs it. */
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import type { ServerConfig } from "../config/config.ts";
import type { BasicSettings } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import type { AddSource } from "../curation/add.ts";
import type { Curation } from "../curation/curation.ts";
import { createDirectMessages, type DirectMessages } from "../curation/direct-messages.ts";
import type { SentTidings } from "../curation/status.ts";
import { loadMessages, localeFromScript, localeFromTag } from "../language/messages.ts";
import type { LibraryHolder } from "../library/library.ts";
import type { ReviewDesk, ReviewOverview } from "../review/review-desk.ts";
import type { ReviewEntry, ReviewStore } from "../review/review-store.ts";
import type { ShelfStore } from "../shelf/shelf-store.ts";
import { defined } from "../support/defined.ts";
import { lazy } from "../support/lazy.ts";
import type { Log } from "../support/log.ts";
import { openOnce } from "../support/open-once.ts";
import type { ShelfRefresher } from "./refresh.ts";

/**
 * When senders are told, in milliseconds: how often it is looked whom, and how long after a decision, which may be taken
 * back until then.
 */
const TELLING = { every: 300_000, after: 120_000 };

/** The curation of a process, and what ends it. */
export interface RunningCuration {
  readonly curation: Curation;
  /** Returns the curation with other reviewers. */
  readonly curationFor: (reviewers: readonly string[]) => Curation;
  /** Returns what waits for a review. */
  readonly overview: () => Promise<ReviewOverview>;
  /** Through which senders are told what became of what they sent. */
  readonly directMessages: DirectMessages;
  close(): Promise<void>;
}

/** What the curation of a process stands on. */
export interface CurationServices {
  readonly holder: LibraryHolder;
  readonly refresher: ShelfRefresher;
  readonly log: Log;
  /** Returns the signed address of the page of what waits; without it, there is none. */
  readonly statusUrl?: () => string | undefined;
  /** When senders are told; replaced in tests. */
  readonly telling?: typeof TELLING;
}

/** Whether records can be written to a shelf. */
function isWritable(root: string): boolean {
  try {
    accessSync(join(root, "data"), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Counts what became of what somebody sent. */
const tidingsFrom =
  (openStore: () => Promise<ReviewStore>): SentTidings =>
  async (from) => {
    const sent = await (await openStore()).find({ from });
    const count = (...some: readonly ReviewEntry["state"][]) =>
      sent.filter(({ state }) => some.includes(state)).length;
    return {
      waiting: count("waiting", "deferred"),
      accepted: count("accepted", "accepting"),
      rejected: count("rejected"),
    };
  };

/** Returns what adds a source by its address: one after the other, from public addresses alone, for the desk alone. */
function addingTo(openFiles: () => Promise<ShelfStore>): AddSource {
  let before: Promise<unknown> = Promise.resolve();
  return (address, locale) => {
    const added = before.then(async () => {
      const { addFromAddress } = await import("./add-from-address.ts");
      return addFromAddress(await openFiles(), address, locale);
    });
    before = added.catch(() => {});
    return added;
  };
}

/** What the curation of a process is configured with. */
export interface CurationConfig extends Pick<ServerConfig, "citations" | "reviewers" | "addFromChat"> {
  /** The folder of the shelf, where it is one that a workspace has of its own. */
  readonly reviewShelf?: string;
}

/** Creates the curation of a process. Nothing is loaded or opened before somebody asks for it. */
export function createRunningCuration(
  { citations, reviewers, addFromChat, reviewShelf }: CurationConfig,
  { shelf, cache, database, locale }: Pick<BasicSettings, "shelf" | "cache" | "database" | "locale">,
  { holder, refresher, log, statusUrl, telling = TELLING }: CurationServices,
): RunningCuration {
  const root = shelf ?? PROJECT_FOLDER;
  let store: ReviewStore | undefined;
  const openStore = openOnce(async () => {
    const { openReviewStore } = await import("../review/sql-review-store.ts");
    store = await openReviewStore(citations, reviewShelf);
    return store;
  });
  let files: ShelfStore | undefined;
  const openFiles = openOnce(async () => {
    const { openShelfStore } = await import("./shelf-store.ts");
    files = await openShelfStore({ cache, ...defined({ shelf, database }) });
    return files;
  });
  const openDesk = openOnce(async (): Promise<ReviewDesk> => {
    const { createReviewDesk } = await import("../review/create-review-desk.ts");
    return createReviewDesk({ files: await openFiles(), store: await openStore() });
  });
  const createWith = async (own: readonly string[]) =>
    (await import("../curation/curation.ts")).createCuration({
      desk: openDesk,
      holder,
      reviewers: new Set(own),
      log,
      refresh: () => refresher.refresh(),
      isWritable: () => database !== undefined || isWritable(root),
      tidings: tidingsFrom(openStore),
      ...(addFromChat ? { addSource: addingTo(openFiles) } : {}),
      ...(statusUrl ? { statusUrl } : {}),
    });
  function curationFor(own: readonly string[]): Curation {
    const load = lazy(() => createWith(own));
    return {
      open: async (...request) => (await load()).open(...request),
      submit: async (...request) => (await load()).submit(...request),
    };
  }
  const directMessages = createDirectMessages({
    async takeUntold(platforms) {
      const { takeUntold } = await import("../review/sent-outcomes.ts");
      return takeUntold(await openStore(), new Date(Date.now() - telling.after), platforms);
    },
    messagesFor: (text) =>
      loadMessages(locale === undefined ? (localeFromScript(text) ?? "en") : localeFromTag(locale)),
    log,
  });
  const timer = setInterval(() => void directMessages.tell(), telling.every).unref();
  return {
    directMessages,
    curationFor,
    curation: curationFor(reviewers),
    overview: async () => (await openDesk()).overview(),
    async close() {
      clearInterval(timer);
      await store?.close().catch((error: unknown) => log.warn({ err: error }, "the reviewing store"));
      await files?.close().catch((error: unknown) => log.warn({ err: error }, "the shelf's files"));
    },
  };
}

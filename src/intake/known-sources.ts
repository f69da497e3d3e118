/** Knows the sources of a shelf by their files, addresses and texts, so that nothing is added twice. */
import { idOf } from "../shelf/files.ts";
import { contentIn, type ShelfStore } from "../shelf/shelf-store.ts";
import { normalAddress } from "./normal-address.ts";
import { compareShingles, type Shingles, shinglesOf } from "./shingles.ts";

/** From these values on, a text is a copy of another, or tells the same story in the same words. */
const COPY = 0.9;
const SAME_STORY = 0.5;

/** A text on the shelf that resembles another. */
export interface Resembling {
  readonly id: string;
  /** Whether it is a copy, and not only the same story told by another. */
  readonly isCopy: boolean;
  /** The share on which this rests, between 0 and 1. */
  readonly share: number;
}

/** A copy ranks above every other resemblance. */
const rank = (isCopy: boolean, share: number): number => (isCopy ? 1 : 0) + share;

/** The members of a card that are read here. Other members may be missing or wrong: the check of the shelf tells. */
interface CardMembers {
  readonly citation?: { readonly URL?: unknown };
  readonly republication?: { readonly citation?: { readonly URL?: unknown } };
  readonly taken?: { readonly sha256?: unknown };
}

/** The sources of a shelf, as far as adding needs to know them. */
export interface KnownSources {
  has(id: string): boolean;
  /** Returns the source that was taken from a file with this hash. */
  byFile(sha256: string): string | undefined;
  /** Returns the newest source with this address. */
  byAddress(address: string): string | undefined;
  /** Returns the source whose text resembles a text the most, if any does. */
  resembling(text: string): Promise<Resembling | undefined>;
  /** Adds a source that was stored just now. */
  remember(id: string, card: CardMembers, text: string): void;
}

function readCard(content: string): CardMembers {
  try {
    const card: unknown = JSON.parse(content);
    return typeof card === "object" && card !== null ? card : {};
  } catch {
    return {};
  }
}

/** How many cards are read at once. */
const CARDS_AT_ONCE = 500;

/** Reads the sources of a shelf. Texts are read when the first one is compared. */
export async function readKnownSources(store: Pick<ShelfStore, "seeds" | "contents">): Promise<KnownSources> {
  const ids = new Set<string>();
  const [files, addresses] = [new Map<string, string>(), new Map<string, string>()];
  const texts = new Map<string, Shingles>();

  function index(id: string, { citation, republication, taken }: CardMembers): void {
    ids.add(id);
    if (typeof taken?.sha256 === "string") files.set(taken.sha256, id);
    for (const url of [citation?.URL, republication?.citation?.URL]) {
      const address = typeof url === "string" ? normalAddress(url) : undefined;
      if (address !== undefined) addresses.set(address, id);
    }
  }

  const seeds = (await store.seeds()).filter((file) => idOf(file) !== undefined);
  for (const file of seeds) ids.add(idOf(file)!);
  const cards = seeds.filter((file) => file.endsWith(".json"));
  for (let at = 0; at < cards.length; at += CARDS_AT_ONCE) {
    const some = cards.slice(at, at + CARDS_AT_ONCE);
    const contents = await store.contents(some);
    for (const file of some) index(idOf(file)!, readCard(contents.get(file) ?? ""));
  }

  async function shinglesOfSource(id: string): Promise<Shingles> {
    let shingles = texts.get(id);
    if (!shingles) {
      shingles = shinglesOf((await contentIn(store, `seeds/${id}.txt`)) ?? "");
      texts.set(id, shingles);
    }
    return shingles;
  }

  return {
    has: (id) => ids.has(id),
    byFile: (sha256) => files.get(sha256),
    byAddress: (address) => addresses.get(normalAddress(address) ?? ""),
    async resembling(text) {
      const own = shinglesOf(text);
      let best: Resembling | undefined;
      for (const id of ids) {
        const { jaccard, containment } = compareShingles(own, await shinglesOfSource(id));
        const isCopy = jaccard >= COPY;
        const share = isCopy ? jaccard : containment;
        if (!isCopy && share < SAME_STORY) continue;
        const isBetter = !best || rank(isCopy, share) > rank(best.isCopy, best.share);
        if (isBetter) best = { id, isCopy, share };
      }
      return best;
    },
    remember(id, card, text) {
      index(id, card);
      texts.set(id, shinglesOf(text));
    },
  };
}

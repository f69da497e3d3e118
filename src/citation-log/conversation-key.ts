/** Names conversations by hashes, so that the citation log cannot tell which they are. */
import { hash } from "node:crypto";
import QuickLRU from "quick-lru";

/** Caches recent hashes, since every request from a channel needs the same one. */
const names = new QuickLRU<string, string>({ maxSize: 1_000 });

/** Returns the key of a conversation: a hash of its platform and place. */
export function conversationKey(platform: string, place: string): string {
  const said = `refdesk ${platform} ${place}`;
  const known = names.get(said);
  if (known !== undefined) return known;
  const name = hash("sha256", said, "hex").slice(0, 40);
  names.set(said, name);
  return name;
}

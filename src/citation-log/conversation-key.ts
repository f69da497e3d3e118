/** Names conversations by hashes, so that the citation log cannot tell which they are. */
import { hash } from "node:crypto";
import QuickLRU from "quick-lru";

/** Caches recent hashes, since every request from a channel needs the same one. */
const names = new QuickLRU<string, string>({ maxSize: 1_000 });

/** Characters of a hash that are kept: of a conversation's, and of its workspace's. */
const [PLACE, WORKSPACE] = [40, 24];

function shortHash(said: string, length: number): string {
  const known = names.get(said);
  if (known !== undefined) return known;
  const name = hash("sha256", said, "hex").slice(0, length);
  names.set(said, name);
  return name;
}

/** Returns what the keys of a workspace's conversations begin with. */
export const workspacePrefix = (platform: string, workspace: string): string =>
  `${shortHash(`refdesk workspace ${platform} ${workspace}`, WORKSPACE)}.`;

/**
 * Returns the key of a conversation: a hash of its platform and place, behind that of its workspace where the app has
 * several.
 */
export function conversationKey(platform: string, place: string, workspace?: string): string {
  const name = shortHash(`refdesk ${platform} ${place}`, PLACE);
  return workspace === undefined ? name : workspacePrefix(platform, workspace) + name;
}

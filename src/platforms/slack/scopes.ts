/** The scopes that the app asks for, and what each is for. What was not granted is left off. */

export interface ScopeEntry {
  readonly scope: string;
  readonly serves: string;
  /** Whether it is asked for only where the pages have an address that Slack can know. */
  readonly pages?: true;
}

/** In the order of the manifest and of the README. */
export const SLACK_SCOPES: readonly ScopeEntry[] = [
  { scope: "commands", serves: "slash commands and shortcuts" },
  { scope: "app_mentions:read", serves: "mentions" },
  { scope: "im:history", serves: "direct messages" },
  { scope: "chat:write", serves: "answers to mentions and direct messages" },
  { scope: "files:write", serves: "pictures of comparisons and timelines" },
  { scope: "links:read", serves: "unfurls of links to the pages", pages: true },
  { scope: "links:write", serves: "unfurls of links to the pages", pages: true },
];

/** The scopes that a deployment asks for, with pages to link to or without. */
export const requestedScopes = (withPages: boolean): readonly ScopeEntry[] =>
  SLACK_SCOPES.filter(({ pages }) => withPages || !pages);

/** What is listened to in conversations. */
export interface SlackFeatures {
  readonly mentions: boolean;
  readonly messages: boolean;
  readonly pictures: boolean;
  readonly unfurls: boolean;
}

export const ALL_FEATURES: SlackFeatures = { mentions: true, messages: true, pictures: true, unfurls: true };

/** What the granted scopes allow, and what they leave off, in words. What Slack does not tell is taken as granted. */
export function grantedFeatures(
  granted: readonly string[] | undefined,
  withPages: boolean,
): SlackFeatures & { readonly off: string[] } {
  const has = (scope: string): boolean => granted === undefined || granted.includes(scope);
  const off = requestedScopes(withPages)
    .filter(({ scope }) => !has(scope))
    .map(({ scope, serves }) => `${serves} (${scope})`);
  return {
    mentions: has("app_mentions:read") && has("chat:write"),
    messages: has("im:history") && has("chat:write"),
    pictures: has("files:write"),
    unfurls: withPages && has("links:read") && has("links:write"),
    off,
  };
}

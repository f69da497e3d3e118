/** Lists the scopes that the app requests, and turns off the features whose scopes were not granted. */

/** A scope, and the feature that needs it. */
export interface ScopeEntry {
  readonly scope: string;
  readonly serves: string;
  /** Requested only when the pages have a public domain. */
  readonly pages?: true;
  /** Requested only where workspaces install the app by themselves. */
  readonly installs?: true;
  /** Whether nothing is amiss without it: not every plan of Slack has what it serves. */
  readonly isOptional?: true;
}

/** All scopes, in the order of the manifest and of docs/slack.md. */
export const SLACK_SCOPES: readonly ScopeEntry[] = [
  { scope: "commands", serves: "slash commands and shortcuts" },
  { scope: "app_mentions:read", serves: "mentions" },
  { scope: "im:history", serves: "direct messages" },
  { scope: "chat:write", serves: "answers to mentions and direct messages" },
  { scope: "files:write", serves: "pictures of comparisons and timelines" },
  { scope: "assistant:write", serves: "suggested questions in direct messages", isOptional: true },
  { scope: "users:read", serves: "settings for a workspace's admins", installs: true, isOptional: true },
  { scope: "links:read", serves: "unfurls of links to the pages", pages: true },
  { scope: "links:write", serves: "unfurls of links to the pages", pages: true },
];

/**
 * Returns the scopes that a deployment requests.
 * @param withPages whether links to its pages are unfurled
 * @param hasInstalls whether workspaces install the app by themselves
 */
export const requestedScopes = (withPages: boolean, hasInstalls = false): readonly ScopeEntry[] =>
  SLACK_SCOPES.filter(({ pages, installs }) => (withPages || !pages) && (hasInstalls || !installs));

/** The optional features, each on or off. */
export interface SlackFeatures {
  readonly mentions: boolean;
  readonly messages: boolean;
  readonly pictures: boolean;
  readonly prompts: boolean;
  readonly unfurls: boolean;
}

/**
 * Returns the features that the granted scopes allow; `off` describes those they do not, and `isAmiss` is whether one of
 * these is needed in every workspace. When Slack does not list the granted scopes, all count as granted.
 */
export function grantedFeatures(
  granted: readonly string[] | undefined,
  withPages: boolean,
  hasInstalls = false,
): SlackFeatures & { readonly off: string[]; readonly isAmiss: boolean } {
  const has = (scope: string): boolean => granted === undefined || granted.includes(scope);
  const missing = requestedScopes(withPages, hasInstalls).filter(({ scope }) => !has(scope));
  return {
    off: missing.map(({ scope, serves }) => `${serves} (${scope})`),
    isAmiss: missing.some(({ isOptional }) => !isOptional),
    mentions: has("app_mentions:read") && has("chat:write"),
    messages: has("im:history") && has("chat:write"),
    pictures: has("files:write"),
    prompts: has("assistant:write"),
    unfurls: withPages && has("links:read") && has("links:write"),
  };
}

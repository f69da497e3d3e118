/** The scopes that the app asks for, and what each is for. What was not granted is left off. */

/** In the order of the manifest and of the README. */
export const SCOPES: readonly { readonly scope: string; readonly serves: string }[] = [
  { scope: "commands", serves: "slash commands and shortcuts" },
  { scope: "app_mentions:read", serves: "mentions" },
  { scope: "im:history", serves: "direct messages" },
  { scope: "chat:write", serves: "answers to mentions and direct messages" },
  { scope: "files:write", serves: "pictures of comparisons and timelines" },
];

/** What is listened to in conversations. */
export interface Features {
  readonly mentions: boolean;
  readonly messages: boolean;
  readonly pictures: boolean;
}

export const ALL: Features = { mentions: true, messages: true, pictures: true };

/** What the granted scopes allow, and what they leave off, in words. What Slack does not tell is taken as granted. */
export function featuresOf(granted: readonly string[] | undefined): Features & { readonly off: string[] } {
  const has = (scope: string): boolean => granted === undefined || granted.includes(scope);
  const off = SCOPES.filter(({ scope }) => !has(scope)).map(({ scope, serves }) => `${serves} (${scope})`);
  return {
    mentions: has("app_mentions:read") && has("chat:write"),
    messages: has("im:history") && has("chat:write"),
    pictures: has("files:write"),
    off,
  };
}

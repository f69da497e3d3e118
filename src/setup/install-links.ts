/**
 * Builds links that install the bot: Discord invitations, and Slack's app creation page with the manifest filled in.
 */

/**
 * What the bot may do in a server: https://docs.discord.com/developers/topics/permissions
 * Commands need none of it. A reply to a mention is posted beside it, in a thread too, with its picture.
 */
export const DISCORD_PERMISSIONS = {
  "View Channels": 10n,
  "Send Messages": 11n,
  "Send Messages in Threads": 38n,
  "Attach Files": 15n,
  "Read Message History": 16n,
} as const;

const PERMISSION_BITS = Object.values(DISCORD_PERMISSIONS).reduce((bits, bit) => bits | (1n << bit), 0n);

const authorize = (parameters: Readonly<Record<string, string>>): string =>
  `https://discord.com/oauth2/authorize?${new URLSearchParams(parameters)}`;

/** Installs the bot in a server, with the permissions that replies to mentions need. */
export const serverInvitation = (applicationId: string): string =>
  authorize({
    client_id: applicationId,
    scope: "bot applications.commands",
    permissions: String(PERMISSION_BITS),
  });

/** Installs the application for a user, who can then use it anywhere. */
export const userInvitation = (applicationId: string): string =>
  authorize({ client_id: applicationId, integration_type: "1", scope: "applications.commands" });

/** Opens Slack's page for creating an app from a manifest. */
export const slackCreation = (manifest: object): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;

/**
 * Returns a page that leads to an address, for a browser to open as a file.
 * @param name what the address opens; plain words without markup
 */
export function linkPage(name: string, address: string): string {
  // A parsed address holds neither quotes nor angle brackets: only its ampersands need escaping.
  const href = new URL(address).href.replaceAll("&", "&amp;");
  return `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${href}">
<title>${name}</title>
<p><a href="${href}">${name}</a></p>
`;
}

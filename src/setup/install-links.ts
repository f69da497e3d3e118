/** The addresses that install the bot: Discord's invitations, and Slack's page with the manifest filled in. */

const authorize = (parameters: Readonly<Record<string, string>>): string =>
  `https://discord.com/oauth2/authorize?${new URLSearchParams(parameters)}`;

/** Brings the application's bot into a server of one's own; it asks for no permission there. */
export const serverInvitation = (applicationId: string): string =>
  authorize({ client_id: applicationId, scope: "bot applications.commands", permissions: "0" });

/** Brings the application along wherever its user goes. */
export const userInvitation = (applicationId: string): string =>
  authorize({ client_id: applicationId, integration_type: "1", scope: "applications.commands" });

/** Opens Slack's page for a new app with everything filled in but the workspace. */
export const slackCreation = (manifest: object): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;

/** Names the routes at which a workspace installs the app. */

/** Where an installation begins, and where Slack leads back to. */
export const INSTALL_ROUTE = "GET /slack/install";
export const REDIRECT_ROUTE = "GET /slack/oauth_redirect";

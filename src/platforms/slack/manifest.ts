/** Builds the Slack app's manifest from the list of commands. `refdesk manifest` prints it. */

import { type Command, commandUsage } from "../../desk/command.ts";
import type { Messages } from "../../language/messages.ts";
import { publicDomain, routeUrl } from "../../support/public-address.ts";
import { slackCommandName, UMBRELLA_NAME } from "./command-names.ts";
import { SUGGEST_SHORTCUT } from "./curate.ts";
import { REDIRECT_ROUTE } from "./install-routes.ts";
import { SLACK_MANIFEST_LIMITS } from "./limits.ts";
import { SLACK_ROUTE } from "./receiver.ts";
import { requestedScopes } from "./scopes.ts";

const DESCRIPTION =
  "A reference desk for team chat: what the sources say, word for word, numbered and cited.";

/** What differs between deployments. */
export interface ManifestOptions {
  /** Prefix of each command's name. */
  readonly prefix?: string;
  /** The public address to which Slack posts requests; without one, the manifest enables Socket Mode. */
  readonly address?: string | undefined;
  /** The public address of the pages; links to them are unfurled if its domain is public. */
  readonly pages?: string | undefined;
  /** Whether workspaces install the app by themselves, at the public address. */
  readonly hasInstalls?: boolean;
}

/**
 * Builds the manifest, in the format of https://docs.slack.dev/reference/app-manifest.
 * @throws {Error} when there are too many commands, or naming the one whose name is too long
 */
export function createManifest(
  commands: readonly Command[],
  messages: Messages,
  { prefix = "", address, pages, hasInstalls = false }: ManifestOptions = {},
): object {
  const redirect = hasInstalls && address !== undefined ? routeUrl(address, REDIRECT_ROUTE) : undefined;
  const url = address === undefined ? undefined : routeUrl(address, SLACK_ROUTE);
  const domain = pages === undefined ? undefined : publicDomain(pages);
  const named = commands.flatMap((command) => {
    const name = slackCommandName(command.name, prefix);
    return name === undefined
      ? []
      : [{ name, description: command.summary(messages), usage: commandUsage(command, messages) }];
  });
  const all = [
    ...named,
    { name: `/${UMBRELLA_NAME}`, description: messages.help.umbrella, usage: messages.help.umbrellaUsage },
  ];
  if (all.length > SLACK_MANIFEST_LIMITS.commands)
    throw new Error(`${all.length} commands: Slack takes ${SLACK_MANIFEST_LIMITS.commands} in one app`);
  return {
    display_information: { name: "Refdesk", description: DESCRIPTION },
    features: {
      // The bot's own messages suggest questions in this view, which has replaced `assistant_view`.
      agent_view: { agent_description: DESCRIPTION },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Refdesk", always_online: true },
      shortcuts: [
        ...commands.flatMap(({ messageAction: message }) =>
          message
            ? [
                {
                  name: message(messages).slice(0, SLACK_MANIFEST_LIMITS.shortcut),
                  type: "message",
                  callback_id: "find_sources",
                  description: messages.check.summary.slice(0, SLACK_MANIFEST_LIMITS.shortcutDescription),
                },
              ]
            : [],
        ),
        {
          name: messages.curation.suggest.slice(0, SLACK_MANIFEST_LIMITS.shortcut),
          type: "message",
          callback_id: SUGGEST_SHORTCUT,
          description: messages.curation.suggestSummary.slice(0, SLACK_MANIFEST_LIMITS.shortcutDescription),
        },
        {
          name: messages.form.title.slice(0, SLACK_MANIFEST_LIMITS.shortcut),
          type: "global",
          callback_id: "ask",
          description: messages.form.summary.slice(0, SLACK_MANIFEST_LIMITS.shortcutDescription),
        },
      ],
      slash_commands: all.map(({ name, description, usage }) => {
        if (name.length > SLACK_MANIFEST_LIMITS.command)
          throw new Error(`command “${name}”: Slack takes ${SLACK_MANIFEST_LIMITS.command} characters`);
        return {
          command: name,
          ...(url ? { url } : {}),
          description: description.slice(0, SLACK_MANIFEST_LIMITS.description),
          usage_hint: usage.slice(0, SLACK_MANIFEST_LIMITS.usageHint),
          should_escape: false,
        };
      }),
      ...(domain ? { unfurl_domains: [domain] } : {}),
    },
    oauth_config: {
      scopes: { bot: requestedScopes(domain !== undefined, hasInstalls).map(({ scope }) => scope) },
      ...(redirect ? { redirect_urls: [redirect] } : {}),
    },
    settings: {
      event_subscriptions: {
        bot_events: [
          ...["app_home_opened", "app_mention"],
          ...(redirect ? ["app_uninstalled"] : []),
          ...(domain ? ["link_shared"] : []),
          "message.im",
          ...(redirect ? ["tokens_revoked"] : []),
        ],
        ...(url ? { request_url: url } : {}),
      },
      interactivity: {
        is_enabled: true,
        ...(url ? { request_url: url, message_menu_options_url: url } : {}),
      },
      org_deploy_enabled: redirect !== undefined,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: redirect !== undefined,
    },
  };
}

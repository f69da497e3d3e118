/** The Slack app's manifest, from the one list of commands. `npm run manifest` prints it. */

import { type Command, usageOf } from "../../desk/command.ts";
import type { Words } from "../../language/messages.ts";
import { addressOf, domainOf } from "../../support/public-address.ts";
import { slackName, UMBRELLA } from "./command-names.ts";
import { MANIFEST } from "./limits.ts";
import { ROUTE } from "./receiver.ts";
import { scopesFor } from "./scopes.ts";

/** What differs from one deployment to another. */
export interface Deployment {
  /** What stands before each command's name. */
  readonly prefix?: string;
  /** The public address at which Slack posts to the bot; without one, the bot opens a socket. */
  readonly address?: string | undefined;
  /** The public address of the pages; links to them are unfurled where Slack can know its domain. */
  readonly pages?: string | undefined;
}

/**
 * The manifest as Slack reads it (https://docs.slack.dev/reference/app-manifest).
 * @throws {Error} naming the command that Slack would refuse
 */
export function manifestOf(
  commands: readonly Command[],
  words: Words,
  { prefix = "", address, pages }: Deployment = {},
): object {
  const url = address === undefined ? undefined : addressOf(address, ROUTE);
  const domain = pages === undefined ? undefined : domainOf(pages);
  const named = commands.flatMap((command) => {
    const name = slackName(command.name, prefix);
    return name === undefined
      ? []
      : [{ name, description: command.summary(words), usage: usageOf(command, words) }];
  });
  const all = [
    ...named,
    { name: `/${UMBRELLA}`, description: words.help.umbrella, usage: words.help.umbrellaUsage },
  ];
  if (all.length > MANIFEST.commands)
    throw new Error(`${all.length} commands: Slack takes ${MANIFEST.commands} in one app`);
  return {
    display_information: {
      name: "Refdesk",
      description: "A reference desk for team chat: what the sources say, word for word, numbered and cited.",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Refdesk", always_online: true },
      shortcuts: [
        ...commands.flatMap(({ message }) =>
          message
            ? [
                {
                  name: message(words).slice(0, MANIFEST.shortcut),
                  type: "message",
                  callback_id: "find_sources",
                  description: words.check.summary.slice(0, MANIFEST.shortcutDescription),
                },
              ]
            : [],
        ),
        {
          name: words.form.title.slice(0, MANIFEST.shortcut),
          type: "global",
          callback_id: "ask",
          description: words.form.summary.slice(0, MANIFEST.shortcutDescription),
        },
      ],
      slash_commands: all.map(({ name, description, usage }) => {
        if (name.length > MANIFEST.command)
          throw new Error(`command “${name}”: Slack takes ${MANIFEST.command} characters`);
        return {
          command: name,
          ...(url ? { url } : {}),
          description: description.slice(0, MANIFEST.description),
          usage_hint: usage.slice(0, MANIFEST.usageHint),
          should_escape: false,
        };
      }),
      ...(domain ? { unfurl_domains: [domain] } : {}),
    },
    oauth_config: { scopes: { bot: scopesFor(domain !== undefined).map(({ scope }) => scope) } },
    settings: {
      event_subscriptions: {
        ...(url ? { request_url: url } : {}),
        bot_events: ["app_home_opened", "app_mention", ...(domain ? ["link_shared"] : []), "message.im"],
      },
      interactivity: {
        is_enabled: true,
        ...(url ? { request_url: url, message_menu_options_url: url } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

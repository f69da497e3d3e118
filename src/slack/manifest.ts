/** The Slack app's manifest, from the one list of commands. `npm run manifest` prints it. */
import { type Command, usageOf } from "../desk/command.ts";
import type { Words } from "../words/words.ts";
import { MANIFEST } from "./limits.ts";
import { slackName, UMBRELLA } from "./names.ts";

/**
 * The manifest as Slack reads it (https://docs.slack.dev/reference/app-manifest).
 * @throws {Error} naming the command that Slack would refuse
 */
export function manifestOf(commands: readonly Command[], words: Words, prefix = ""): object {
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
      bot_user: { display_name: "Refdesk", always_online: true },
      shortcuts: commands.flatMap(({ message }) =>
        message
          ? [
              {
                name: message(words).slice(0, MANIFEST.shortcut),
                type: "message",
                callback_id: "find_sources",
                description: words.find.summary,
              },
            ]
          : [],
      ),
      slash_commands: all.map(({ name, description, usage }) => {
        if (name.length > MANIFEST.command)
          throw new Error(`command “${name}”: Slack takes ${MANIFEST.command} characters`);
        return {
          command: name,
          description: description.slice(0, MANIFEST.description),
          usage_hint: usage.slice(0, MANIFEST.usageHint),
          should_escape: false,
        };
      }),
    },
    oauth_config: { scopes: { bot: ["commands"] } },
    settings: {
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}

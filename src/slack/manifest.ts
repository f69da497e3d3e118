/** The Slack app's manifest, from the one list of commands. `npm run manifest` prints it. */
import type { Command } from "../desk/command.ts";
import { MANIFEST } from "./limits.ts";

/**
 * The manifest as Slack reads it (https://docs.slack.dev/reference/app-manifest).
 * @throws {Error} naming the command that Slack would refuse
 */
export function manifestOf(commands: readonly Command[], usage: (command: Command) => string): object {
  if (commands.length > MANIFEST.commands)
    throw new Error(`${commands.length} commands: Slack takes ${MANIFEST.commands} in one app`);
  return {
    display_information: {
      name: "Refdesk",
      description: "A reference desk for team chat: what the sources say, word for word, numbered and cited.",
    },
    features: {
      bot_user: { display_name: "Refdesk", always_online: true },
      slash_commands: commands.map((command) => {
        const name = `/${command.name}`;
        if (name.length > MANIFEST.command)
          throw new Error(`command “${name}”: Slack takes ${MANIFEST.command} characters`);
        return {
          command: name,
          description: command.summary.slice(0, MANIFEST.description),
          usage_hint: usage(command).slice(0, MANIFEST.usageHint),
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

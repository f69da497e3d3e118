/** `refdesk workspaces`: lists the workspaces in which the app is installed, sets what each has of its own, forgets one. */
import { parseArgs } from "node:util";
import { readServerConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { forgetWorkspace } from "../installations/forget-workspace.ts";
import type { InstallationStore, InstallationSummary } from "../installations/installation.ts";
import { createSealer } from "../installations/seal.ts";
import { openInstallations } from "../installations/sql-installations.ts";
import { openSettings, type SettingsStore } from "../installations/sql-settings.ts";
import { printSettings, withSetting } from "../installations/workspace-settings.ts";
import { workspaceMessages as say } from "../language/en/workspace-messages.ts";
import { INSTALL_ROUTE } from "../platforms/slack/install-routes.ts";
import { printableText } from "../support/printable.ts";
import { routeUrl } from "../support/public-address.ts";
import { consoleEncoder } from "./console-text.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk workspaces list
       refdesk workspaces set <id> [name=value …]
       refdesk workspaces forget <id>

  Looks after the Slack workspaces that install the app by themselves, and with
  SERVER_SETTINGS=yes after what Discord's servers have of their own; a server
  is named by its id, as Discord copies it in its developer mode.

  list       all of them, with what each has of its own; no token is shown
  set        what a workspace has of its own, also before it installs the app;
             with no value, as in language=, it has what the deployment has
  forget     removes its token, its settings and what was cited there at once;
             of a workspace that has removed the app they go after 30 days
  --help     this text

Settings:

  language=zh-CN      the language of all answers: en, zh-CN or zh-TW
  visibility=asker    whom findings are for: channel or asker
  shelf=/srv/class    the folder of a shelf of its own
  answers=deployment  which shelf answers: own, where there is one, or deployment
  reviewers=U1,U2     its users who review; in Discord also role:<id>
  citations=no        not to keep which source was cited in which channel
  asks=600            how many asks all of it have in a minute

Running processes take them up within seconds.

Exit status: 0 done, 1 there was nothing to do, 2 it could not be.
`;

type Print = (text: string) => void;

/** An id of a workspace, an organization or a server. */
const ID = /^(?:[TE][A-Z0-9]{2,20}|\d{15,22})$/;

function stateOf({ installedAt, endedAt, fault }: InstallationSummary): string {
  const day = (time: Date) => time.toISOString().slice(0, 10);
  if (endedAt) return say.ended(day(endedAt));
  return fault === undefined ? say.installed(day(installedAt)) : say.unreadable(fault);
}

async function list(
  installations: InstallationStore | undefined,
  settings: SettingsStore,
  url: string | undefined,
  print: Print,
) {
  const [installed, all] = [(await installations?.list()) ?? [], await settings.all()];
  for (const one of installed) {
    const own = printSettings(all.get(one.owner) ?? {});
    print(say.row(one.owner, printableText(one.name), stateOf(one), own));
  }
  const others = [...all].filter(([id]) => installed.every(({ owner }) => owner !== id));
  for (const [id, own] of others)
    print(say.row(id, "", /^\d/.test(id) ? say.server : say.notInstalled, printSettings(own)));
  if (installed.length + others.length === 0) print(say.none(url));
  return 0;
}

async function set(id: string, typed: readonly string[], settings: SettingsStore, print: Print) {
  const before = (await settings.all()).get(id) ?? {};
  const next = typed.reduce(withSetting, before);
  if (typed.length > 0) await settings.set(id, next);
  print(say.set(id, printSettings(next)));
  return 0;
}

/** Lists, sets and forgets workspaces. */
export const workspacesProgram: Program = {
  usage: USAGE,
  undone: "nothing was done",
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [action = "", id = "", ...typed] = positionals;
    const isRight =
      (action === "list" && positionals.length === 1) ||
      (action === "forget" && positionals.length === 2) ||
      (action === "set" && positionals.length >= 2);
    if (!isRight) throw new Error(`“${positionals.join(" ")}” is not understood.\n\n${USAGE.trimEnd()}`);
    if (action !== "list" && !ID.test(id)) throw new Error(say.noId(id));
    const { slack, discord, citations: place } = readServerConfig(await readEnvironment());
    const install = slack && "install" in slack ? slack.install : undefined;
    if (!install && !discord?.hasSettings) throw new Error(say.notConfigured);
    const encode = await consoleEncoder();
    const print: Print = (text) => void process.stdout.write(encode(`${text}\n`));
    const installations =
      install && (await openInstallations(place, install.clientId, createSealer(install.keys)));
    try {
      const settings = await openSettings(place);
      try {
        if (action === "list")
          return await list(
            installations,
            settings,
            install && routeUrl(install.publicUrl, INSTALL_ROUTE),
            print,
          );
        if (action === "set") return await set(id, typed, settings, print);
        const hadSome = await forgetWorkspace(id, { installations, settings, place });
        print(hadSome ? say.forgotten(id) : say.unknown(id));
        return hadSome ? 0 : 1;
      } finally {
        await settings.close();
      }
    } finally {
      await installations?.close();
    }
  },
};

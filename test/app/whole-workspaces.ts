/** Starts processes for many workspaces as the program does, over the project's shelf and shelves of workspaces' own. */
import { assembleDesk } from "../../src/app/assemble.ts";
import { createRunningCuration } from "../../src/app/curation.ts";
import { ownShelfOpener } from "../../src/app/own-shelf.ts";
import { openSlackWorkspaces } from "../../src/app/slack-workspaces.ts";
import { openCitationLog } from "../../src/citation-log/open-log.ts";
import { createRecorder } from "../../src/citation-log/recorder.ts";
import { createLinkPreview } from "../../src/desk/link-preview.ts";
import { STATUS_PATH } from "../../src/desk/page-links.ts";
import type { SlackPolicy } from "../../src/platforms/slack/policy.ts";
import { createLinkSigner } from "../../src/platforms/web/link-signer.ts";
import { keptLog } from "../desks.ts";
import { startProcess, type TestApp } from "../platforms/slack/many-workspaces.ts";
import { temporaryFolder } from "../shelves.ts";
import { walk } from "../stand-ins/json.ts";
import type { SlackMessage } from "../stand-ins/slack-payloads.ts";

/** Where the pages of the deployment are, which show its own shelf alone. */
export const PAGES = "https://refdesk.example.org";

const cache = temporaryFolder();
const links = createLinkSigner("a-secret-of-these-tests-that-is-long");

/** Starts a process. @param reviewers those of the deployment's own shelf */
export async function startWhole(app: TestApp, reviewers: readonly string[] = []) {
  const log = keptLog();
  const settings = { cache, colour: false, dumb: false, isUtf8: true, pages: PAGES };
  const progress = { report: () => {}, done: () => {} };
  const citationLog = createRecorder(() => openCitationLog(app.place), log);
  const { holder, refresher, botsWith } = await assembleDesk(settings, {
    ...{ log, progress, links, eager: true },
  });
  const config = { citations: app.place, reviewers };
  const curation = createRunningCuration(config, settings, {
    ...{ holder, refresher, log },
    statusUrl: () => PAGES + links.sign(STATUS_PATH, new Date(Date.now() + 3_600_000)),
  });
  const linkPreview = await createLinkPreview(PAGES, holder.current().library);
  const policy: SlackPolicy = {
    ...{ defaultAudience: "room", commandPrefix: "", replyTimeoutMs: 60_000, linkPreview },
    ...{ curation: curation.curation, directMessages: curation.directMessages },
    recordCitations: citationLog.record,
  };
  const botFor = botsWith(citationLog);
  const openShelf = ownShelfOpener(config, settings, citationLog, log);
  const process = await startProcess(app, policy, {
    botFor,
    openWorkspaces: () =>
      openSlackWorkspaces({
        ...{ place: app.place, install: app.install, botFor, policy, curation, openShelf, log },
      }),
  });
  return {
    ...process,
    ...{ holder, overview: curation.overview },
    logs: [process.log, log],
    async end() {
      await process.end();
      await Promise.all([citationLog.close(), curation.close()]);
    },
  };
}
export type Whole = Awaited<ReturnType<typeof startWhole>>;

/** A control of a message: a button, or a choice with its first option. */
export type Control = {
  readonly action_id: string;
  readonly selected_option?: { readonly value: string };
  /** What it asks. */
  readonly line: string;
};

/** Returns the controls of a message. */
export const controlsOf = (message: SlackMessage): Control[] =>
  [...walk(message.blocks ?? [])].flatMap(([{ action_id, type, value, options, option_groups }]) => {
    if (typeof action_id !== "string") return [];
    const [first] = [...walk(options ?? option_groups ?? [])].filter(
      ([one]) => typeof one.value === "string",
    );
    if (type === "button" || !first) return [{ action_id, line: String(value ?? "") }];
    const chosen = String(first[0].value);
    return [{ action_id, selected_option: { value: chosen }, line: chosen }];
  });

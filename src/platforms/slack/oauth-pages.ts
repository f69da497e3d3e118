/** Draws the page at the end of an installation: what came of it, and what to do next. */
import type { HttpReply } from "../../http/server.ts";
import type { Messages } from "../../language/messages.ts";
import { escapeHtml } from "../../support/escape-html.ts";

/** What came of an installation. */
export type InstallOutcome =
  | { readonly is: "installed"; readonly name: string; readonly team?: string }
  | { readonly is: "notAllowed"; readonly owner: string }
  | { readonly is: "cancelled" | "stale" | "failed" };

const STATUS = { installed: 200, notAllowed: 403, cancelled: 400, stale: 400, failed: 502 } as const;

/** Draws a page. @param beginUrl where an installation begins */
export function installPage(
  outcome: InstallOutcome,
  beginUrl: string,
  { workspaces: messages, locale }: Pick<Messages, "workspaces" | "locale">,
): HttpReply {
  const text =
    outcome.is === "installed"
      ? messages.installed(outcome.name)
      : outcome.is === "notAllowed"
        ? messages.notAllowed(outcome.owner)
        : messages[outcome.is];
  const team = outcome.is === "installed" ? outcome.team : undefined;
  const mayTryAgain = outcome.is !== "installed" && outcome.is !== "notAllowed";
  const link = mayTryAgain
    ? { href: beginUrl, label: messages.again }
    : team === undefined
      ? undefined
      : { href: `https://app.slack.com/client/${team}`, label: messages.openSlack };
  const next = link ? `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>` : "";
  return {
    status: STATUS[outcome.is],
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Refdesk</title><h1>Refdesk</h1><p>${escapeHtml(text)}</p>${next}`,
  };
}

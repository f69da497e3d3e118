/** Unfurls links to the deployment's own pages: shows a page's content below the message that links to it. */
import type { KnownBlock, LinkUnfurls, MessageAttachment } from "@slack/types";
import { createDeduplicator } from "../../delivery/deduplicator.ts";
import { clipLabel, fitAnswer } from "../../delivery/fit.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import type { Answer } from "../../desk/answer.ts";
import type { LinkPreview } from "../../desk/record-summary.ts";
import { localeFromTag, type Messages } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { printableText } from "../../support/printable.ts";
import { renderBlocks } from "./blocks.ts";
import { contextBlocks } from "./context-blocks.ts";
import { plainTextObject } from "./controls.ts";
import { countCharacters } from "./count-characters.ts";
import { deskIn, type SlackListeners } from "./desk.ts";
import { SLACK_MESSAGE_LIMITS } from "./limits.ts";
import { LinkSharedEvent } from "./payloads.ts";

/** The most links unfurled per message, and items and characters per unfurl: it is read in passing. */
const MOST = { links: 5, items: 3, letters: 2_500 } as const;

/** Renders a page's answer as an attachment: its title as a link, and its blocks, without controls. */
function unfurlAttachment(answer: Answer, url: string, messages: Messages): MessageAttachment {
  const title = clipLabel(printableText(answer.title), SLACK_MESSAGE_LIMITS.header);
  const head: KnownBlock = {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [{ type: "link", url, text: title, style: { bold: true } }],
      },
    ],
  };
  const { message: blocks } = fitAnswer(
    answer,
    ({ answer: page, opening, items, next, shortened }) => [
      head,
      ...renderBlocks([...opening, ...items.flat(), ...page.close], page, messages),
      ...contextBlocks([
        ...(shortened ? [messages.shortened] : []),
        ...(next ? [messages.more(1, items.length, answer.items.length)] : []),
      ]),
    ],
    (drawn) => drawn.length <= SLACK_MESSAGE_LIMITS.blocks && countCharacters(drawn) <= MOST.letters,
    MOST.items,
  );
  return { blocks, preview: { title: plainTextObject(title, SLACK_MESSAGE_LIMITS.header) } };
}

/** Returns the unfurls of a message's links, by URL as Slack sent it; links to no page have none. */
async function unfurlsOf(
  { links }: LinkSharedEvent,
  linkPreview: LinkPreview,
  messages: Messages,
): Promise<LinkUnfurls> {
  const found: [string, MessageAttachment][] = [];
  for (const { url } of links) {
    const answer = found.length < MOST.links ? await linkPreview(url, messages) : undefined;
    if (answer) found.push([url, unfurlAttachment(answer, url, messages)]);
  }
  return Object.fromEntries(found);
}

/** Registers the listener for shared links. Failures are only logged, and the message stays as it is. */
export function registerLinks(app: SlackListeners, log: Log): void {
  const isFirstDelivery = createDeduplicator();
  app.event("link_shared", async ({ body, context }) => {
    const { workspace, botFor, policy, client, calls, has } = deskIn(context);
    const { linkPreview } = policy;
    if (!has.unfurls || !linkPreview) return;
    const { success, data } = LinkSharedEvent.safeParse(body);
    if (!success) return;
    const { event_id, event } = data;
    if (event.bot_id || event.user === workspace.botUser || !isFirstDelivery(event_id)) return;
    const started = performance.now();
    try {
      const { messages } = await botFor(chooseLocale(policy, "", localeFromTag(event.user_locale)));
      const unfurls = await unfurlsOf(event, linkPreview, messages);
      const links = Object.keys(unfurls).length;
      if (links === 0) return;
      const { unfurl_id, source, channel, message_ts: ts } = event;
      const where = unfurl_id && source ? { unfurl_id, source } : { channel, ts };
      const unfurl = () => client.chat.unfurl({ unfurls, ...where });
      await calls.inLine(`unfurl ${channel}`, unfurl, { isRepeatable: true });
      log.info({ event: "link_shared", links, ms: Math.round(performance.now() - started) }, "unfurled");
    } catch (error) {
      log.warn({ err: error }, "links could not be unfurled in Slack");
    }
  });
}

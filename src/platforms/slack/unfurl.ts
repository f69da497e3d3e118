/** Links to the deployment's own pages: below the message that holds one stands what the page is about. */
import type { App } from "@slack/bolt";
import type { KnownBlock, LinkUnfurls, MessageAttachment } from "@slack/types";
import { clip, fill } from "../../delivery/fit.ts";
import { createFresh } from "../../delivery/reply-cache.ts";
import { printable } from "../../delivery/text.ts";
import type { Answer } from "../../desk/answer.ts";
import type { Bots } from "../../desk/bot.ts";
import type { Glance } from "../../desk/record-summary.ts";
import { localeOf, type Words } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { small } from "./context-blocks.ts";
import { plainText } from "./controls.ts";
import { MESSAGE } from "./limits.ts";
import { localeFor, type SlackManner } from "./message.ts";
import { Linked } from "./payloads.ts";
import { drawBlocks, letters } from "./render.ts";

/** Links of a message, items of what one is about, and characters of it: it is read in passing, below what somebody wrote. */
const MOST = { links: 5, items: 3, letters: 2_500 } as const;

/** What a page is about: its title, which leads to it, and what stands on it, with nothing to press. */
export function unfurled(answer: Answer, url: string, words: Words): MessageAttachment {
  const title = clip(printable(answer.title), MESSAGE.header);
  const head: KnownBlock = {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [{ type: "link", url, text: title, style: { bold: true } }],
      },
    ],
  };
  const { message: blocks } = fill(
    answer,
    ({ answer: page, lead, items, next, shortened }) => [
      head,
      ...drawBlocks([...lead, ...items.flat(), ...page.close], page, words),
      ...small([
        ...(shortened ? [words.shortened] : []),
        ...(next ? [words.more(1, items.length, answer.items.length)] : []),
      ]),
    ],
    (drawn) => drawn.length <= MESSAGE.blocks && letters(drawn) <= MOST.letters,
    MOST.items,
  );
  return { blocks, preview: { title: plainText(title, MESSAGE.header) } };
}

/** What stands below each link that leads to a page here, by the link as it was sent. */
async function unfurlsOf({ links }: Linked, glance: Glance, words: Words): Promise<LinkUnfurls> {
  const found: [string, MessageAttachment][] = [];
  for (const { url } of links) {
    const answer = found.length < MOST.links ? await glance(url, words) : undefined;
    if (answer) found.push([url, unfurled(answer, url, words)]);
  }
  return Object.fromEntries(found);
}

/** Listens for links that people paste. What fails is noted, and the message stays as it is. */
export function listenToLinks(app: App, bots: Bots, manner: SlackManner, glance: Glance, log: Log): void {
  const fresh = createFresh();
  app.event("link_shared", async ({ body, client, context }) => {
    const { success, data } = Linked.safeParse(body);
    if (!success) return;
    const { event_id, event } = data;
    if (event.bot_id || event.user === context.botUserId || !fresh(event_id)) return;
    const started = performance.now();
    try {
      const { words } = await bots(localeFor(manner, "", localeOf(event.user_locale)));
      const unfurls = await unfurlsOf(event, glance, words);
      const links = Object.keys(unfurls).length;
      if (links === 0) return;
      const { unfurl_id, source, channel, message_ts: ts } = event;
      await client.chat.unfurl({
        ...(unfurl_id && source ? { unfurl_id, source } : { channel, ts }),
        unfurls,
      });
      log.info({ event: "link_shared", links, ms: Math.round(performance.now() - started) }, "unfurled");
    } catch (error) {
      log.warn({ err: error }, "links could not be unfurled in Slack");
    }
  });
}

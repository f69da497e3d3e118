/** Slack's message, drawn from the payload that the bot sends. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message, type MessageProps } from "slack-blocks-to-jsx";
import type { SlackMessage } from "../src/slack/render.ts";
import { AVATAR, CLOCK, openedMenu, type Theme } from "./html.ts";

/** The menus of a message, in reading order. */
function menus(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(menus);
  if (typeof part !== "object" || part === null) return [];
  if ("type" in part && part.type === "static_select" && "options" in part && Array.isArray(part.options))
    return [openedMenu(part.options.map(({ text }: { text: { text: string } }) => ({ label: text.text })))];
  return Object.values(part).flatMap(menus);
}

/** A message in its channel, and its menus opened below it. */
export function slackHtml({ blocks, response_type }: SlackMessage, theme: Theme): string {
  const hidden = response_type === "ephemeral";
  const drawn = createElement(Message, {
    // The library's types of blocks are its own, narrower here and there than those of Slack's package.
    blocks: blocks as unknown as MessageProps["blocks"],
    theme,
    name: "Refdesk",
    logo: AVATAR,
    time: CLOCK,
  });
  return `<div class="slack-message" data-theme="${theme}">
${hidden ? '<div class="only">👁 Only visible to you</div>' : ""}${renderToStaticMarkup(drawn)}</div>${menus(blocks).join("")}`;
}

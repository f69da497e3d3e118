/** Discord's message, drawn from the payload that the bot sends. */
import { type APIMessageComponent, ButtonStyle, ComponentType, MessageFlags } from "discord-api-types/v10";
import type { DiscordMessage } from "../src/discord/render.ts";
import { ASKER, AVATAR, CLOCK, type Entry, escapeHtml, openedMenu } from "./html.ts";
import { markdownHtml } from "./markdown.ts";

const STYLE: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: "primary",
  [ButtonStyle.Secondary]: "secondary",
  [ButtonStyle.Success]: "success",
  [ButtonStyle.Danger]: "danger",
  [ButtonStyle.Link]: "secondary",
};

const colour = (number: number): string => `#${number.toString(16).padStart(6, "0")}`;

/** One component. One that this page cannot draw says so, for a message with a gap in it would look right. */
function draw(part: APIMessageComponent): string {
  switch (part.type) {
    case ComponentType.Container: {
      const accent = part.accent_color == null ? "" : ` style="--accent:${colour(part.accent_color)}"`;
      return `<div class="container"${accent}>${part.components.map(draw).join("")}</div>`;
    }
    case ComponentType.TextDisplay:
      return `<div class="markup">${markdownHtml(part.content)}</div>`;
    case ComponentType.Separator: {
      const kind = `${part.spacing === 2 ? "large" : "small"}${part.divider === false ? "" : " line"}`;
      return `<div class="separator ${kind}"></div>`;
    }
    case ComponentType.Section:
      return `<div class="section"><div>${part.components.map(draw).join("")}</div>${draw(part.accessory)}</div>`;
    case ComponentType.ActionRow:
      return `<div class="actions">${part.components.map(draw).join("")}</div>`;
    case ComponentType.Button: {
      const label = "label" in part ? escapeHtml(part.label ?? "") : "";
      const out = part.style === ButtonStyle.Link ? '<span class="out">↗</span>' : "";
      const emoji = "emoji" in part && part.emoji?.name ? `${escapeHtml(part.emoji.name)} ` : "";
      return `<span class="button ${STYLE[part.style] ?? "secondary"}${part.disabled ? " disabled" : ""}"><b>${emoji}${label}</b>${out}</span>`;
    }
    case ComponentType.StringSelect:
      return `<div class="select">${escapeHtml(part.placeholder ?? "")}<span>⌄</span></div>`;
    default:
      return `<div class="undrawn">The preview cannot draw a component of type ${part.type}</div>`;
  }
}

/** The menus of a message, in reading order. */
function menus(part: APIMessageComponent): Entry[][] {
  if (part.type === ComponentType.StringSelect)
    return [
      part.options.map(({ label, description }) => ({
        label,
        ...(description === undefined ? {} : { detail: description }),
      })),
    ];
  return "components" in part ? part.components.flatMap(menus) : [];
}

/** A message in its channel, and its menus opened below it. */
export function discordHtml(message: DiscordMessage, line: string): string {
  const parts = message.components ?? [];
  const hidden = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const command = line.split(" ")[0]!.replace(/^\//, "");
  const time = CLOCK.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  return `<div class="discord-message${hidden ? " hidden" : ""}">
<div class="reply"><i></i><b>${ASKER}</b> used <span class="command">${escapeHtml(command)}</span></div>
<img class="avatar" src="${AVATAR}" alt="">
<div class="head"><b>Refdesk</b><span class="tag">APP</span><time>${time}</time></div>
<div class="body">${message.content ? `<div class="markup">${markdownHtml(message.content)}</div>` : ""}${parts.map(draw).join("")}</div>
${hidden ? '<div class="only">👁 Only you can see this • <a>Dismiss message</a></div>' : ""}</div>${parts.flatMap(menus).map(openedMenu).join("")}`;
}

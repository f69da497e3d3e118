/** Renders Discord messages as HTML from the payloads that the bot sends. */
import {
  type APIMessageComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import type { Completion, DiscordShot } from "./discord-desk.ts";
import { ASKER, AVATAR, attachedFile, CLOCK, type Entry, escapeHtml, openedMenu, undrawn } from "./html.ts";
import { markdownHtml } from "./markdown.ts";

const STYLE: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: "primary",
  [ButtonStyle.Secondary]: "secondary",
  [ButtonStyle.Success]: "success",
  [ButtonStyle.Danger]: "danger",
  [ButtonStyle.Link]: "secondary",
};

const colour = (number: number): string => `#${number.toString(16).padStart(6, "0")}`;

type Files = DiscordShot["files"];

const ATTACHED = "attachment://";

/** Renders a component. Unsupported ones are shown as such, because a missing part would go unnoticed. */
function draw(part: APIMessageComponent, files: Files): string {
  const all = (parts: readonly APIMessageComponent[]): string =>
    parts.map((inner) => draw(inner, files)).join("");
  switch (part.type) {
    case ComponentType.Container: {
      const accent = part.accent_color == null ? "" : ` style="--accent:${colour(part.accent_color)}"`;
      return `<div class="container"${accent}>${all(part.components)}</div>`;
    }
    case ComponentType.TextDisplay:
      return `<div class="markup">${markdownHtml(part.content)}</div>`;
    case ComponentType.Separator: {
      const kind = `${part.spacing === 2 ? "large" : "small"}${part.divider === false ? "" : " line"}`;
      return `<div class="separator ${kind}"></div>`;
    }
    case ComponentType.Section:
      return `<div class="section"><div>${all(part.components)}</div>${all([part.accessory])}</div>`;
    case ComponentType.MediaGallery:
      return part.items.map(({ media }) => image(media.url, files)).join("");
    case ComponentType.File:
      return attachment(part.file.url, files);
    case ComponentType.ActionRow:
      return `<div class="actions">${all(part.components)}</div>`;
    case ComponentType.Button: {
      const label = "label" in part ? escapeHtml(part.label ?? "") : "";
      const out = part.style === ButtonStyle.Link ? '<span class="out">↗</span>' : "";
      const emoji = "emoji" in part && part.emoji?.name ? `${escapeHtml(part.emoji.name)} ` : "";
      return `<span class="button ${STYLE[part.style] ?? "secondary"}${part.disabled ? " disabled" : ""}"><b>${emoji}${label}</b>${out}</span>`;
    }
    case ComponentType.StringSelect:
      return `<div class="select">${escapeHtml(part.placeholder ?? "")}<span>⌄</span></div>`;
    default:
      return undrawn(`a component of type ${part.type}`);
  }
}

const fileAt = (url: string, files: Files): Buffer | undefined =>
  url.startsWith(ATTACHED) ? files.get(url.slice(ATTACHED.length)) : undefined;

/** Renders a picture attached to its message. */
function image(url: string, files: Files): string {
  const file = fileAt(url, files);
  if (!file) return undrawn(`${url}, which did not come along`);
  return `<img class="gallery" src="data:image/png;base64,${file.toString("base64")}" alt="">`;
}

/** Renders a file attached to its message. */
function attachment(url: string, files: Files): string {
  const file = fileAt(url, files);
  if (!file) return undrawn(`${url}, which did not come along`);
  return attachedFile(url.slice(ATTACHED.length), file);
}

/** Returns the menus of a message in reading order. */
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

/** Renders a form of text fields, as it opens over the channel. */
const formHtml = ({ title, components }: APIModalInteractionResponseCallbackData): string =>
  `<div class="form"><h3>${escapeHtml(title)}</h3>${components
    .map((part) =>
      part.type === ComponentType.Label && part.component.type === ComponentType.TextInput
        ? `<label>${escapeHtml(part.label)}</label><p>${escapeHtml(part.description ?? "")}</p><div class="field"><i>${part.component.max_length ?? ""}</i></div>`
        : undrawn(`a component of type ${part.type}`),
    )
    .join(
      "",
    )}<div class="actions"><span class="button secondary"><b>Cancel</b></span><span class="button primary"><b>Submit</b></span></div></div>`;

/** Renders the line above a message: the command used, or the message that it replies to. */
const above = (used: string | undefined, asked: string | undefined): string => {
  if (asked !== undefined)
    return `<div class="reply"><i></i><b>${ASKER}</b> <span>${escapeHtml(asked)}</span></div>`;
  return used === undefined
    ? '<div class="reply"><i></i><b>Refdesk</b> <span>Click to see attachment</span></div>'
    : `<div class="reply"><i></i><b>${ASKER}</b> used <span class="command">${escapeHtml(used)}</span></div>`;
};

/** Renders a message in its channel, with its menus opened below it. */
export function discordHtml({ message, files, used, asked, form, thinking }: DiscordShot): string {
  if (form) return `<div class="discord-message">${formHtml(form)}</div>`;
  const parts = message.components ?? [];
  const hidden = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const time = CLOCK.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  const content = message.content ? `<div class="markup">${markdownHtml(message.content)}</div>` : "";
  const dots = thinking ? '<div class="thinking">• • • Refdesk is thinking…</div>' : "";
  return `<div class="discord-message${hidden ? " hidden" : ""}">
${above(used, asked)}
<img class="avatar" src="${AVATAR}" alt="">
<div class="head"><b>Refdesk</b><span class="tag">APP</span><time>${time}</time></div>
<div class="body">${dots}${content}${parts.map((part) => draw(part, files)).join("")}</div>
${hidden ? '<div class="only">👁 Only you can see this • <a>Dismiss message</a></div>' : ""}</div>${parts.flatMap(menus).map(openedMenu).join("")}`;
}

/** Renders the input box with the choices that Discord offers above it. */
export const completionHtml = ({ command, option, typed, offered }: Completion): string =>
  `<div class="completion"><ul class="opened"><li class="title">${escapeHtml(option)}</li>${offered.map((name) => `<li>${escapeHtml(name)}</li>`).join("")}</ul>
<div class="typed"><b>/${escapeHtml(command)}</b> <span class="pill-option"><i>${escapeHtml(option)}</i>${escapeHtml(typed)}<u></u></span></div></div>`;

/** Provides the HTML parts that both platforms share. */

/** The themes in which everything is shown. */
export const THEMES = ["dark", "light"] as const;
export type Theme = (typeof THEMES)[number];

/** The name and time shown in all previews, fixed so that previews differ only when the bot does. */
export const ASKER = "Ada";
export const CLOCK = new Date(2026, 10, 21, 9, 41);

/** Escapes text for HTML content and attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Shown in place of what the preview cannot render, because a missing part would go unnoticed. */
export const undrawn = (what: string): string =>
  `<div class="undrawn">The preview cannot draw ${escapeHtml(what)}</div>`;

/** The bot's avatar, as a data URL so that it needs no network. */
export const AVATAR = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#9b2c2c"/><path d="M9 12q6-3 11 1q5-4 11-1v17q-6-3-11 1q-5-4-11-1z" fill="#fff"/><path d="M20 13v17" stroke="#9b2c2c" stroke-width="1.6"/></svg>',
)}`;

/** Renders a file for download with its size. */
export const attachedFile = (name: string, { length }: Buffer): string =>
  `<div class="attached"><b>${escapeHtml(name)}</b><small>${(length / 1000).toFixed(1)} kB</small></div>`;

/** An entry of a menu; `group` is shown above the first entry of each group. */
export interface Entry {
  readonly label: string;
  readonly detail?: string;
  readonly group?: string;
}

/** Renders an opened menu. It is placed below its message so that all entries are visible. */
export function openedMenu(entries: readonly Entry[]): string {
  const items = entries.map(({ label, detail, group }, index) => {
    const title = group === undefined || group === entries[index - 1]?.group ? "" : group;
    return `${title === "" ? "" : `<li class="title">${escapeHtml(title)}</li>`}<li>${escapeHtml(label)}${detail === undefined ? "" : `<small>${escapeHtml(detail)}</small>`}</li>`;
  });
  return `<ul class="opened">${items.join("")}</ul>`;
}

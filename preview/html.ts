/** What both platforms' drawings are made of. */

/** The appearances in which everything is shown. */
export const THEMES = ["dark", "light"] as const;
export type Theme = (typeof THEMES)[number];

/** Who asks in the pictures, and when: always the same, so that two previews differ only where the bot does. */
export const ASKER = "Ada";
export const CLOCK = new Date(2026, 10, 21, 9, 41);

export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** In the place of what the preview cannot draw: a message with a gap in it would look right. */
export const undrawn = (what: string): string =>
  `<div class="undrawn">The preview cannot draw ${escapeHtml(what)}</div>`;

/** The bot's picture in both platforms, as an address that needs no network. */
export const AVATAR = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#9b2c2c"/><path d="M9 12q6-3 11 1q5-4 11-1v17q-6-3-11 1q-5-4-11-1z" fill="#fff"/><path d="M20 13v17" stroke="#9b2c2c" stroke-width="1.6"/></svg>',
)}`;

/** A file that can be taken away, with how large it is. */
export const attachedFile = (name: string, { length }: Buffer): string =>
  `<div class="attached"><b>${escapeHtml(name)}</b><small>${(length / 1000).toFixed(1)} kB</small></div>`;

/** An entry of a menu, and the name that stands above the first of its group. */
export interface Entry {
  readonly label: string;
  readonly detail?: string;
  readonly group?: string;
}

/** A menu as it looks when it is opened; it lies under its message, so that what it offers can be read. */
export function openedMenu(entries: readonly Entry[]): string {
  const items = entries.map(({ label, detail, group }, index) => {
    const title = group === undefined || group === entries[index - 1]?.group ? "" : group;
    return `${title === "" ? "" : `<li class="title">${escapeHtml(title)}</li>`}<li>${escapeHtml(label)}${detail === undefined ? "" : `<small>${escapeHtml(detail)}</small>`}</li>`;
  });
  return `<ul class="opened">${items.join("")}</ul>`;
}

/** Makes shelves that share all their ids, and tell by every label which one it is. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../desks.ts";
import { type Changes, shelfWith } from "../shelves.ts";

/** Creates a shelf whose records and titles say of themselves on which shelf they are. */
export function markedShelf(mark: string): string {
  const said = (label: unknown): unknown =>
    typeof label === "string"
      ? `${label} ${mark}`
      : Object.fromEntries(Object.entries(label as object).map(([locale, text]) => [locale, said(text)]));
  const marked = (text: string): string => {
    const record = JSON.parse(text) as { label: unknown };
    return JSON.stringify({ ...record, label: said(record.label) });
  };
  const titled = (text: string): string => {
    const { citation, title, ...source } = JSON.parse(text) as {
      citation: { title: string };
      title: { text: string };
    };
    const named = {
      citation: { ...citation, title: `${citation.title} ${mark}` },
      title: { text: `${title.text} ${mark}`, basis: "copy" },
    };
    return JSON.stringify({ ...source, ...named });
  };
  const folders = readdirSync(join(PROJECT, "data"), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  const changes: Changes = Object.fromEntries(
    folders.flatMap(({ name }) =>
      readdirSync(join(PROJECT, "data", name)).map((file) => [`data/${name}/${file}`, marked]),
    ),
  );
  const sources = readdirSync(join(PROJECT, "seeds")).filter((file) => file.endsWith(".json"));
  const titles: Changes = Object.fromEntries(sources.map((file) => [`seeds/${file}`, titled]));
  return shelfWith({ ...changes, ...titles });
}

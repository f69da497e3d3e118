/** Makes shelves that share all their ids, and tell by every label which one it is. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../desks.ts";
import { type Changes, shelfWith } from "../shelves.ts";

/** Creates a shelf whose records say of themselves on which shelf they are. */
export function markedShelf(mark: string): string {
  const said = (label: unknown): unknown =>
    typeof label === "string"
      ? `${label} ${mark}`
      : Object.fromEntries(Object.entries(label as object).map(([locale, text]) => [locale, said(text)]));
  const marked = (text: string): string => {
    const record = JSON.parse(text) as { label: unknown };
    return JSON.stringify({ ...record, label: said(record.label) });
  };
  const folders = readdirSync(join(PROJECT, "data"), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  const changes: Changes = Object.fromEntries(
    folders.flatMap(({ name }) =>
      readdirSync(join(PROJECT, "data", name)).map((file) => [`data/${name}/${file}`, marked]),
    ),
  );
  return shelfWith(changes);
}

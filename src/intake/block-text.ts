/**
 * Writes an element as plain text: a blank line at every block's edge, a line break at `<br>`, white space folded as
 * HTML does. Characters are never changed, so that a passage of the page is a passage of the text.
 */

/** The parts of a DOM node that are read here. */
export interface DomNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
}

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p pre " +
    "plaintext search section summary table tbody td tfoot th thead tr ul xmp"
  ).split(" "),
);

/** Elements whose content is not the page's text. */
const SILENT = new Set(
  (
    "audio base canvas embed head iframe input link map meta noembed noframes noscript object param progress rp " +
    "script select style svg template textarea title video"
  ).split(" "),
);

const PREFORMATTED = new Set(["listing", "plaintext", "pre", "textarea", "xmp"]);

const [ELEMENT, TEXT] = [1, 3];

/** A style attribute that hides an element. */
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** Marks an inline element that its style makes a block: Readability removes styles. */
export const BLOCK_MARK = "data-block";

/** Collects lines and blocks; white space at the edges of either is dropped. */
interface TextWriter {
  /** Adds text whose white space is folded. */
  text(text: string): void;
  /** Adds text whose white space counts. */
  verbatim(text: string): void;
  lineBreak(): void;
  /** Ends the block that is being written, if there is one. */
  blockEdge(): void;
  whole(): string;
}

function createTextWriter(): TextWriter {
  const blocks: string[] = [];
  let block = "";
  /** Whether white space was read that is written only if text follows on the line. */
  let isSpaceDue = false;
  return {
    text(text) {
      for (const part of text.split(/([ \t\n\f\r]+)/)) {
        if (part === "") continue;
        if (/^[ \t\n\f\r]/.test(part)) isSpaceDue = block !== "" && !block.endsWith("\n");
        else {
          block += (isSpaceDue ? " " : "") + part;
          isSpaceDue = false;
        }
      }
    },
    verbatim(text) {
      if (isSpaceDue) block += " ";
      isSpaceDue = false;
      block += text;
    },
    lineBreak() {
      isSpaceDue = false;
      // Line breaks that stand together are the space between paragraphs, however many there are.
      if (block !== "" && !block.endsWith("\n\n")) block += "\n";
    },
    blockEdge() {
      isSpaceDue = false;
      const text = block.replace(/^\n+|\s+$/g, "");
      if (text !== "") blocks.push(text);
      block = "";
    },
    whole: () => blocks.join("\n\n"),
  };
}

const isHidden = (node: DomNode): boolean =>
  node.getAttribute !== undefined &&
  (node.getAttribute("hidden") !== null || HIDDEN_STYLE.test(node.getAttribute("style") ?? ""));

const isBlock = (node: DomNode): boolean =>
  BLOCKS.has(node.localName ?? "") || (node.getAttribute?.(BLOCK_MARK) ?? null) !== null;

const isEmptyText = (node: DomNode): boolean =>
  node.nodeType !== ELEMENT && (node.nodeType !== TEXT || (node.textContent ?? "").trim() === "");

/** Returns the children of an element by their names, or undefined when it has any other, or text. */
function onlyChildren(node: DomNode, ...names: readonly string[]): DomNode[] | undefined {
  const elements = [...node.childNodes].filter((child) => !isEmptyText(child));
  return elements.every(({ localName = "" }) => names.includes(localName)) ? elements : undefined;
}

const containsTable = (node: DomNode): boolean =>
  node.nodeType === ELEMENT &&
  [...node.childNodes].some((child) => child.localName === "table" || containsTable(child));

/** Returns the cells of each row of a table, or undefined for a table that arranges blocks and is none of data. */
function tableRows(table: DomNode): string[][] | undefined {
  // Cells are written twice, so nested tables would double the work with every level.
  const parts = containsTable(table)
    ? undefined
    : onlyChildren(table, "caption", "col", "colgroup", "thead", "tbody", "tfoot", "tr");
  const rows: string[][] = [];
  for (const part of parts ?? []) {
    if (!/^t/.test(part.localName ?? "")) continue;
    const inside = part.localName === "tr" ? [part] : onlyChildren(part, "tr");
    for (const row of inside ?? []) {
      const cells = onlyChildren(row, "td", "th")?.map(blockText);
      if (!cells || cells.some((cell) => cell.includes("\n"))) return undefined;
      rows.push(cells);
    }
    if (!inside) return undefined;
  }
  return parts && rows;
}

function write(node: DomNode, writer: TextWriter, isVerbatim: boolean): void {
  if (node.nodeType === TEXT) {
    if (isVerbatim) writer.verbatim(node.textContent ?? "");
    else writer.text(node.textContent ?? "");
    return;
  }
  const name = node.localName ?? "";
  if (node.nodeType === ELEMENT && (SILENT.has(name) || isHidden(node))) return;
  if (name === "br") {
    writer.lineBreak();
    return;
  }
  const rows = name === "table" ? tableRows(node) : undefined;
  const edge = isBlock(node) ? writer.blockEdge : () => {};
  edge();
  if (rows) {
    for (const child of node.childNodes) if (child.localName === "caption") write(child, writer, false);
    writer.verbatim(
      rows
        .map((cells) => cells.join("\t").trimEnd())
        .filter((row) => row.trim() !== "")
        .join("\n"),
    );
  } else for (const child of node.childNodes) write(child, writer, isVerbatim || PREFORMATTED.has(name));
  edge();
}

/** Returns the text of an element. A row of a table of data is one line, its cells parted by tabs. */
export function blockText(root: DomNode): string {
  const writer = createTextWriter();
  write(root, writer, false);
  writer.blockEdge();
  return writer.whole();
}

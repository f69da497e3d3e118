/** Gathers rows of several tables in the form in which a COPY takes them. */
import { copyValue } from "../../../database/copy-in.ts";
import { markOf } from "../places.ts";
import type { Row } from "../table-rows.ts";
import { OPEN } from "../versions.ts";
import { LOAD_TABLES } from "./load-tables.ts";

type TableName = keyof typeof LOAD_TABLES;

/** Rows of one table, to be sent to it. */
export interface CopyPart {
  readonly table: TableName;
  readonly rows: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** The file of a shelf, as its table has it. */
export interface FileRow {
  readonly folder: number;
  readonly path: string;
  readonly digest: string;
  readonly content: Buffer;
}

export interface RowBuffers {
  add(table: TableName, shelf: number, row: Row): void;
  addFile(shelf: number, file: FileRow): void;
  /** Returns the rows that were added since the last time, each table by itself. */
  take(): CopyPart[];
}

const integer = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const small = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};

/** The beginning and the end of a COPY in binary. */
const BINARY = {
  header: Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), integer(0), integer(0)]),
  end: small(-1),
} as const;

const binaryRow = (values: readonly Buffer[]): Buffer[] => [
  small(values.length),
  ...values.flatMap((value) => [integer(value.length), value]),
];

/** Copies bytes to memory of their own, which can be handed to another thread. */
function ownBytes(parts: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function textBytes(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = lines.join("");
  const bytes = new Uint8Array(Buffer.byteLength(text));
  Buffer.from(bytes.buffer).write(text);
  return bytes;
}

/** Creates empty buffers for the rows of a version. */
export function createRowBuffers(version: number): RowBuffers {
  const copyLines = new Map<TableName, string[]>();
  let files: Buffer[] = [];
  let fileCount = 0;
  return {
    add(table, shelf, row) {
      const { columns, isWhole } = LOAD_TABLES[table];
      const values = columns.map((column) => copyValue(row[column])).join("\t");
      const head = isWhole ? `${shelf}\t${version}\t${OPEN}\t${markOf(row)}` : String(shelf);
      const there = copyLines.get(table);
      const line = `${head}\t${values}\n`;
      if (there) there.push(line);
      else copyLines.set(table, [line]);
    },
    addFile(shelf, { folder, path, digest, content }) {
      const mark = Buffer.from(markOf({ path, digest }), "hex");
      files.push(
        ...binaryRow([
          ...[integer(shelf), integer(version), integer(OPEN), mark],
          ...[small(folder), Buffer.from(path), Buffer.from(digest), content],
        ]),
      );
      fileCount++;
    },
    take() {
      const parts: CopyPart[] = [...copyLines].map(([table, some]) => ({
        table,
        rows: some.length,
        data: textBytes(some),
      }));
      if (fileCount > 0)
        parts.push({
          table: "files",
          rows: fileCount,
          data: ownBytes([BINARY.header, ...files, BINARY.end]),
        });
      copyLines.clear();
      files = [];
      fileCount = 0;
      return parts;
    },
  };
}

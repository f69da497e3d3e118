/** Formats records as the files in data/ are: two spaces, and lists of plain values on one line where they fit. */

import { columnWidth } from "../support/columns.ts";

/** The longest line that holds a list, in columns. */
const WIDTH = 110;

const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null;

/** Formats a value that begins at a column of a line and is followed by at most a comma. */
function format(value: unknown, indent: string, column: number): string {
  if (isPlain(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const onOne = `[${value.map((one) => JSON.stringify(one)).join(", ")}]`;
    if (value.every(isPlain) && column + columnWidth(onOne) + 1 <= WIDTH) return onOne;
    return `[\n${value.map((one) => inner + format(one, inner, inner.length)).join(",\n")}\n${indent}]`;
  }
  const members = Object.entries(value as object)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => {
      const head = `${inner}${JSON.stringify(name)}: `;
      return head + format(member, inner, head.length);
    });
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
}

/** Returns the content of a record's file. Members that are undefined are left out. */
export const formatRecord = (record: object): string => `${format(record, "", 0)}\n`;

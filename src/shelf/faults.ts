/** What can be wrong with a shelf, and how it is said. */

/** One thing wrong with one file. `pointer` is a JSON Pointer (RFC 6901) into it, empty for the whole. */
export interface ShelfFault {
  readonly file: string;
  readonly pointer: string;
  readonly message: string;
}

/** One fault as one line: the file, the place in it, and what is wrong. */
export const formatFault = ({ file, pointer, message }: ShelfFault): string =>
  `${file}${pointer ? ` ${pointer}` : ""}: ${message}`;

/** A shelf that does not hold, with all that is wrong with it. */
export class ShelfError extends Error {
  override readonly name = "ShelfError";
  readonly faults: readonly ShelfFault[];
  constructor(faults: readonly ShelfFault[]) {
    super(faults.map(formatFault).join("\n"));
    this.faults = faults;
  }
}

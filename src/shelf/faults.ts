/** Defines the faults of a shelf and formats them. */

/** One fault in one file. `pointer` is a JSON Pointer (RFC 6901) into the file, empty for the whole file. */
export interface ShelfFault {
  readonly file: string;
  readonly pointer: string;
  readonly message: string;
}

/** Formats a fault as one line: file, pointer and message. */
export const formatFault = ({ file, pointer, message }: ShelfFault): string =>
  `${file}${pointer ? ` ${pointer}` : ""}: ${message}`;

/** Thrown when a shelf is invalid; lists every fault. */
export class ShelfError extends Error {
  override readonly name = "ShelfError";
  readonly faults: readonly ShelfFault[];
  constructor(faults: readonly ShelfFault[]) {
    super(faults.map(formatFault).join("\n"));
    this.faults = faults;
  }
}

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

/** Thrown when a shelf is invalid; lists every fault, or so many that nobody reads more, with how many more there are. */
export class ShelfError extends Error {
  override readonly name = "ShelfError";
  readonly faults: readonly ShelfFault[];
  constructor(faults: readonly ShelfFault[], more = 0) {
    const rest =
      more === 0 ? [] : [`… and ${more.toLocaleString("en")} more ${more === 1 ? "fault" : "faults"}`];
    super([...faults.map(formatFault), ...rest].join("\n"));
    this.faults = faults;
  }
}

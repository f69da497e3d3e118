/** Writes many rows at once, as PostgreSQL takes them in its COPY. */

/** What of a connection a COPY needs; the types of pg leave it out. */
interface CopyConnection {
  query(text: string): void;
  readonly stream: { write(bytes: Uint8Array): unknown };
  endCopyFrom(): void;
}

/** How much is handed to the connection at once, in bytes. */
const CHUNK = 1_000_000;

/** Returns what stands before a chunk: that it is one, and how long it is. */
function headOf({ length }: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.write("d");
  head.writeUInt32BE(length + 4, 1);
  return head;
}

/** One COPY, in the form in which a client of pg takes what it sends. It settles as its callback is called. */
export class CopyIn {
  readonly #statement: string;
  readonly #data: Uint8Array;
  #hasFailed = false;
  /** The client may put another in its place. */
  callback: (error?: Error) => void;
  constructor(statement: string, data: Uint8Array, callback: (error?: Error) => void) {
    this.#statement = statement;
    this.#data = data;
    this.callback = callback;
  }
  submit(connection: CopyConnection): void {
    connection.query(this.#statement);
  }
  handleCopyInResponse(connection: CopyConnection): void {
    // The connection's own way of sending copies every byte, which leaves as much to be collected as is sent.
    for (let at = 0; at < this.#data.length; at += CHUNK) {
      const chunk = this.#data.subarray(at, at + CHUNK);
      connection.stream.write(headOf(chunk));
      connection.stream.write(chunk);
    }
    connection.endCopyFrom();
  }
  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleError(error: Error): void {
    this.#hasFailed = true;
    this.callback(error);
  }
  handleReadyForQuery(): void {
    if (!this.#hasFailed) this.callback();
  }
}

/** Returns a value as a column of a COPY in text has it: null, a text, a number, or a list of texts. */
export function copyValue(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "number") return String(value);
  return escaped(Array.isArray(value) ? arrayLiteral(value) : String(value));
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const escaped = (text: string): string =>
  /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!) : text;

const arrayLiteral = (values: readonly unknown[]): string =>
  `{${values
    .map((value) => (value === null ? "NULL" : `"${String(value).replace(/["\\]/g, "\\$&")}"`))
    .join()}}`;

/** Writes many rows at once, as PostgreSQL takes them in its COPY. */

/** What of a connection a COPY needs; the types of pg leave it out. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** How much is handed to the connection at once, in bytes. */
const CHUNK = 1_000_000;

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
    const { buffer, byteOffset, byteLength } = this.#data;
    for (let at = 0; at < byteLength; at += CHUNK)
      connection.sendCopyFromChunk(Buffer.from(buffer, byteOffset + at, Math.min(CHUNK, byteLength - at)));
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

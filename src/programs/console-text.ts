/** Writes what programs say in the encoding of the console. */
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { asciiText } from "../support/ascii-text.ts";

/** Returns a function that makes text showable: as it is where the locale is UTF-8, in ASCII where it is not. */
export async function consoleEncoder(): Promise<(text: string) => string> {
  if (readBasicSettings(await readEnvironment()).isUtf8) return (text) => text;
  return (text) => asciiText(text);
}

/** The environment: what it and .env hold, and the little of it that an ask in the terminal needs. */
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment with what .env adds to it; a variable that is set wins over the file. */
export async function readEnvironment(file = ".env"): Promise<Environment> {
  if (!existsSync(file)) return process.env;
  const { parse } = await import("dotenv");
  return { ...parse(readFileSync(file)), ...process.env };
}

/** What every start needs. None of it can be malformed: a folder that is not there is said by who reads it. */
export interface BasicSettings {
  /** The folder that holds seeds/ and data/, where it is not the project's own. */
  readonly shelf?: string;
  /** Where the checked shelf is kept between starts. */
  readonly cache: string;
  /** The language that was set for the desk, and the one of the system. */
  readonly locale?: string;
  readonly system?: string;
  /** Where the pages are, without a slash at the end; nothing where that is malformed, which a start that serves says. */
  readonly pages?: string;
  readonly colour: boolean;
  readonly dumb: boolean;
}

export function readBasicSettings(environment: Environment): BasicSettings {
  const {
    SHELF_DIR,
    CACHE_DIR,
    XDG_CACHE_HOME,
    NO_COLOR,
    TERM,
    LOCALE,
    LC_ALL,
    LANG,
    PUBLIC_URL = "",
  } = environment;
  const system = LC_ALL || LANG;
  const isPage = /^https?:/i.test(PUBLIC_URL) && URL.canParse(PUBLIC_URL);
  return {
    ...(SHELF_DIR ? { shelf: SHELF_DIR } : {}),
    ...(LOCALE ? { locale: LOCALE } : {}),
    ...(system ? { system } : {}),
    ...(isPage ? { pages: new URL(PUBLIC_URL).href.replace(/\/+$/, "") } : {}),
    cache: CACHE_DIR || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "refdesk"),
    colour: !NO_COLOR && TERM !== "dumb",
    dumb: TERM === "dumb",
  };
}

/** Reads the environment and .env, and the few settings that every start needs. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { StoreLocation } from "./store-location.ts";

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The file with variables, in the folder where the program is started. */
export const ENV_FILE = ".env";

/** Reads .env and adds the environment of the process, which takes precedence. */
export async function readEnvironment(file = ENV_FILE): Promise<Environment> {
  if (!existsSync(file)) return process.env;
  const { parse } = await import("dotenv");
  return { ...parse(readFileSync(file)), ...process.env };
}

/** Tells whether other users can access the file; always false on Windows. */
export const isOpenToOthers = (file: string): boolean =>
  process.platform !== "win32" && existsSync(file) && (statSync(file).mode & 0o077) !== 0;

/** The folder for what is kept between starts, in the folder where the program is started. */
export const DEFAULT_DATA_FOLDER = ".refdesk";

/** Returns where the citation log and what waits for review are kept. The URL is checked by whoever serves. */
export const storeLocation = ({ DATABASE_URL, DATA_DIR }: Environment): StoreLocation =>
  DATABASE_URL ? { url: DATABASE_URL } : { folder: DATA_DIR || DEFAULT_DATA_FOLDER };

/**
 * How many connections to the database a process has at most: for each store, for what it shares, for the files of the shelf; in
 * all, unless that is set.
 */
export const CONNECTIONS = { store: 2, coordination: 2, files: 3, all: 20 } as const;

/** What was cited, what waits for review and who has installed the app are stores of their own; one connection hears notices. */
const BESIDE_SHELF = 3 * CONNECTIONS.store + CONNECTIONS.coordination + CONNECTIONS.files + 1;

/** Tells whether a value is a number of connections that leaves one for the shelf. */
export const isConnectionCount = (text: string): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) > BESIDE_SHELF;

/** Returns how many connections the shelf has of a value, which `readServerConfig` reports where it is malformed. */
const shelfConnections = (text = ""): number =>
  (isConnectionCount(text) ? Number(text) : CONNECTIONS.all) - BESIDE_SHELF;

/** Returns a URL without the slashes at its end, so that paths can be appended. */
export const baseUrl = (url: string): string => new URL(url).href.replace(/\/+$/, "");

/** What makes a running program read its shelf again: its files, or a signal alone. */
export type RefreshTrigger = "watch" | "signal";

/** The values of REFRESH. */
export const REFRESH_VALUES = ["watch", "signal", "no"] as const;

/** Settings that every start needs. They are not validated; whoever uses a path reports when it does not exist. */
export interface BasicSettings {
  /** Folder with seeds/ and data/ as an absolute path, when it is not the project's own. */
  readonly shelf?: string;
  /** The database that holds the shelf in place of a folder; empty where its address is missing, which its opener reports. */
  readonly database?: string;
  /** How many connections that database may have of a process, for queries. */
  readonly connections?: number;
  /** Folder for the cached shelf. */
  readonly cache: string;
  /** Folder for what is kept between starts, when it is not the default. */
  readonly data?: string;
  /** `locale` is Refdesk's own setting, `system` that of the operating system. */
  readonly locale?: string;
  readonly system?: string;
  /** Whether the system's locale writes UTF-8. True where it is not set, as in most containers and on Windows. */
  readonly isUtf8: boolean;
  /** Public URL of the pages, without a trailing slash. Undefined when malformed, which `readServerConfig` reports. */
  readonly pages?: string;
  /** When a changed shelf is taken while the program runs; undefined for never, and when malformed. */
  readonly refresh?: RefreshTrigger;
  readonly colour: boolean;
  readonly dumb: boolean;
}

/** Tells whether a locale such as `de_DE.ISO-8859-1` writes UTF-8. Taken to do so unless it names another encoding. */
const writesUtf8 = (locale: string): boolean => /utf-?8/i.test(locale) || !/^(?:C|POSIX)$|\./.test(locale);

/** Reads the basic settings; never throws. */
export function readBasicSettings(environment: Environment): BasicSettings {
  const {
    SHELF_DIR,
    SHELF,
    DATABASE_URL = "",
    DATABASE_CONNECTIONS,
    CACHE_DIR,
    XDG_CACHE_HOME,
    DATA_DIR,
    NO_COLOR,
    TERM,
    REFRESH,
    LOCALE,
    LC_ALL,
    LC_MESSAGES,
    LC_CTYPE,
    LANG,
    PUBLIC_URL = "",
  } = environment;
  const system = LC_ALL || LC_MESSAGES || LANG;
  const isPage = /^https?:/i.test(PUBLIC_URL) && URL.canParse(PUBLIC_URL);
  return {
    ...(SHELF_DIR ? { shelf: resolve(SHELF_DIR) } : {}),
    ...(SHELF === "database"
      ? { database: DATABASE_URL, connections: shelfConnections(DATABASE_CONNECTIONS) }
      : {}),
    ...(REFRESH === "no" ? {} : { refresh: REFRESH === "signal" ? REFRESH : "watch" }),
    ...(DATA_DIR ? { data: DATA_DIR } : {}),
    ...(LOCALE ? { locale: LOCALE } : {}),
    ...(system ? { system } : {}),
    ...(isPage ? { pages: baseUrl(PUBLIC_URL) } : {}),
    cache: CACHE_DIR || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "refdesk"),
    isUtf8: writesUtf8(LC_ALL || LC_CTYPE || LANG || ""),
    colour: !NO_COLOR && TERM !== "dumb",
    dumb: TERM === "dumb",
  };
}

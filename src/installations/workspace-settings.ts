/** Defines what a workspace may have of its own, and reads it as it is typed: `language=zh-CN`. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { workspaceMessages } from "../language/en/workspace-messages.ts";

/** Who may review: a user of the workspace, without its id; a user or a role of the server. */
const REVIEWER = /^(?:[UW][A-Z0-9]{2,20}|(?:role:)?\d{1,22})$/;
/** The most characters of a folder, the most reviewers, and the most asks a minute. */
const [FOLDER, REVIEWERS, ASKS] = [1_000, 100, 1_000_000];

const Settings = z.object({
  /** The language of all answers. */
  language: z.enum(["en", "zh-CN", "zh-TW"]).optional(),
  /** Whom findings are for. */
  visibility: z.enum(["channel", "asker"]).optional(),
  /** The folder of its own shelf. */
  shelf: z.string().max(FOLDER).optional(),
  /** Which shelf answers, where it has one of its own: that one unless this says otherwise. */
  answers: z.enum(["own", "deployment"]).optional(),
  /** The ids of its users who may review, and in Discord of roles. */
  reviewers: z.array(z.string().regex(REVIEWER)).max(REVIEWERS).optional(),
  /** Whether it is kept which source was cited in which channel. */
  citations: z.enum(["yes", "no"]).optional(),
  /** How many asks all of it have in a minute, besides what one person has. */
  asks: z.number().int().min(1).max(ASKS).optional(),
});

/** What a workspace has of its own; what is not set is as the deployment has it. */
export type WorkspaceSettings = Readonly<z.infer<typeof Settings>>;
export type SettingName = keyof WorkspaceSettings;

/** Parses settings as they are kept. What this program does not know is left out. */
export const parseSettings = (text: string): WorkspaceSettings => Settings.parse(JSON.parse(text));

/** Returns the folder of the shelf that answers in a workspace; undefined where it is the deployment's. */
export const shelfOf = ({ shelf, answers }: WorkspaceSettings): string | undefined =>
  answers === "deployment" ? undefined : shelf;

/** Reads the value of each setting; undefined for one that is none. */
const READERS: { readonly [Name in SettingName]-?: (text: string) => WorkspaceSettings[Name] } = {
  language: (text) => Settings.shape.language.safeParse(text).data,
  visibility: (text) => Settings.shape.visibility.safeParse(text).data,
  shelf(text) {
    const folder = resolve(text);
    return folder.length <= FOLDER && existsSync(join(folder, "data")) ? folder : undefined;
  },
  answers: (text) => Settings.shape.answers.safeParse(text).data,
  reviewers: (text) => Settings.shape.reviewers.safeParse(text.split(/, ?/)).data,
  citations: (text) => Settings.shape.citations.safeParse(text).data,
  asks: (text) => (/^\d{1,7}$/.test(text) ? Settings.shape.asks.safeParse(Number(text)).data : undefined),
};

const SETTING_NAMES = Object.keys(READERS) as SettingName[];

/** Returns settings with a value of one, or without it where the value is empty; undefined where it is refused. */
export function withValue(
  settings: WorkspaceSettings,
  name: SettingName,
  value: string,
): WorkspaceSettings | undefined {
  const { [name]: _, ...others } = settings;
  if (value === "") return others;
  const read = READERS[name](value);
  const hasShelf = settings.shelf !== undefined && READERS.shelf(settings.shelf) !== undefined;
  if (read === undefined || (read === "own" && !hasShelf)) return undefined;
  return { ...others, [name]: read };
}

/**
 * Returns settings with one that was typed: `language=zh-CN`, or `language=` for the deployment's.
 * @throws {Error} naming what is no setting, or what was expected as its value
 */
export function withSetting(settings: WorkspaceSettings, typed: string): WorkspaceSettings {
  const [, label = typed, value] = /^([a-z]+)=(.*)$/s.exec(typed) ?? [];
  const name = SETTING_NAMES.find((known) => known === label);
  if (name === undefined || value === undefined)
    throw new Error(workspaceMessages.noSetting(typed, SETTING_NAMES));
  const next = withValue(settings, name, value);
  if (next === undefined) throw new Error(workspaceMessages.badSetting(name, value));
  return next;
}

/** Prints settings as they are typed. */
export const printSettings = (settings: WorkspaceSettings): string =>
  SETTING_NAMES.flatMap((name) => (settings[name] === undefined ? [] : [`${name}=${settings[name]}`])).join(
    " ",
  );

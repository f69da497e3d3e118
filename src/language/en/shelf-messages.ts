/** English messages of `refdesk shelf`: what is published in the database, and why something is not. */
import { countNoun } from "./typography.ts";

/** A version, as people are told of it. */
interface ToldVersion {
  readonly number: number;
  readonly hash: string;
}

const version = ({ number, hash }: ToldVersion): string => `Version ${number} (${hash})`;

/** How many files are named at most. */
const MOST_NAMED = 20;

const listed = (files: readonly string[]): string =>
  [
    ...files.slice(0, MOST_NAMED),
    ...(files.length > MOST_NAMED ? [`and ${countNoun(files.length - MOST_NAMED, "other")}`] : []),
  ].join("\n");

export const shelfMessages = {
  noDatabase:
    "DATABASE_URL is not set: give the PostgreSQL database that holds the shelf, such as postgresql://refdesk:password@localhost/refdesk.",
  notPostgres:
    "DATABASE_URL does not begin with postgresql://: the shelf is published in a PostgreSQL database.",
  unreached: (reason: string) => `The database that DATABASE_URL names could not be reached: ${reason}`,
  waiting: "Another publish is running: this one begins when it ends.",
  progress: (table: string, compared: number, written: number) =>
    `${table}: ${countNoun(compared, "row")} compared, ${written.toLocaleString("en")} written`,
  published: (told: ToldVersion, sources: number, records: number) =>
    `${version(told)} is read now: ${countNoun(sources, "source")}, ${countNoun(records, "record")}.`,
  changed: (come: number, gone: number) =>
    `${countNoun(come, "row")} came and ${gone.toLocaleString("en")} went; the others are those of the version before.`,
  unchanged: "These files were published before; nothing was written.",
  readFrom: (folder: string) => `Read from ${folder}`,
  noFiles: (told: ToldVersion) =>
    `${version(told)} was published before files were kept in the database: publish its folder again, then they are.`,
  lacking: (files: readonly string[]) =>
    `The folder lacks what was accepted since the shelf was last written out as files:\n\n${listed(files)}\n\nWrite it out first (refdesk shelf export <folder>), or publish with --replace, which takes this back. Nothing was published.`,
  ownFiles: (files: readonly string[]) =>
    `The folder has files of a shelf that were never published:\n\n${listed(files)}\n\nPublish it first, write to another folder, or give --replace, which loses them. Nothing was written.`,
  exported: (told: ToldVersion, folder: string) => `${version(told)} is in ${folder}.`,
  filesWritten: (written: number, removed: number) =>
    `${countNoun(written, "file")} written, ${removed.toLocaleString("en")} taken away; the others were there.`,
  none: "No version of the shelf is published. To publish one: refdesk shelf publish",
  otherForm: (told: ToldVersion) =>
    `${version(told)} was published by another version of Refdesk, which finds words otherwise: publish the shelf again with this one.`,
  row: (told: ToldVersion, publishedAt: string, sources: number, records: number, isCurrent: boolean) =>
    `${isCurrent ? "*" : " "} ${told.number}  ${told.hash}  ${publishedAt}  ${countNoun(sources, "source")}, ${countNoun(records, "record")}`,
  current: "* is read now.",
  noVersion: (named: string, there: readonly number[]) =>
    `There is no version “${named}”: ${there.length === 0 ? "none is published" : `there are ${there.join(", ")}`}.`,
  used: (told: ToldVersion) => `${version(told)} is read now.`,
  isCurrent: (told: ToldVersion) =>
    `${version(told)} is read now, so it was not dropped. To read another one first: refdesk shelf use <version>`,
  dropping: (seconds: number) =>
    `Answers that began with this version may still read it: it is dropped in ${countNoun(seconds, "second")}.`,
  dropped: (told: ToldVersion) => `${version(told)} is dropped, with what no other version has.`,
} as const;

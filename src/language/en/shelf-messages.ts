/** English messages of `refdesk shelf`: what is published in the database, and why something is not. */
import { countNoun } from "./typography.ts";

/** A version, as people are told of it. */
interface ToldVersion {
  readonly number: number;
  readonly hash: string;
}

const version = ({ number, hash }: ToldVersion): string => `Version ${number} (${hash})`;

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

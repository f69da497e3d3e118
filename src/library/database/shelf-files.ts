/** Keeps the files of a shelf in a database, byte for byte, as they are in each version. */
import { hash } from "node:crypto";
import type { Queries } from "../../database/connection.ts";
import { folderNumber } from "../../shelf/files.ts";
import { type EditionReader, valid } from "./edition.ts";
import { markOf } from "./places.ts";
import type { RowChanges, VersionAt } from "./table-changes.ts";
import { OPEN } from "./versions.ts";

/** What files hold; null where one is not there. */
export type FileContents = ReadonlyMap<string, Buffer | null>;

/** Thrown where something would lose files that nobody else has. */
export abstract class LostFilesError extends Error {
  readonly files: readonly string[];
  constructor(files: readonly string[]) {
    super(files.join("\n"));
    this.files = files;
  }
}

/** Returns the hash by which contents are compared. */
export const digestOf = (content: Buffer): string => hash("sha256", content, "hex");

/** How many hashes are read at once, how many contents, and how many bytes are written at once. */
const AT_ONCE = { states: 50_000, contents: 500, bytes: 4_000_000 } as const;

/** Yields every file of a version with its hash, in the order of the shelf, so many at once. */
export async function* filePages({
  rows,
}: Pick<EditionReader, "rows">): AsyncGenerator<
  { readonly folder: number; readonly path: string; readonly digest: string }[]
> {
  for (let after = { folder: -2, path: "" }; ; ) {
    const some = await rows<{ folder: number; path: string; digest: string }>(
      `select f.folder, f.path, f.digest from refdesk_shelf_files f where ${valid("f")}
         and (f.folder, f.path) > ($3::smallint, $4) order by f.folder, f.path limit ${AT_ONCE.states}`,
      after.folder,
      after.path,
    );
    yield some;
    if (some.length < AT_ONCE.states) return;
    after = some.at(-1)!;
  }
}

/** Returns the hash of every file of a version, in the order of the shelf. */
export async function fileDigests(reader: Pick<EditionReader, "rows">): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for await (const some of filePages(reader)) for (const { path, digest } of some) digests.set(path, digest);
  return digests;
}

/** Returns what files of a version hold; one that is not there is not in it. */
export async function fileContents(
  { rows }: Pick<EditionReader, "rows">,
  files: readonly string[],
): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < files.length; at += AT_ONCE.contents) {
    const some = files.slice(at, at + AT_ONCE.contents);
    const found = await rows<{ path: string; content: Buffer }>(
      `select f.path, f.content from unnest($3::smallint[], $4::text[]) as a (folder, path)
       join refdesk_shelf_files f on f.folder = a.folder and f.path = a.path where ${valid("f")}`,
      some.map(folderNumber),
      some,
    );
    for (const { path, content } of found) contents.set(path, content);
  }
  return contents;
}

/** Returns the names of the files of a version in one folder, in order. */
export async function fileNames({ rows }: Pick<EditionReader, "rows">, folder: string): Promise<string[]> {
  const found = await rows<{ path: string }>(
    `select f.path from refdesk_shelf_files f where ${valid("f")} and f.folder = $3 order by f.path`,
    folderNumber(`${folder}/`),
  );
  return found.map(({ path }) => path);
}

/** The files that versions after the one of `$2`, up to that of `$3`, have changed, each with the last that did. */
const CHANGED = `select folder, path, max(at) as at from (
    select f.folder, f.path, f.since as at from refdesk_shelf_files f where f.shelf = $1 and f.since > $2 and f.since <= $3
    union all select f.folder, f.path, f.until as at from refdesk_shelf_files f where f.shelf = $1 and f.until > $2 and f.until <= $3
  ) x group by folder, path`;

/** Returns the names of the files that are not the same in two versions. */
export async function filesBetween(
  queries: Queries,
  shelf: number,
  [one, other]: readonly [number, number],
): Promise<string[]> {
  const there = (name: string, number: string) =>
    `left join refdesk_shelf_files ${name} on ${name}.shelf = $1 and ${name}.folder = c.folder and ${name}.path = c.path
       and ${name}.since <= ${number} and ${name}.until > ${number}`;
  const found = await queries.rows<{ path: string }>(
    `select c.path from (${CHANGED}) c ${there("a", "$2")} ${there("b", "$3")} where a.digest is distinct from b.digest`,
    [shelf, Math.min(one, other), Math.max(one, other)],
  );
  return found.map(({ path }) => path);
}

/** A file that was changed: its hash now, null where it is not there, and those that it had before the last change. */
export interface ChangedFile {
  readonly path: string;
  readonly now: string | null;
  readonly before: readonly string[];
  /** The last version that changed it. */
  readonly at: number;
}

/** Returns the files that versions after one, up to another, have changed. */
export const changedSince = (
  queries: Queries,
  shelf: number,
  [since, upTo]: readonly [number, number],
): Promise<ChangedFile[]> =>
  queries.rows<ChangedFile>(
    `select c.path, c.at, b.digest as now, array(
       select h.digest from refdesk_shelf_files h where h.shelf = $1 and h.folder = c.folder and h.path = c.path
         and h.since < c.at and h.until > $2
     ) as before
     from (${CHANGED}) c
     left join refdesk_shelf_files b on b.shelf = $1 and b.folder = c.folder and b.path = c.path and b.since <= $3 and b.until > $3
     order by c.folder, c.path`,
    [shelf, since, upTo],
  );

/** Returns those of some files that no version had with such a content. */
export async function unknownFiles(
  queries: Queries,
  shelf: number,
  files: ReadonlyMap<string, string>,
): Promise<string[]> {
  const found = await queries.rows<{ path: string }>(
    `select a.path from unnest($2::smallint[], $3::text[], $4::text[]) as a (folder, path, digest) where not exists (
       select 1 from refdesk_shelf_files f where f.shelf = $1 and f.folder = a.folder and f.path = a.path and f.digest = a.digest)
     order by a.folder, a.path`,
    [shelf, [...files.keys()].map(folderNumber), [...files.keys()], [...files.values()]],
  );
  return found.map(({ path }) => path);
}

/** Keeps files that have changed, and ends those that are not there any more. */
export async function keepFiles(
  session: Queries,
  { shelf, number }: VersionAt,
  changes: Iterable<readonly [string, Buffer | null]>,
): Promise<RowChanges> {
  let [come, gone] = [0, 0];
  let slice: (readonly [string, Buffer | null])[] = [];
  let bytes = 0;
  async function send(): Promise<void> {
    const paths = slice.map(([path]) => path);
    const ended = await session.rows(
      `update refdesk_shelf_files f set until = ${number} from unnest($1::smallint[], $2::text[]) as a (folder, path)
       where f.shelf = ${shelf} and f.until = ${OPEN} and f.folder = a.folder and f.path = a.path returning 1`,
      [paths.map(folderNumber), paths],
    );
    const made = slice.flatMap(([path, content]) => (content === null ? [] : [{ path, content }]));
    const digests = made.map(({ content }) => digestOf(content));
    await session.rows(
      `insert into refdesk_shelf_files (shelf, since, until, mark, folder, path, digest, content)
       select ${shelf}, ${number}, ${OPEN}, * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::bytea[])`,
      [
        made.map(({ path }, at) => markOf({ path, digest: digests[at] })),
        made.map(({ path }) => folderNumber(path)),
        made.map(({ path }) => path),
        digests,
        made.map(({ content }) => content),
      ],
    );
    come += made.length;
    gone += ended.length;
    slice = [];
    bytes = 0;
  }
  for (const change of changes) {
    slice.push(change);
    bytes += change[1]?.length ?? 0;
    if (bytes >= AT_ONCE.bytes || slice.length >= AT_ONCE.contents) await send();
  }
  if (slice.length > 0) await send();
  return { come, gone };
}

/** Returns the SHA-256 over all files of a version, as reading its folder has it. */
export async function hashOfFiles(session: Queries, { shelf, number }: VersionAt): Promise<string> {
  const [found] = await session.rows<{ hash: string }>(
    `select encode(sha256(coalesce(string_agg(
       convert_to(f.path, 'UTF8') || '\\x00'::bytea || convert_to(f.digest || E'\\n', 'UTF8'), ''::bytea order by f.folder, f.path
     ), ''::bytea)), 'hex') as hash
     from refdesk_shelf_files f where f.shelf = $1 and f.since <= $2 and f.until > $2`,
    [shelf, number],
  );
  return found!.hash;
}

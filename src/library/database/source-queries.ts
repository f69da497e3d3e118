/** Finds sources in a database. */

import { isStorable } from "../../database/connection.ts";
import { compactName, foldName } from "../../shelf/fold.ts";
import { recordNames } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { type FoundSources, MOST_GIVEN, type SourceInfo, type SourceQuery } from "../library.ts";
import { type EditionReader, valid } from "./edition.ts";
import { formKey, quotedLexeme, SOURCE_AUTHORS, SOURCE_TITLES } from "./places.ts";
import type { NameQueries } from "./record-names.ts";

const TITLES = [SOURCE_TITLES];
const NAMES = [SOURCE_TITLES, SOURCE_AUTHORS];

export interface SourceQueries {
  sources(ids: readonly string[]): Promise<(SourceInfo | undefined)[]>;
  find(query: SourceQuery): Promise<FoundSources>;
  recordCounts(ids: readonly string[]): Promise<number[]>;
}

/**
 * Creates the queries for the sources of a version.
 * @param namedBy returns the people and organizations that have a name
 */
export function createSourceQueries(
  { rows }: EditionReader,
  names: NameQueries,
  namedBy: (name: string) => Promise<readonly AnyRecord[]>,
): SourceQueries {
  async function byIds<Found extends object>(
    column: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Found>> {
    const found = await rows<{ source: string } & Found>(
      `select s.source, s.${column} as value from refdesk_shelf_sources s where ${valid("s")} and s.source = any($3)`,
      ids.filter(isStorable),
    );
    return new Map(found.map((row) => [row.source, row]));
  }

  /** The condition for the sources of a query, whatever its words. */
  function conditionsFor({ makers, typed, visibility }: SourceQuery): {
    readonly condition: string;
    readonly values: readonly unknown[];
  } {
    const begun = typed?.trim().toLowerCase() ?? "";
    const values: unknown[] = [];
    const value = (one: unknown): string => `$${2 + values.push(one)}`;
    const text = [valid("s")];
    if (makers) text.push(`s.makers && ${value(makers.map((name) => formKey(compactName(name))))}::text[]`);
    if (!isStorable(begun)) text.push("false");
    else if (begun !== "")
      text.push(
        `(starts_with(s.source, ${value(begun)}) or exists (select 1 from unnest(s.typed) as t (name) where strpos(t.name, ${value(begun)}) > 0))`,
      );
    if (visibility !== undefined) text.push(`s.visibility = ${value(visibility)}`);
    return { condition: text.join(" and "), values };
  }

  /** Tries the ways of `createSourceFinder`, and returns what the first that finds anything has found. */
  async function resolve(
    words: string,
    query: SourceQuery,
  ): Promise<{ readonly by: FoundSources["by"]; readonly ids: readonly string[] }> {
    const typed = compactName(words);
    if (typed === "") return { by: "name", ids: [] };
    const { condition, values } = conditionsFor(query);
    const next = `$${3 + values.length}`;
    async function among(test: string, value: unknown): Promise<string[]> {
      const found = await rows<{ source: string }>(
        `select s.source from refdesk_shelf_sources s where ${condition} and ${test} order by s.position`,
        ...values,
        value,
      );
      return found.map(({ source }) => source);
    }
    const named = (test: string, value: unknown): Promise<string[]> =>
      among(
        `s.source in (select n.place from refdesk_shelf_names n where ${valid("n")} and n.kind in (${NAMES.join()}) and ${test})`,
        value,
      );
    const withForm = (forms: readonly string[]): Promise<string[]> =>
      named(`n.form = any(${next})`, forms.map(formKey));
    const ways = [
      ["name", () => withForm([typed])],
      [
        "name",
        async () =>
          withForm((await namedBy(words)).flatMap((record) => recordNames(record).map(compactName))),
      ],
      [
        "words",
        () => named(`n.words @@ ${next}::tsquery`, foldName(words).split(" ").map(quotedLexeme).join(" & ")),
      ],
    ] as const;
    for (const [by, find] of ways) {
      const ids = await find();
      if (ids.length > 0) return { by, ids };
    }
    async function nearest(kinds: readonly number[]): Promise<string[]> {
      const near = await names.near(typed, kinds);
      const there = new Set(
        await among(
          `s.source = any(${next})`,
          near.map(({ place }) => place),
        ),
      );
      const least = near.find(({ place }) => there.has(place))?.far;
      const ids = new Set(near.filter(({ far }) => far === least).map(({ place }) => place));
      return [...there].filter((id) => ids.has(id));
    }
    const alike = await nearest(TITLES);
    return {
      by: alike.length === 1 ? "likeness" : "near",
      ids: alike.length > 0 ? alike : await nearest(NAMES),
    };
  }

  async function sources(ids: readonly string[]): Promise<(SourceInfo | undefined)[]> {
    const found = await byIds<{ value: string }>("info", ids);
    return ids.map((id) => {
      const info = found.get(id)?.value;
      return info === undefined ? undefined : (JSON.parse(info) as SourceInfo);
    });
  }

  return {
    sources,
    async recordCounts(ids) {
      const found = await byIds<{ value: number }>("cited", ids);
      return ids.map((id) => found.get(id)?.value ?? 0);
    },
    async find(query) {
      const { words, from = 1, most = MOST_GIVEN } = query;
      if (words !== undefined) {
        const { by, ids } = await resolve(words, query);
        const hits = await sources(ids.slice(from - 1, from - 1 + most));
        return { by, hits: hits.filter((info) => info !== undefined), total: ids.length };
      }
      const { condition, values } = conditionsFor(query);
      const [[counted], hits] = await Promise.all([
        rows<{ count: number }>(
          `select count(*)::integer as count from refdesk_shelf_sources s where ${condition}`,
          ...values,
        ),
        rows<{ info: string }>(
          `select s.info from refdesk_shelf_sources s where ${condition} order by s.position offset ${from - 1} limit ${most}`,
          ...values,
        ),
      ]);
      return {
        by: "list",
        hits: hits.map(({ info }) => JSON.parse(info) as SourceInfo),
        total: counted!.count,
      };
    },
  };
}

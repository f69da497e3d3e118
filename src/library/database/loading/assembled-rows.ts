/** Makes of parts the rows that follow from several records, in the database. */
import { RECORD_KINDS } from "../../../shelf/kinds.ts";
import { OPEN } from "../versions.ts";
import { LOAD_TABLES, TALLIED } from "./load-tables.ts";

/** How a column stands in the JSON of a row; texts as they are by default. */
type Form = "text" | "number" | "list";

/** The columns of a row in the order in which it is made elsewhere, since its mark is a hash of it. */
type Columns = Readonly<Record<string, Form>>;

/** Returns what makes the mark of a row, as `markOf` does. */
function markOf(columns: Columns): string {
  const members = Object.entries(columns).map(([name, form]) => {
    const value =
      form === "number"
        ? `${name}::text`
        : `coalesce(${form === "list" ? "array_to_json" : "to_json"}(${name})::text, 'null')`;
    return `'"${name}":' || ${value}`;
  });
  return `md5('{' || ${members.join(" || ',' || ")} || '}')::uuid`;
}

/** Returns the reference to the record at a place. */
const REF = `(array[${RECORD_KINDS.map((kind) => `'${kind}'`).join()}])[split_part(place, '/', 1)::integer + 1]
  || '/' || substr(place, strpos(place, '/') + 1, length(place) - strpos(place, '/') - length('.json'))`;

const { spoken, reported } = TALLIED;

/** The tally of each record that others refer to. */
const TALLIES = `select shelf, place, total, quotes, reports,
    '{"quotes":' || quotes || ',"reports":' || reports || ',"counts":{' || counts || '},"total":' || total || '}' as tally
  from (select shelf, place,
      ${RECORD_KINDS.map((_, kind) => `coalesce(sum(count) filter (where what = ${kind}), 0)`).join(" + ")} as total,
      coalesce(sum(count) filter (where what = ${spoken}), 0) as quotes,
      coalesce(sum(count) filter (where what = ${reported}), 0) as reports,
      concat_ws(',', ${RECORD_KINDS.map(
        (name, kind) => `'"${name}":' || sum(count) filter (where what = ${kind})`,
      ).join(", ")}) as counts
    from ${LOAD_TABLES.tallies.name} group by shelf, place) as counted`;

const UNTALLIED = JSON.stringify({ quotes: 0, reports: 0, counts: {}, total: 0 });

const sums = (table: string, key: string, ...counts: readonly string[]): string =>
  `select shelf, ${key}, ${counts.map((count) => `sum(${count}) as ${count}`).join(", ")} from ${table} group by shelf, ${key}`;

/** The rows of each table that are put together: its columns, and where they are from. */
const assembled = (
  targetOf: (table: string) => string,
): readonly (readonly [table: string, columns: Columns, rows: string])[] => [
  [
    "refdesk_shelf_records",
    {
      ...{ place: "text", kind: "number", body: "text", tally: "text" },
      ...{ weight: "number", quotes: "number", reports: "number" },
      ...{ changed: "text", firsts: "list", lasts: "list", roles: "text" },
    },
    `select r.*, coalesce(t.tally, '${UNTALLIED}') as tally, coalesce(t.total, 0) as weight,
       coalesce(t.quotes, 0) as quotes, coalesce(t.reports, 0) as reports
     from ${LOAD_TABLES.records.name} r left join (${TALLIES}) t on t.shelf = r.shelf and t.place = r.place`,
  ],
  [
    "refdesk_shelf_links",
    { target: "text", place: "text" },
    `select distinct shelf, target, place from ${LOAD_TABLES.appearances.name}`,
  ],
  [
    "refdesk_shelf_terms",
    { term: "text", held: "number", entitled: "number" },
    sums(LOAD_TABLES.terms.name, "term", "held", "entitled"),
  ],
  [
    "refdesk_shelf_words",
    { word: "text", term: "text", held: "number" },
    `select shelf, word, min(term) as term, sum(held) as held from ${LOAD_TABLES.words.name} group by shelf, word`,
  ],
  [
    "refdesk_shelf_han_names",
    { name: "text", held: "number" },
    sums(LOAD_TABLES.hanNames.name, "name", "held"),
  ],
  ["refdesk_shelf_dates", { date: "text", held: "number" }, sums(LOAD_TABLES.dates.name, "date", "held")],
  [
    "refdesk_shelf_passages",
    { source: "text", begins: "number", ends: "number", evidence: "text", records: "text" },
    `select shelf, source, begins, ends, (array_agg(evidence order by place))[1] as evidence,
       '["' || string_agg(${REF}, '","' order by place) || '"]' as records
     from ${LOAD_TABLES.passages.name} group by shelf, source, begins, ends`,
  ],
  [
    "refdesk_shelf_sources",
    {
      ...{ source: "text", position: "number", info: "text", visibility: "text" },
      ...{ makers: "list", typed: "list", cited: "number", passages: "number" },
    },
    `select s.*, coalesce(c.cited, 0) as cited, coalesce(p.passages, 0) as passages from ${LOAD_TABLES.sources.name} s
     left join (${sums(LOAD_TABLES.cited.name, "source", "cited")}) c on c.shelf = s.shelf and c.source = s.source
     left join (select shelf, source, count(*) as passages from ${targetOf("refdesk_shelf_passages")} group by shelf, source) p
       on p.shelf = s.shelf and p.source = s.source`,
  ],
];

/** Returns the statements that make rows of a version of the parts. @param targetOf returns the table that takes those of another */
export function assembledRows(version: number, targetOf: (table: string) => string): string[] {
  const made = assembled(targetOf).map(([table, columns, rows]) => {
    const names = Object.keys(columns).join(", ");
    return `insert into ${targetOf(table)} (shelf, since, until, mark, ${names})
      select shelf, ${version}, ${OPEN}, ${markOf(columns)}, ${names} from (${rows}) as made`;
  });
  const evidence = LOAD_TABLES.evidence.columns.join(", ");
  return [
    ...made,
    `insert into ${targetOf("refdesk_shelf_evidence")} (shelf, since, until, ${evidence})
     select distinct on (shelf, source, key) shelf, ${version}, ${OPEN}, ${evidence} from ${LOAD_TABLES.evidence.name}`,
  ];
}

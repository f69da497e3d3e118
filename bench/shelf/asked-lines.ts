/** Asks every command in every way in which a shelf may be large: alone, by its examples, about what most refer to. */
import { commands } from "../../commands/index.ts";
import type { Library } from "../../src/library/library.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";

/** Every command alone, and every example of every command. */
export const EXAMPLES: readonly string[] = commands.flatMap(({ name, examples }) => [
  `/${name}`,
  ...examples,
]);

/** What no shelf has, asked of every command that looks names up. */
export const MISSES: readonly string[] = commands
  .filter(({ name }) => !["help", "bibliography"].includes(name))
  .map(({ name }) => `/${name} Nobody Knows Her, Zorblax and the Quuxians`);

const SUBJECTS: readonly RecordKind[] = ["people", "organizations", "events", "terms"];

/** Returns lines about what most records of a shelf refer to, with sentences that its sources have. */
export async function linesAbout(library: Library): Promise<string[]> {
  const found = await Promise.all(
    SUBJECTS.map((kind) => library.find({ kinds: [kind], order: "references", most: 2 })),
  );
  const known = found.flatMap(({ hits }) => hits);
  const [source] = (await library.findSources({ most: 1 })).hits;
  const facts = (await library.find({ kinds: ["facts"], most: 3 })).hits;
  return [
    ...known.flatMap(({ label }) => commands.map(({ name }) => `/${name} ${label}`)),
    ...(source ? [`/source ${source.id}`, `/cite ${source.id}`] : []),
    `/compare ${known.map(({ id }) => id).join(" ")}`,
    "/pledge everyone’s total",
    ...facts.flatMap((fact) => (fact.kind === "facts" ? [`/check ${fact.passages[0]!.exact}`] : [])),
  ];
}

/** The rows of the reliability table, in order; each is loaded when it is tried. */
import type { Row } from "./row.ts";

export const ROWS = {
  forged: async () => (await import("./forged.ts")).forged,
  bodies: async () => (await import("./bodies.ts")).bodies,
  cuts: async () => (await import("./cuts.ts")).cuts,
  refusals: async () => (await import("./refusals.ts")).refusals,
  ends: async () => (await import("./ends.ts")).ends,
  database: async () => (await import("./database.ts")).database,
  restarted: async () => (await import("./restarted.ts")).restarted,
  killed: async () => (await import("./killed.ts")).killed,
  published: async () => (await import("./published.ts")).published,
  starts: async () => (await import("./starts.ts")).starts,
  mutants: async () => (await import("./mutants.ts")).mutants,
  hostile: async () => (await import("./hostile.ts")).hostile,
  load: async () => (await import("./load.ts")).load,
} as const satisfies Readonly<Record<string, () => Promise<Row>>>;

export type RowName = keyof typeof ROWS;

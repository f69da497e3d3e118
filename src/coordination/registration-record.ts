/** Lets one process at a time register what a desk can be asked, and none put an older list over a newer. */
import type { Database } from "../database/connection.ts";
import type { CommandList, RegisterInTurn } from "../platforms/discord/rest.ts";

/** How long a registration by the same program is taken for the platform's, in milliseconds: others start at that time. */
const FRESH_MS = 60_000;

/** Compares versions such as `1.10.0` and `1.9.2-rc.1`, by their numbers; what stands behind a hyphen comes before. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => {
    const [numbers = "", ...early] = version.split("-");
    return { parts: numbers.split(".").map(Number), isEarly: early.length > 0 };
  });
  for (const [index, part] of left!.parts.entries()) {
    const difference = part - (right!.parts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(right!.isEarly) - Number(left!.isEarly);
}

/** Creates what registers under a lock in the database, which notes what was registered. */
export const registrationRecord =
  ({ transaction }: Database, version: string): RegisterInTurn =>
  (application: string, { hash }: CommandList, register) =>
    transaction(async ({ rows }) => {
      await rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
        `refdesk registration ${application}`,
      ]);
      const [last] = await rows<{ version: string; hash: string; fresh: boolean }>(
        `select version, hash, at > clock_timestamp() - $2 * interval '1 millisecond' as fresh
         from refdesk_registrations where application = $1`,
        [application, FRESH_MS],
      );
      if (last && compareVersions(last.version, version) > 0) return { newer: last.version };
      if (last?.fresh && last.version === version && last.hash === hash) return { newer: undefined };
      await register();
      await rows(
        `insert into refdesk_registrations (application, version, hash, at)
         values ($1, $2, $3, clock_timestamp())
         on conflict (application) do update
           set version = excluded.version, hash = excluded.hash, at = excluded.at`,
        [application, version, hash],
      );
      return { newer: undefined };
    });

/** Opens the citation log in the project's database. */
import type { StoreLocation } from "../config/store-location.ts";
import type { CitationStore } from "./citation-log.ts";
import { openDialect } from "./dialect.ts";
import { createSqlStore } from "./sql-store.ts";

/**
 * Opens the citation log at a location and creates its table if needed.
 * @throws when the database cannot be reached or written to
 */
export const openCitationLog = async (place: StoreLocation, now?: () => Date): Promise<CitationStore> =>
  createSqlStore(await openDialect(place), now);

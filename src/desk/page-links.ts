/** Builds the paths and anchors of the web pages, relative to their public URL. */
import type { TextSpan } from "../shelf/evidence.ts";
import type { RecordRef } from "../shelf/kinds.ts";

/** Returns the anchor of a passage on its source's page. */
export const passageAnchor = ({ start, end }: TextSpan): string => `p${start}-${end}`;

/** Returns where the passage of an anchor begins; 0 for any other anchor. */
export const anchorStart = (anchor: string): number => Number(/^p(\d+)-/.exec(anchor)?.[1] ?? 0);

/** Returns the path of a record's page, with a leading slash. */
export const recordPath = (ref: RecordRef): string => `/records/${ref}`;
/** Returns the path of a source's page, with a leading slash. */
export const sourcePath = (id: string): string => `/sources/${id}`;
/** Returns the path of a source's page with the anchor of a passage. */
export const passagePath = (source: string, place: TextSpan): string =>
  `${sourcePath(source)}#${passageAnchor(place)}`;

/** Returns the path to link a record to: the profile of a person or an organization, else the record's page. */
export const recordPagePath = (ref: RecordRef): string =>
  /^(?:people|organizations)\//.test(ref) ? `/${ref}` : recordPath(ref);

/** The path of the page of what waits for a review. */
export const STATUS_PATH = "/status";

/** Returns the path of the page that answers a typed line. */
export const askPath = (line: string): string => `/ask?q=${encodeURIComponent(line)}`;

/** The paths and anchors of pages, wherever the pages are served. */
import type { TextSpan } from "../shelf/evidence.ts";
import type { RecordRef } from "../shelf/kinds.ts";

/** The name by which a passage is found on its source's page. */
export const passageAnchor = ({ start, end }: TextSpan): string => `p${start}-${end}`;

/** The paths of what has a page of its own; each begins with a slash. */
export const recordPath = (ref: RecordRef): string => `/records/${ref}`;
export const sourcePath = (id: string): string => `/sources/${id}`;
export const passagePath = (source: string, place: TextSpan): string =>
  `${sourcePath(source)}#${passageAnchor(place)}`;

/** Where people go for a record: who somebody is, for those who have a page of that; else where it stands. */
export const recordPagePath = (ref: RecordRef): string =>
  /^(?:people|organizations)\//.test(ref) ? `/${ref}` : recordPath(ref);

/** The page of a question as people type it. */
export const askPath = (line: string): string => `/ask?q=${encodeURIComponent(line)}`;

/** Writes and reads the addresses of resources. */
import { RECORD_KINDS, type RecordKind } from "../../shelf/kinds.ts";
import { IdSchema } from "../../shelf/schema-parts.ts";

/** The addresses of all sources, and of all records, as RFC 6570 templates. */
export const SOURCE_TEMPLATE = "refdesk://sources/{id}";
export const RECORD_TEMPLATE = "refdesk://records/{kind}/{id}";

/** What a resource is about. */
export type ResourceSubject =
  | { readonly source: string }
  | { readonly kind: RecordKind; readonly id: string };

/** The longest address that is read. */
const MAX_LENGTH = 300;

/** Returns the resource that has what the page at a path has. */
export const resourceAddress = (path: string): string => `refdesk:/${path}`;

/** Returns what an address is about; undefined for one that no resource has. */
export function parseResourceAddress(address: string): ResourceSubject | undefined {
  if (address.length > MAX_LENGTH) return undefined;
  const [, source, kindName, id] =
    /^refdesk:\/\/(?:sources\/([^/]+)|records\/([^/]+)\/([^/]+))$/.exec(address) ?? [];
  if (source !== undefined) return IdSchema.safeParse(source).success ? { source } : undefined;
  const kind = RECORD_KINDS.find((name) => name === kindName);
  return kind && IdSchema.safeParse(id).success ? { kind, id: id! } : undefined;
}

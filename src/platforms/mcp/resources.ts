/** Lists, reads and completes resources: every source and every record, as the documents that the API gives. */
import {
  type CompleteRequest,
  type CompleteResult,
  type ListResourcesResult,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  type Resource,
  ResourceNotFoundError,
  type ResourceTemplateType,
} from "@modelcontextprotocol/server";
import { recordPath, sourcePath } from "../../desk/page-links.ts";
import { wholeRecord, wholeSource } from "../../desk/shelf-documents.ts";
import type { Messages } from "../../language/messages.ts";
import { toolMessages } from "../../language/tools.ts";
import type { SourceInfo } from "../../library/library.ts";
import { RECORD_KINDS, recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { cutText } from "../../support/cut-text.ts";
import {
  parseResourceAddress,
  RECORD_TEMPLATE,
  resourceAddress,
  SOURCE_TEMPLATE,
} from "./resource-addresses.ts";
import type { ToolDesk } from "./tool-desk.ts";

/** How many resources a page of the list has at most. */
const PAGE = 100;

/** How many values a completion has at most, which is the protocol's limit. */
const MOST_COMPLETED = 100;

/** How much of what was typed is completed, in UTF-16 units. */
const MAX_TYPED = 100;

const MIME_TYPE = "application/json";

/** Returns the address templates of the resources. */
export function resourceTemplates({ locale }: Messages): ResourceTemplateType[] {
  const { resources } = toolMessages(locale);
  return [
    { uriTemplate: SOURCE_TEMPLATE, name: "source", description: resources.source, mimeType: MIME_TYPE },
    { uriTemplate: RECORD_TEMPLATE, name: "record", description: resources.record, mimeType: MIME_TYPE },
  ];
}

const sourceResource = ({ id, title, publisher }: SourceInfo): Resource => ({
  uri: resourceAddress(sourcePath(id)),
  name: id,
  title: title.text,
  ...(publisher === null ? {} : { description: publisher }),
  mimeType: MIME_TYPE,
});

const recordResource = (record: AnyRecord): Resource => ({
  uri: resourceAddress(recordPath(recordRef(record))),
  name: recordRef(record),
  title: record.label,
  mimeType: MIME_TYPE,
});

/** Returns the number of the first resource of a page, from 1. @throws {ProtocolError} for a cursor that no page gave */
function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 1;
  if (!/^[1-9]\d{0,8}$/.test(cursor))
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, "No such cursor");
  return Number(cursor);
}

/** Lists one page of the resources: the sources, then the records. */
export async function listResources(
  cursor: string | undefined,
  { library }: ToolDesk,
): Promise<ListResourcesResult> {
  const from = readCursor(cursor);
  const sources = await library.findSources({ from, most: PAGE });
  // Past the last source, the count goes on with the first record.
  const left = PAGE - sources.hits.length;
  const records = await library.find({ from: Math.max(1, from - sources.total), most: left });
  const next = from + PAGE;
  return {
    resources: [...sources.hits.map(sourceResource), ...records.hits.map(recordResource)],
    ...(next <= sources.total + records.total ? { nextCursor: String(next) } : {}),
  };
}

/** Reads a resource. @throws {ResourceNotFoundError} for what is not there, or not for this client */
export async function readResource(uri: string, desk: ToolDesk): Promise<ReadResourceResult> {
  const subject = parseResourceAddress(uri);
  const document =
    subject &&
    ("source" in subject
      ? await wholeSource(subject.source, desk)
      : await wholeRecord(subject.kind, subject.id, desk));
  if (document === undefined) throw new ResourceNotFoundError(cutText(uri, MAX_TYPED), "No such resource");
  return { contents: [{ uri, mimeType: MIME_TYPE, text: JSON.stringify(document) }] };
}

/** Completes a part of a resource's address. */
export async function completeResource(
  { ref, argument, context }: CompleteRequest["params"],
  { library }: ToolDesk,
): Promise<CompleteResult> {
  const address = "uri" in ref ? ref.uri : "";
  const typed = cutText(argument.value, MAX_TYPED);
  const completion = (values: readonly string[], total = values.length): CompleteResult => ({
    completion: {
      values: values.slice(0, MOST_COMPLETED),
      total,
      hasMore: total > Math.min(values.length, MOST_COMPLETED),
    },
  });
  if (address === SOURCE_TEMPLATE && argument.name === "id") {
    const { hits, total } = await library.findSources({ typed, most: MOST_COMPLETED });
    return completion(
      hits.map(({ id }) => id),
      total,
    );
  }
  if (address === RECORD_TEMPLATE && argument.name === "kind")
    return completion(RECORD_KINDS.filter((kind) => kind.startsWith(typed)));
  if (address === RECORD_TEMPLATE && argument.name === "id") {
    const named = RECORD_KINDS.filter((kind) => kind === context?.arguments?.kind);
    const found = await library.suggest(typed, named.length > 0 ? named : RECORD_KINDS, MOST_COMPLETED);
    return completion([...new Set(found.map(({ value }) => value))]);
  }
  return completion([]);
}

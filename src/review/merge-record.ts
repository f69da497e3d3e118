/** Builds a record that gets a further account, definition or copy from a proposal. */
import type { RecordRef } from "../shelf/kinds.ts";
import { accountOf, type BuildContext, type Built } from "./build-record.ts";
import { evidenceAt } from "./passages.ts";
import { fieldValue } from "./proposal-fields.ts";
import type { Proposal } from "./review-desk.ts";

type Content = Readonly<Record<string, unknown>>;

/** Returns the content with one more element in a list of it. */
const withMore = (content: Content, list: string, ...more: readonly unknown[]): Content => ({
  ...content,
  [list]: [...((content[list] as readonly unknown[] | undefined) ?? []), ...more],
});

/** Builds the record that a proposal is merged with. Who reviewed it before has reviewed what was there. */
export function buildMerge(
  { passages, fields }: Proposal,
  ref: RecordRef,
  content: Content,
  context: Pick<BuildContext, "drafted" | "say">,
): Built {
  const faults: string[] = [];
  const evidence = passages.map((span) => evidenceAt(context.drafted.source, span));
  const of = (name: Parameters<typeof fieldValue>[1]) => fieldValue(fields, name).trim();
  const [kind] = ref.split("/");
  const merged =
    kind === "pledges"
      ? withMore(content, "accounts", { passages: evidence, ...accountOf({ of, passages, faults, context }) })
      : kind === "terms"
        ? withMore(content, "definitions", { passages: evidence })
        : withMore(content, "passages", ...evidence);
  return faults.length > 0 ? { faults } : { records: [{ ref, content: merged }] };
}

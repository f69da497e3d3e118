/** Adds a source by its address, where a deployment lets its reviewers do so in chat. */
import { createAsk } from "../ask/ask.ts";
import type { Locale, Messages } from "../language/messages.ts";
import { cutText } from "../support/cut-text.ts";
import type { CurationContext } from "./curation.ts";
import type { CurationReply, Form, FormValues } from "./form.ts";
import { deskLine } from "./lines.ts";
import { notice } from "./notice.ts";

/** What became of an address: the source that was taken or is there already, or why none was taken. */
export type AddedSource =
  | { readonly type: "added" | "known"; readonly source: string }
  | { readonly type: "refused"; readonly why: string };

/** Adds the source at an https address. @param locale the language in which it says why it adds none */
export type AddSource = (address: string, locale: Locale) => Promise<AddedSource>;

const ADDRESS = "address";
/** The longest address, in UTF-16 units. */
const MOST = 2_000;

/** Returns the form that asks for an address. */
export const addForm = ({ curation }: Messages): Form => ({
  id: deskLine(createAsk("add")),
  title: curation.addSource,
  submit: curation.add,
  fields: [{ name: ADDRESS, label: curation.address, hint: curation.addressHint, isRequired: true }],
});

/** Whether a text is an address that may be fetched. */
function isAddress(text: string): boolean {
  return text.length <= MOST && URL.canParse(text) && new URL(text).protocol === "https:";
}

/** Adds the source of a form, and offers to review what was drafted from it. */
export async function addedReply(values: FormValues, context: CurationContext): Promise<CurationReply> {
  const { bot, addSource, refresh, desk } = context;
  const { curation } = bot.messages;
  const ask = createAsk("add");
  const address = (values[ADDRESS] ?? "").trim();
  const refused = (text: string): CurationReply => {
    const again = { type: "ask" as const, label: curation.tryAgain, ask };
    const { answer } = notice(ask, text, bot, [again]);
    return { type: "faults", faults: { [ADDRESS]: text }, answer };
  };
  if (!addSource || !isAddress(address)) return refused(curation.noAddress(cutText(address, MOST)));
  const added = await addSource(address, bot.messages.locale);
  if (added.type === "refused") return refused(curation.notAdded(cutText(added.why, MOST)));
  const { source, type } = added;
  await refresh();
  const drafts = await desk.waiting({ source, origins: ["draft"] });
  const review = createAsk("review", "", { source });
  const buttons =
    drafts.length === 0 ? [] : [{ type: "ask" as const, label: curation.reviewDrafts, ask: review }];
  return notice(
    ask,
    curation[type === "known" ? "knownSource" : "added"](source, drafts.length),
    bot,
    buttons,
  );
}

/** Renders the pages that say why there is no other, each with the box in which something else is asked. */
import { MAX_VALUE_LENGTH } from "../../ask/ask.ts";
import type { Messages } from "../../language/messages.ts";
import { askForm } from "./ask-form.ts";
import { html } from "./html.ts";
import type { PageContent, RequestContext } from "./request-context.ts";

/** An invalid query parameter. */
export interface Fault {
  readonly name: string;
  readonly tooLong?: true;
}

/** Says what is wrong with a query parameter. */
export const faultText = ({ name, tooLong }: Fault, { pages }: Messages): string =>
  tooLong ? pages.unreadable.long(MAX_VALUE_LENGTH) : pages.unreadable.value(name);

const refusal = async (
  status: 400 | 404,
  title: string,
  text: string,
  context: RequestContext,
): Promise<PageContent> => ({
  title,
  status,
  main: html`<h1>${title}</h1><p>${text}</p>${await askForm("", undefined, context)}`,
});

/** Renders the page for a query that cannot be read. */
export const unreadable = (fault: Fault, context: RequestContext): Promise<PageContent> =>
  refusal(400, context.messages.pages.unreadable.title, faultText(fault, context.messages), context);

/** Renders the page for an address that nothing has. */
export const missing = (context: RequestContext): Promise<PageContent> => {
  const { title, text } = context.messages.pages.missing;
  return refusal(404, title, text, context);
};

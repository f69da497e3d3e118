/** Draws the forms of the desk's own as Slack's views, and reads them. */
import type { InputBlock, ModalView } from "@slack/types";
import { z } from "zod";
import type { Form, FormField, FormValues } from "../../curation/form.ts";
import { MOST_TEXT } from "../../curation/form.ts";
import type { Bot } from "../../desk/bot.ts";
import { LOCALES, type Locale } from "../../language/messages.ts";
import { defined } from "../../support/defined.ts";
import { plainTextObject } from "./controls.ts";
import { modalView, TEXT_FIELD } from "./form.ts";
import { SLACK_MESSAGE_LIMITS, SLACK_MODAL_LIMITS } from "./limits.ts";
import type { ViewState } from "./payloads.ts";

/** The callback id of the desk's own forms. */
export const DESK_FORM = "desk";

/** What a view keeps of its form: its id, where its reply goes, and in which language. */
const ViewNote = z.object({
  form: z.string().max(2_500),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  replaces: z.boolean(),
  locale: z.enum(LOCALES),
});
export type ViewNote = z.infer<typeof ViewNote>;

/** The most characters of a view's private metadata: https://docs.slack.dev/reference/views/modal-views */
const METADATA = 3_000;

const option = ({ label, value }: { readonly label: string; readonly value: string }) => ({
  text: plainTextObject(label, SLACK_MESSAGE_LIMITS.choiceText),
  value,
});

function drawElement(field: FormField): InputBlock["element"] {
  const { name, value, isLong, options, completedBy } = field;
  if (field.hasPeople) {
    const chosen = value ? value.split(",") : [];
    return {
      type: "multi_users_select",
      action_id: name,
      ...(chosen.length > 0 ? { initial_users: chosen } : {}),
    };
  }
  if (options) {
    const chosen = options.find((one) => one.value === value);
    return {
      type: "static_select",
      action_id: name,
      options: options.map(option),
      ...(chosen ? { initial_option: option(chosen) } : {}),
    };
  }
  if (completedBy !== undefined)
    return {
      type: "external_select",
      action_id: TEXT_FIELD + completedBy,
      min_query_length: 0,
      ...(value ? { initial_option: option({ label: value, value }) } : {}),
    };
  return {
    type: "plain_text_input",
    action_id: name,
    multiline: isLong === true,
    max_length: MOST_TEXT,
    ...(value ? { initial_value: value } : {}),
  };
}

const drawField = (field: FormField): InputBlock => ({
  type: "input",
  block_id: field.name,
  label: plainTextObject(field.label, SLACK_MODAL_LIMITS.label),
  ...defined({ hint: field.hint ? plainTextObject(field.hint, SLACK_MODAL_LIMITS.label) : undefined }),
  optional: !field.isRequired,
  element: drawElement(field),
});

/** Draws a form. @param replaces whether its reply stands in place of the message that opened it */
export function deskView(
  bot: Bot,
  form: Form,
  { url, replaces, locale }: { readonly url?: string; readonly replaces: boolean; readonly locale: Locale },
): ModalView {
  const note: ViewNote = { form: form.id, replaces, locale };
  const whole = JSON.stringify({ ...note, url });
  return modalView(bot, {
    callback_id: DESK_FORM,
    private_metadata: whole.length <= METADATA ? whole : JSON.stringify(note).slice(0, METADATA),
    title: plainTextObject(form.title, SLACK_MODAL_LIMITS.title),
    submit: plainTextObject(form.submit, SLACK_MODAL_LIMITS.button),
    blocks: form.fields.map(drawField),
  });
}

/** Reads what a view keeps; undefined where it is none of the desk's own. */
export function readNote(metadata: string): ViewNote | undefined {
  try {
    return ViewNote.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

/** Returns the values of a view's fields by name. */
export const readValues = (values: ViewState["values"]): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, elements]) => {
      const [state] = Object.values(elements);
      const people = state?.selected_users?.join(",");
      return [name, people ?? state?.selected_option?.value ?? state?.value ?? ""];
    }),
  );

/** Draws the forms of the desk's own as Discord's modals, and reads them. */
import {
  type APIModalInteractionResponse,
  ComponentType,
  InteractionResponseType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from "discord.js";
import type { Form, FormField, FormValues } from "../../curation/form.ts";
import { MOST_TEXT } from "../../curation/form.ts";
import { reportLine } from "../../curation/lines.ts";
import { clipLabel } from "../../delivery/fit.ts";
import { defined } from "../../support/defined.ts";
import { printableText } from "../../support/printable.ts";
import type { Interaction } from "./interaction.ts";
import { DISCORD_FORM_LIMITS, DISCORD_MESSAGE_LIMITS } from "./limits.ts";
import { askInMessage } from "./message-ask.ts";

/** What the id of a modal of the desk's own begins with; the form's id follows. */
const MODAL_ID = "desk:";

/** Returns the id of a form's modal. A report that is too long for it is of the message's own ask. */
function modalId({ id }: Form): string {
  const own = MODAL_ID + id;
  return own.length <= DISCORD_FORM_LIMITS.customId ? own : MODAL_ID + reportLine();
}

/** What a role's id begins with in the value of a field of people. */
const ROLE = "role:";

/** Draws a choice of people and roles, with those that are chosen; undefined where these are more than it holds. */
function drawPeople({ name, value = "", isRequired }: FormField) {
  const chosen = value.split(",").filter((one) => one !== "");
  if (chosen.length > DISCORD_MESSAGE_LIMITS.choices) return undefined;
  return {
    type: ComponentType.MentionableSelect as const,
    custom_id: name,
    required: isRequired,
    min_values: 0,
    max_values: DISCORD_MESSAGE_LIMITS.choices,
    default_values: chosen.map((one) =>
      one.startsWith(ROLE)
        ? { type: SelectMenuDefaultValueType.Role as const, id: one.slice(ROLE.length) }
        : { type: SelectMenuDefaultValueType.User as const, id: one },
    ),
  };
}

function drawControl(field: FormField) {
  const { name, value, isRequired, isLong, options } = field;
  const people = field.hasPeople && drawPeople(field);
  if (people) return people;
  if (options)
    return {
      type: ComponentType.StringSelect as const,
      custom_id: name,
      required: isRequired,
      options: options.map((option) => ({
        label: clipLabel(printableText(option.label), DISCORD_MESSAGE_LIMITS.choiceLabel) || "?",
        value: option.value,
        ...(option.value === value ? { default: true } : {}),
      })),
    };
  return {
    type: ComponentType.TextInput as const,
    custom_id: name,
    required: isRequired,
    max_length: MOST_TEXT,
    style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    ...(value ? { value } : {}),
  };
}

/** Draws a form as the response that opens it. */
export const drawModal = (form: Form): APIModalInteractionResponse => ({
  type: InteractionResponseType.Modal,
  data: {
    custom_id: modalId(form),
    title: clipLabel(form.title, DISCORD_FORM_LIMITS.title),
    components: form.fields.map((field) => ({
      type: ComponentType.Label,
      label: clipLabel(printableText(field.label), DISCORD_FORM_LIMITS.label),
      ...defined({
        description: field.hint && clipLabel(printableText(field.hint), DISCORD_FORM_LIMITS.description),
      }),
      component: drawControl(field),
    })),
  },
});

/** Reads a modal that was sent; undefined for one that is not of the desk's own. */
export function readModal({
  data,
  message,
}: Extract<Interaction, { type: 5 }>): { readonly form: string; readonly values: FormValues } | undefined {
  if (!data.custom_id.startsWith(MODAL_ID)) return undefined;
  const id = data.custom_id.slice(MODAL_ID.length);
  const roles = data.resolved?.roles ?? {};
  const chosen = (id: string): string => (Object.hasOwn(roles, id) ? ROLE + id : id);
  const fields = data.components.map(
    ({ component: { custom_id, value, values } }) =>
      [custom_id, values?.map(chosen).join(",") ?? value ?? ""] as const,
  );
  return {
    form: id === reportLine() ? reportLine(askInMessage(message?.components)) : id,
    values: Object.fromEntries(fields),
  };
}

/** Asks in a form of one long field for the text of a command that was sent without it, and reads the form. */
import {
  type APIModalInteractionResponse,
  ComponentType,
  InteractionResponseType,
  TextInputStyle,
} from "discord.js";
import { MAX_VALUE_LENGTH, PRIVATE_OPTION, quoteMessage } from "../../ask/ask.ts";
import { clipLabel } from "../../delivery/fit.ts";
import type { Bot, ReadInput } from "../../desk/bot.ts";
import { DISCORD_FORM_LIMITS } from "./limits.ts";

/** The command that takes a question in words, as a mention does, and its option. Its answers are other commands'. */
export const ASK_COMMAND = "ask";
export const QUESTION_OPTION = "question";

/** What a form's id begins with; the command follows, and the options that were given. */
const FORM_ID = "form:";

/** Values of options by name. */
export type OptionValues = Readonly<Record<string, string>>;

/** What a form asks for. */
interface FormField {
  /** The option that it fills. */
  readonly option: string;
  readonly label: string;
  readonly description: string;
  /** How much of it is read, in UTF-16 units. */
  readonly longest: number;
}

/** Returns the field of a command's form; undefined for a command without a form. */
function formField({ commands, messages }: Bot, name: string): FormField | undefined {
  const { question: label, inWords: description } = messages.form;
  if (name === ASK_COMMAND)
    return { option: QUESTION_OPTION, label, description, longest: DISCORD_FORM_LIMITS.text };
  const command = commands.find((known) => known.name === name);
  const first = command?.options[0];
  if (command === undefined || first?.hasForm === undefined) return undefined;
  return {
    option: first.name,
    label: messages.title(command.localizedName(messages), first.hint(messages)),
    description: command.summary(messages),
    longest: first.sentence ? DISCORD_FORM_LIMITS.text : MAX_VALUE_LENGTH,
  };
}

/** Returns the form for a command that was sent without its text; undefined where nothing is missing, or has no form. */
export function formFor(
  bot: Bot,
  name: string,
  values: OptionValues,
): APIModalInteractionResponse | undefined {
  const field = formField(bot, name);
  if (field === undefined) return undefined;
  const { option, label, description, longest } = field;
  const { [option]: text = "", ...others } = values;
  const custom_id = `${FORM_ID}${name}?${new URLSearchParams(others)}`;
  if (text.trim() !== "" || custom_id.length > DISCORD_FORM_LIMITS.customId) return undefined;
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id,
      title: clipLabel(bot.messages.form.title, DISCORD_FORM_LIMITS.title),
      components: [
        {
          type: ComponentType.Label,
          label: clipLabel(label, DISCORD_FORM_LIMITS.label),
          description: clipLabel(description, DISCORD_FORM_LIMITS.description),
          component: {
            type: ComponentType.TextInput,
            custom_id: option,
            style: TextInputStyle.Paragraph,
            max_length: longest,
            required: true,
          },
        },
      ],
    },
  };
}

/** Reads a question in words, and whether only the asker is to see its answer. */
export function readQuestion(bot: Bot, values: OptionValues): ReadInput {
  const read = bot.readMessage(values[QUESTION_OPTION] ?? "");
  const isPrivate = values[PRIVATE_OPTION];
  return isPrivate === undefined ? read : { ...read, private: isPrivate === "true" };
}

/** Reads a submitted form; undefined when it is none of the bot's. */
export function readModalForm(bot: Bot, formId: string, text: string): ReadInput | undefined {
  const [, name = "", query] = new RegExp(`^${FORM_ID}([^?]*)\\?(.*)$`, "s").exec(formId) ?? [];
  const field = formField(bot, name);
  if (field === undefined) return undefined;
  const others = Object.fromEntries(new URLSearchParams(query));
  if (name === ASK_COMMAND) return readQuestion(bot, { ...others, [field.option]: text });
  const isSentence = bot.commands.some((command) => command.name === name && command.options[0]?.sentence);
  return bot.parseFields(name, { ...others, [field.option]: isSentence ? quoteMessage(text) : text });
}

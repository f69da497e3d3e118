/** Builds the form in which everything is asked: one choice of a command, and one field that follows it. */
import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Bot } from "../../desk/bot.ts";
import { type Command, type CommandOption, commandExamples } from "../../desk/command.ts";
import { plainTextObject } from "./controls.ts";
import { SLACK_MESSAGE_LIMITS, SLACK_MODAL_LIMITS } from "./limits.ts";
import type { ViewState } from "./payloads.ts";

/** The ids of the choice of a command, and the prefix of the field's, which the command's name follows. */
export const COMMAND_FIELD = "command";
export const TEXT_FIELD = "text:";

/** A command that the form can ask, by the option that its field fills. */
interface FormCommand {
  readonly command: Command;
  readonly option: CommandOption;
}

/**
 * Returns the commands of the form. One whose answer depends on the conversation (`cacheable: false`) is none of them, since
 * a form belongs to no conversation.
 */
export const formCommands = ({ commands }: Bot): FormCommand[] =>
  commands.flatMap((command) => {
    const [option] = command.options;
    return option === undefined || command.cacheable === false ? [] : [{ command, option }];
  });

const nameOf = ({ localizedName, summary }: Command, { messages }: Bot) => ({
  label: localizedName(messages),
  summary: summary(messages),
});

function commandOption(command: Command, bot: Bot): PlainTextOption {
  const { label, summary } = nameOf(command, bot);
  return {
    text: plainTextObject(label, SLACK_MESSAGE_LIMITS.choiceText),
    value: command.name,
    description: plainTextObject(summary, SLACK_MESSAGE_LIMITS.choiceText),
  };
}

function commandField(commands: readonly FormCommand[], chosen: Command, bot: Bot): InputBlock {
  return {
    type: "input",
    block_id: COMMAND_FIELD,
    // The form is shown anew as soon as something is chosen, and not only when it is submitted.
    dispatch_action: true,
    label: plainTextObject(bot.messages.form.command, SLACK_MODAL_LIMITS.label),
    element: {
      type: "static_select",
      action_id: COMMAND_FIELD,
      options: commands
        .slice(0, SLACK_MESSAGE_LIMITS.choices)
        .map(({ command }) => commandOption(command, bot)),
      initial_option: commandOption(chosen, bot),
    },
  };
}

/** Builds the field: names are completed as they are typed, a longer text is written. Another command's field is another. */
function textField({ command, option }: FormCommand, bot: Bot): InputBlock {
  const { messages } = bot;
  const { label, summary } = nameOf(command, bot);
  const [example = ""] = commandExamples(command, messages).map((line) =>
    line.slice(command.name.length + 1).trim(),
  );
  const common = {
    action_id: TEXT_FIELD + command.name,
    ...(example === ""
      ? {}
      : { placeholder: plainTextObject(messages.help.example([example]), SLACK_MESSAGE_LIMITS.placeholder) }),
  };
  return {
    type: "input",
    block_id: TEXT_FIELD + command.name,
    label: plainTextObject(messages.title(label, option.hint(messages)), SLACK_MODAL_LIMITS.label),
    hint: plainTextObject(summary, SLACK_MODAL_LIMITS.label),
    element: option.hasForm
      ? { type: "plain_text_input", multiline: true, max_length: SLACK_MODAL_LIMITS.input, ...common }
      : { type: "external_select", min_query_length: 0, ...common },
  };
}

/** Builds a modal of the bot. */
export const modalView = (
  { messages }: Bot,
  rest: Pick<ModalView, "blocks"> & Partial<ModalView>,
): ModalView => ({
  type: "modal",
  title: plainTextObject(messages.form.title, SLACK_MODAL_LIMITS.title),
  close: plainTextObject(messages.form.close, SLACK_MODAL_LIMITS.button),
  ...rest,
});

/** Builds the form with a command chosen: the one that is named, else the first. */
export function formView(bot: Bot, name?: string): ModalView {
  const commands = formCommands(bot);
  const chosen = commands.find(({ command }) => command.name === name) ?? commands[0];
  return modalView(bot, {
    blocks: chosen ? [commandField(commands, chosen.command, bot), textField(chosen, bot)] : [],
    callback_id: "ask",
    submit: plainTextObject(bot.messages.form.submit, SLACK_MODAL_LIMITS.button),
  });
}

/** What a submitted form holds: an ask, no text in a field, or a command whose field had not been shown yet. */
export type FormContent =
  | { readonly command: string; readonly option: string; readonly text: string }
  | { readonly emptyField: string }
  | { readonly command: string };

/** Reads a submitted form. */
export function readForm(bot: Bot, values: ViewState["values"]): FormContent {
  const name = values[COMMAND_FIELD]?.[COMMAND_FIELD]?.selected_option?.value ?? "";
  const field = TEXT_FIELD + name;
  const state = values[field]?.[field];
  if (!state) return { command: name };
  const text = (state.selected_option?.value ?? state.value ?? "").trim();
  const asked = formCommands(bot).find(({ command }) => command.name === name);
  return text === "" || !asked ? { emptyField: field } : { command: name, option: asked.option.name, text };
}

/** Returns the field's choices: the command's suggestions, and the typed text, which can be asked as it is. */
export async function fieldChoices(bot: Bot, action: string, typed: string): Promise<PlainTextOption[]> {
  const asked = formCommands(bot).find(({ command }) => TEXT_FIELD + command.name === action);
  if (!asked) return [];
  const own = typed.trim();
  const suggested = await bot.suggest(asked.command.name, asked.option.name, own);
  const all = suggested
    .filter(({ value }) => value.length <= SLACK_MESSAGE_LIMITS.choiceValue)
    .slice(0, SLACK_MESSAGE_LIMITS.choices - 1);
  const isThere = all.some(({ label, value }) => [label, value].includes(own));
  const isFree = own !== "" && own.length <= SLACK_MESSAGE_LIMITS.choiceValue && !isThere;
  return [...all, ...(isFree ? [{ label: own, value: own }] : [])].map(({ label, value }) => ({
    text: plainTextObject(label, SLACK_MESSAGE_LIMITS.choiceText),
    value,
  }));
}

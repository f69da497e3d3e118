/** The shortcut “Ask Refdesk”: a form with a completing field for each command, and the answer in its place. */
import type { App } from "@slack/bolt";
import type { AnyBlock, ModalView, PlainTextOption } from "@slack/types";
import { PATIENCE, within } from "../../delivery/visibility.ts";
import type { Bot, Bots } from "../../desk/bot.ts";
import type { Locale } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { plainText } from "./controls.ts";
import { MESSAGE, MODAL } from "./limits.ts";
import { asking, localeFor, type SlackManner } from "./message.ts";
import { Shortcut, Submitted, Typing } from "./payloads.ts";
import { renderSlack } from "./render.ts";

/** What a field's action id begins with; the command's name follows. */
const PICK = "pick:";

const modal = ({ words }: Bot, blocks: AnyBlock[], rest: Partial<ModalView> = {}): ModalView => ({
  type: "modal",
  title: plainText(words.form.title, MODAL.title),
  close: plainText(words.form.close, MODAL.button),
  blocks,
  ...rest,
});

/** One optional field a command, for its first option; none for what asks of a conversation, in which no form stands. */
export function formView(bot: Bot): ModalView {
  const { commands, words } = bot;
  const fields = commands.flatMap((command): AnyBlock[] => {
    const [first] = command.options;
    return first === undefined || command.changes
      ? []
      : [
          {
            type: "input",
            optional: true,
            block_id: command.name,
            label: plainText(words.title(command.label(words), first.hint(words)), MODAL.label),
            hint: plainText(command.summary(words), MODAL.label),
            element: {
              type: "external_select",
              action_id: `${PICK}${command.name}`,
              min_query_length: 0,
              placeholder: plainText(words.form.hint, MESSAGE.placeholder),
            },
          },
        ];
  });
  return modal(bot, fields.slice(0, MODAL.blocks), {
    callback_id: "ask",
    submit: plainText(words.form.submit, MODAL.button),
  });
}

/** What may stand in a field: what the command suggests, and what was typed, since that can be asked too. */
export async function optionsFor(bot: Bot, command: string, typed: string): Promise<PlainTextOption[]> {
  const option = bot.commands.find(({ name }) => name === command)?.options[0]?.name;
  if (option === undefined) return [];
  const own = typed.trim();
  const suggested = await bot.suggest(command, option, own);
  const all = suggested
    .filter(({ value }) => value.length <= MESSAGE.choiceValue)
    .slice(0, MESSAGE.choices - 1);
  const isThere = all.some(({ label, value }) => [label, value].includes(own));
  const free =
    own !== "" && own.length <= MESSAGE.choiceValue && !isThere ? [{ label: own, value: own }] : [];
  return [...all, ...free].map(({ label, value }) => ({ text: plainText(label, MESSAGE.choiceText), value }));
}

/** Registers the shortcut, its fields and its submission. */
export function listenToForm(app: App, bots: Bots, manner: SlackManner, log: Log): void {
  app.shortcut({ type: "shortcut" }, async ({ body, ack, client }) => {
    await ack();
    try {
      const { trigger_id, callback_id } = Shortcut.parse(body);
      if (callback_id !== "ask") return;
      await client.views.open({ trigger_id, view: formView(await bots(localeFor(manner))) });
    } catch (error) {
      log.error({ err: error }, "the form could not be opened");
    }
  });

  app.options(/.*/, async ({ body, ack }) => {
    try {
      const { action_id, value } = Typing.parse(body);
      const bot = await bots(localeFor(manner, value));
      const command = action_id.startsWith(PICK) ? action_id.slice(PICK.length) : "";
      await ack({ options: await optionsFor(bot, command, value) });
    } catch (error) {
      log.error({ err: error }, "suggesting failed");
      await ack({ options: [] });
    }
  });

  app.view({ type: "view_submission" }, async ({ body, ack, client }) => {
    let bot = await bots(localeFor(manner));
    const text = (line: string): AnyBlock[] => [
      {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: line }] }],
      },
    ];
    try {
      const { user, view } = Submitted.parse(body);
      const filled = bot.commands.flatMap(({ name, options: [first] }) => {
        const value = view.state.values[name]?.[`${PICK}${name}`]?.selected_option?.value;
        return first && value ? [{ name, option: first.name, value }] : [];
      })[0];
      if (!filled) {
        const errors = { [bot.commands[0]?.name ?? ""]: bot.words.form.nothing };
        return await ack({ response_action: "errors", errors });
      }
      const locale: Locale = localeFor(manner, filled.value);
      bot = await bots(locale);
      const answering = asking(bot, bot.read(filled.name, { [filled.option]: filled.value })).answer;
      const drawn = answering.then((answer) =>
        renderSlack(answer, bot.words, { private: false, still: true, asker: user.id, locale }),
      );
      const first = await within(drawn, manner.patience ?? PATIENCE);
      if (first !== "late")
        return await ack({ response_action: "update", view: modal(bot, first.value.message.blocks) });
      await ack({ response_action: "update", view: modal(bot, text(bot.words.carrier.slow)) });
      await client.views.update({ view_id: view.id, view: modal(bot, (await drawn).message.blocks) });
    } catch (error) {
      const sorry = modal(bot, text(bot.apologize(error).text));
      await ack({ response_action: "update", view: sorry });
    }
  });
}

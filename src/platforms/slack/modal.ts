/** The shortcut “Ask Refdesk”: a form with an autocompleted field per command, which the answer replaces. */
import type { App } from "@slack/bolt";
import type { AnyBlock, ModalView, PlainTextOption } from "@slack/types";
import { createDelivery, type DrawMessage, withApology } from "../../delivery/deliver.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import type { MessageTransport } from "../../delivery/transport.ts";
import type { Bot, BotFactory } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import type { SlackCalls } from "./calls.ts";
import { plainTextObject } from "./controls.ts";
import { SLACK_MESSAGE_LIMITS, SLACK_MODAL_LIMITS } from "./limits.ts";
import { GlobalShortcutPayload, OptionsPayload, ViewSubmissionPayload } from "./payloads.ts";
import type { SlackPolicy } from "./policy.ts";
import { renderSlack, type SlackMessage } from "./render.ts";
import { ackAnyway } from "./transports.ts";

/** A form is a line of its own, so that it waits for nothing else. */
const UPDATE = { isRepeatable: true };

/** Prefix of a field's action id; the command's name follows. */
const PICK = "pick:";

const modal = ({ messages }: Bot, blocks: AnyBlock[], rest: Partial<ModalView> = {}): ModalView => ({
  type: "modal",
  title: plainTextObject(messages.form.title, SLACK_MODAL_LIMITS.title),
  close: plainTextObject(messages.form.close, SLACK_MODAL_LIMITS.button),
  blocks,
  ...rest,
});

/**
 * Builds the form: one optional field per command, for its first option. Commands whose answers depend on the
 * conversation (`cacheable: false`) have no field, since a form belongs to no conversation.
 */
function formView(bot: Bot): ModalView {
  const { commands, messages } = bot;
  const fields = commands.flatMap((command): AnyBlock[] => {
    const [first] = command.options;
    return first === undefined || command.cacheable === false
      ? []
      : [
          {
            type: "input",
            optional: true,
            block_id: command.name,
            label: plainTextObject(
              messages.title(command.localizedName(messages), first.hint(messages)),
              SLACK_MODAL_LIMITS.label,
            ),
            hint: plainTextObject(command.summary(messages), SLACK_MODAL_LIMITS.label),
            element: {
              type: "external_select",
              action_id: `${PICK}${command.name}`,
              min_query_length: 0,
              placeholder: plainTextObject(messages.form.hint, SLACK_MESSAGE_LIMITS.placeholder),
            },
          },
        ];
  });
  return modal(bot, fields.slice(0, SLACK_MODAL_LIMITS.blocks), {
    callback_id: "ask",
    submit: plainTextObject(messages.form.submit, SLACK_MODAL_LIMITS.button),
  });
}

/** Returns a field's options: the command's suggestions, and the typed text, which can be asked as it is. */
async function formOptions(bot: Bot, command: string, typed: string): Promise<PlainTextOption[]> {
  const option = bot.commands.find(({ name }) => name === command)?.options[0]?.name;
  if (option === undefined) return [];
  const own = typed.trim();
  const suggested = await bot.suggest(command, option, own);
  const all = suggested
    .filter(({ value }) => value.length <= SLACK_MESSAGE_LIMITS.choiceValue)
    .slice(0, SLACK_MESSAGE_LIMITS.choices - 1);
  const isThere = all.some(({ label, value }) => [label, value].includes(own));
  const free =
    own !== "" && own.length <= SLACK_MESSAGE_LIMITS.choiceValue && !isThere
      ? [{ label: own, value: own }]
      : [];
  return [...all, ...free].map(({ label, value }) => ({
    text: plainTextObject(label, SLACK_MESSAGE_LIMITS.choiceText),
    value,
  }));
}

const plainParagraph = (text: string): AnyBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});

/** Draws an answer for the form, in which nothing can be pressed. */
const drawForForm: DrawMessage<SlackMessage> = (answer, messages, visibility) =>
  renderSlack(answer, messages, { ...visibility, withoutControls: true, asker: "" });

/** Creates the transport of a submitted form, which the answer replaces. */
function formTransport(bot: Bot, show: (view: ModalView) => Promise<void>): MessageTransport<SlackMessage> {
  const notify = (line: string): Promise<void> => show(modal(bot, [plainParagraph(line)]));
  return { notify, promise: notify, send: ({ blocks }) => show(modal(bot, blocks)) };
}

/** Registers the shortcut, its fields and its submission. */
export function registerForm(
  app: App,
  botFor: BotFactory,
  policy: SlackPolicy,
  calls: SlackCalls,
  log: Log,
): void {
  const delivery = createDelivery({ platform: "slack", policy, draw: drawForForm, log });

  app.shortcut({ type: "shortcut" }, async ({ body, ack, client }) => {
    await ackAnyway(ack, log);
    try {
      const { trigger_id, callback_id } = GlobalShortcutPayload.parse(body);
      if (callback_id !== "ask") return;
      const view = formView(await botFor(chooseLocale(policy)));
      await calls.atOnce(() => client.views.open({ trigger_id, view }), { isRepeatable: true });
    } catch (error) {
      log.error({ err: error }, "the form could not be opened");
    }
  });

  app.options(/.*/, async ({ body, ack }) => {
    try {
      const { action_id, value } = OptionsPayload.parse(body);
      const bot = await botFor(chooseLocale(policy, value));
      const command = action_id.startsWith(PICK) ? action_id.slice(PICK.length) : "";
      await ack({ options: await formOptions(bot, command, value) });
    } catch (error) {
      log.error({ err: error }, "suggesting failed");
      await ackAnyway(() => ack({ options: [] }), log);
    }
  });

  app.view({ type: "view_submission" }, async ({ body, ack, client }) => {
    const bot = await botFor(chooseLocale(policy));
    let view_id: string | undefined;
    let isAcked = false;
    /** Shows a view in place of the form: by the ack, and later by calls. */
    const show = async (view: ModalView): Promise<void> => {
      const id = view_id;
      const isByAck = !isAcked || id === undefined;
      isAcked = true;
      if (isByAck)
        try {
          return await ack({ response_action: "update", view });
        } catch (error) {
          if (id === undefined) throw error;
          log.warn({ err: error }, "an ack was not taken: the answer follows by a call");
        }
      await calls.inLine(`form ${id}`, () => client.views.update({ view_id: String(id), view }), UPDATE);
    };
    const transport = formTransport(bot, show);
    await withApology(bot, transport, log, async () => {
      const { view, user } = ViewSubmissionPayload.parse(body);
      view_id = view.id;
      const filled = bot.commands.flatMap(({ name, options: [first] }) => {
        const value = view.state.values[name]?.[`${PICK}${name}`]?.selected_option?.value;
        return first && value ? [{ name, option: first.name, value }] : [];
      })[0];
      if (!filled) {
        const errors = { [bot.commands[0]?.name ?? ""]: bot.messages.form.nothing };
        return await ack({ response_action: "errors", errors });
      }
      const { name, option, value } = filled;
      const ownBot = await botFor(chooseLocale(policy, value));
      await delivery.deliver(
        {
          ...{ bot: ownBot, asker: user.id, audience: "asker" },
          read: () => ownBot.parseFields(name, { [option]: value }),
        },
        formTransport(ownBot, show),
      );
    });
  });
}

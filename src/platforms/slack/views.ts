/** Handles what is opened and pressed outside of messages: the form, its fields and its submission, and the app's home. */
import type { App, webApi } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { createDelivery, type DrawMessage, withApology } from "../../delivery/deliver.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import type { MessageTransport } from "../../delivery/transport.ts";
import type { Bot, BotFactory } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import type { SlackCalls } from "./calls.ts";
import type { SlackCurator } from "./curate.ts";
import { DESK_FORM } from "./curation-form.ts";
import { COMMAND_FIELD, fieldChoices, formView, modalView, readForm } from "./form.ts";
import { EXAMPLE_ACTION, FORM_ACTION } from "./home.ts";
import {
  GlobalShortcutPayload,
  OptionsPayload,
  ViewActionPayload,
  ViewSubmissionPayload,
} from "./payloads.ts";
import type { SlackPolicy } from "./policy.ts";
import { renderSlack, type SlackMessage } from "./render.ts";
import { ackAnyway, firstByAck } from "./transports.ts";

/** The action ids of what can be pressed in a view; a message has none of them. */
export const VIEW_ACTIONS = new RegExp(`^(?:${COMMAND_FIELD}$|${FORM_ACTION}|${EXAMPLE_ACTION})`);

/** A view is shown twice as well as once. */
const SHOWN = { isRepeatable: true };

/** Shows a view in place of the one before it. */
type ShowView = (view: ModalView) => Promise<unknown>;

const plainParagraph = (text: string): KnownBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});

/** Draws an answer for a view, in which nothing can be pressed. */
const drawForView: DrawMessage<SlackMessage> = (answer, messages, visibility) =>
  renderSlack(answer, messages, { ...visibility, withoutControls: true, asker: "" });

/** Creates the transport of what is asked in a view. */
function viewTransport(bot: Bot, show: ShowView): MessageTransport<SlackMessage> {
  const notify = async (line: string): Promise<void> => {
    await show(modalView(bot, { blocks: [plainParagraph(line)] }));
  };
  return {
    ...{ notify, promise: notify },
    async send({ blocks }) {
      await show(modalView(bot, { blocks: [...blocks] }));
    },
  };
}

/** Registers the form and the home's buttons. */
export function registerViews(
  app: App,
  botFor: BotFactory,
  policy: SlackPolicy,
  calls: SlackCalls,
  log: Log,
  curator?: SlackCurator,
): void {
  // In a view nothing can be pressed, and so nothing is offered that only a button can do.
  const { curation: _, ...plainPolicy } = policy;
  const delivery = createDelivery({ platform: "slack", policy: plainPolicy, draw: drawForView, log });
  const formBot = () => botFor(chooseLocale(policy));

  const open = ({ views }: webApi.WebClient, trigger_id: string, view: ModalView) =>
    calls.atOnce(() => views.open({ trigger_id, view }), SHOWN);
  /** Updates a view, in a line of its own: it waits for nothing else, and what was chosen last is shown last. */
  const update = ({ views }: webApi.WebClient, view_id: string, view: ModalView) =>
    calls.inLine(`view ${view_id}`, () => views.update({ view_id, view }), SHOWN);

  /** Answers an ask in a view, for whoever sees that. */
  async function answerIn(
    show: ShowView,
    asker: string,
    text: string,
    read: (bot: Bot) => ReturnType<Bot["parse"]>,
  ) {
    const bot = await botFor(chooseLocale(policy, text));
    await delivery.deliver(
      { bot, asker, audience: "asker", read: () => read(bot) },
      viewTransport(bot, show),
    );
  }

  app.shortcut({ type: "shortcut" }, async ({ body, ack, client }) => {
    await ackAnyway(ack, log);
    try {
      const { trigger_id, callback_id } = GlobalShortcutPayload.parse(body);
      if (callback_id === "ask") await open(client, trigger_id, formView(await formBot()));
    } catch (error) {
      log.error({ err: error }, "the form could not be opened");
    }
  });

  app.action({ type: "block_actions", action_id: VIEW_ACTIONS }, async ({ body, ack, client }) => {
    await ackAnyway(ack, log);
    try {
      const { trigger_id, user, view, actions } = ViewActionPayload.parse(body);
      const [{ action_id, value = "", selected_option }] = actions;
      const bot = await formBot();
      if (action_id === COMMAND_FIELD) await update(client, view.id, formView(bot, selected_option?.value));
      else if (action_id.startsWith(FORM_ACTION)) await open(client, trigger_id, formView(bot, value));
      else {
        let opened: string | undefined;
        const show: ShowView = async (shown) => {
          if (opened !== undefined) return update(client, opened, shown);
          opened = (await open(client, trigger_id, shown)).view?.id;
          return undefined;
        };
        await answerIn(show, user.id, value, (own) => own.parse(value));
      }
    } catch (error) {
      log.error({ err: error }, "a view could not be shown");
    }
  });

  app.options(/.*/, async ({ body, ack }) => {
    try {
      const { action_id, value } = OptionsPayload.parse(body);
      const bot = await botFor(chooseLocale(policy, value));
      await ack({ options: await fieldChoices(bot, action_id, value) });
    } catch (error) {
      log.error({ err: error }, "suggesting failed");
      await ackAnyway(() => ack({ options: [] }), log);
    }
  });

  app.view({ type: "view_submission" }, async ({ body, ack, client }) => {
    if (curator && body.view.callback_id === DESK_FORM)
      return curator.submit(body, (reply) => (reply ? ack(reply) : ack()), client);
    const bot = await formBot();
    const { success, data, error } = ViewSubmissionPayload.safeParse(body);
    const show = firstByAck<ModalView>(
      (view) => ack({ response_action: "update", view }),
      async (view, failed) => (success ? update(client, data.view.id, view) : Promise.reject(failed)),
      log,
    );
    await withApology(bot, viewTransport(bot, show), log, async () => {
      if (!success) throw error;
      const content = readForm(bot, data.view.state.values);
      if ("text" in content) {
        const { command, option, text } = content;
        await answerIn(show, data.user.id, text, (own) => own.parseFields(command, { [option]: text }));
      } else if ("emptyField" in content) {
        const errors = { [content.emptyField]: bot.messages.form.nothing };
        await ack({ response_action: "errors", errors });
      } else await show(formView(bot, content.command));
    });
  });
}

/** Handles what is opened and pressed outside of messages: the form, its fields and its submission, and the app's home. */
import type { KnownBlock, ModalView } from "@slack/types";
import { personId } from "../../curation/requester.ts";
import { createDelivery, type DrawMessage, withApology } from "../../delivery/deliver.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import type { MessageTransport } from "../../delivery/transport.ts";
import type { Bot } from "../../desk/bot.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { memoizeByKey } from "../../support/memoize.ts";
import { DESK_FORM } from "./curation-form.ts";
import { deskIn, type SlackDesk, type SlackListeners } from "./desk.ts";
import { COMMAND_FIELD, fieldChoices, formView, modalView, readForm } from "./form.ts";
import { EXAMPLE_ACTION, FORM_ACTION } from "./home.ts";
import {
  GlobalShortcutPayload,
  OptionsPayload,
  ViewActionPayload,
  ViewSubmissionPayload,
} from "./payloads.ts";
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
  renderSlack(answer, messages, { withoutControls: true, ...visibility, asker: "" });

/** Creates the transport of what is asked in a view. */
function viewTransport(bot: Bot, show: ShowView): MessageTransport<SlackMessage> {
  const notify = async (line: string): Promise<void> => {
    await show(modalView(bot, { blocks: [plainParagraph(line)] }));
  };
  return {
    notify,
    promise: notify,
    async send({ blocks }) {
      await show(modalView(bot, { blocks: [...blocks] }));
    },
  };
}

/** Registers the form and the home's buttons. */
export function registerViews(app: SlackListeners, log: Log): void {
  const deliveryOf = memoizeByKey(({ policy, workspace }: SlackDesk) => {
    // In a view nothing can be pressed, and so nothing is offered that only a button can do.
    const { curation: _, ...plainPolicy } = policy;
    return createDelivery({
      platform: "slack",
      policy: plainPolicy,
      draw: drawForView,
      log,
      ...defined({ workspace: workspace.id }),
    });
  });
  const formBot = ({ botFor, policy }: SlackDesk) => botFor(chooseLocale(policy));

  const open = ({ calls, client: { views } }: SlackDesk, trigger_id: string, view: ModalView) =>
    calls.atOnce(() => views.open({ trigger_id, view }), SHOWN);
  /** Updates a view, in a line of its own: it waits for nothing else, and what was chosen last is shown last. */
  const update = ({ calls, client: { views } }: SlackDesk, view_id: string, view: ModalView) =>
    calls.inLine(`view ${view_id}`, () => views.update({ view_id, view }), SHOWN);

  /** Answers an ask in a view, for whoever sees that. */
  async function answerIn(
    desk: SlackDesk,
    show: ShowView,
    { asker, text }: { readonly asker: string; readonly text: string },
    read: (bot: Bot) => ReturnType<Bot["parse"]>,
  ) {
    const bot = await desk.botFor(chooseLocale(desk.policy, text));
    await deliveryOf(desk).deliver(
      { bot, asker, audience: "asker", read: () => read(bot) },
      viewTransport(bot, show),
    );
  }

  app.shortcut({ type: "shortcut" }, async ({ body, ack, context }) => {
    const desk = deskIn(context);
    await ackAnyway(ack, log);
    try {
      const { trigger_id, callback_id } = GlobalShortcutPayload.parse(body);
      if (callback_id === "ask") await open(desk, trigger_id, formView(await formBot(desk)));
    } catch (error) {
      log.error({ err: error }, "the form could not be opened");
    }
  });

  app.action({ type: "block_actions", action_id: VIEW_ACTIONS }, async ({ body, ack, context }) => {
    const desk = deskIn(context);
    await ackAnyway(ack, log);
    try {
      const { trigger_id, user, view, actions } = ViewActionPayload.parse(body);
      const [{ action_id, value = "", selected_option }] = actions;
      const bot = await formBot(desk);
      if (action_id === COMMAND_FIELD) await update(desk, view.id, formView(bot, selected_option?.value));
      else if (action_id.startsWith(FORM_ACTION)) await open(desk, trigger_id, formView(bot, value));
      else {
        let opened: string | undefined;
        const show: ShowView = async (shown) => {
          if (opened !== undefined) return update(desk, opened, shown);
          opened = (await open(desk, trigger_id, shown)).view?.id;
          return undefined;
        };
        await answerIn(desk, show, { asker: user.id, text: value }, (own) => own.parse(value));
      }
    } catch (error) {
      log.error({ err: error }, "a view could not be shown");
    }
  });

  app.options(/.*/, async ({ body, ack, context }) => {
    try {
      const { botFor, policy, workspace } = deskIn(context);
      const { action_id, value, user } = OptionsPayload.parse(body);
      const person = user && personId({ user: user.id, ...defined({ workspace: workspace.id }) });
      const isLimited = person !== undefined && (await policy.typeLimit?.(`slack ${person}`)) !== undefined;
      const bot = await botFor(chooseLocale(policy, value));
      await ack({ options: isLimited ? [] : await fieldChoices(bot, action_id, value) });
    } catch (error) {
      log.error({ err: error }, "suggesting failed");
      await ackAnyway(() => ack({ options: [] }), log);
    }
  });

  app.view({ type: "view_submission" }, async ({ body, ack, context }) => {
    const desk = deskIn(context);
    if (desk.curator && body.view.callback_id === DESK_FORM)
      return desk.curator.submit(body, (reply) => (reply ? ack(reply) : ack()));
    const bot = await formBot(desk);
    const { success, data, error } = ViewSubmissionPayload.safeParse(body);
    const show = firstByAck<ModalView>(
      (view) => ack({ response_action: "update", view }),
      async (view, failed) => (success ? update(desk, data.view.id, view) : Promise.reject(failed)),
      log,
    );
    await withApology(bot, viewTransport(bot, show), log, async () => {
      if (!success) throw error;
      const content = readForm(bot, data.view.state.values);
      if ("text" in content) {
        const { command, option, text } = content;
        await answerIn(desk, show, { asker: data.user.id, text }, (own) =>
          own.parseFields(command, { [option]: text }),
        );
      } else if ("emptyField" in content) {
        const errors = { [content.emptyField]: bot.messages.form.nothing };
        await ack({ response_action: "errors", errors });
      } else await show(formView(bot, content.command));
    });
  });
}

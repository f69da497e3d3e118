/** Answers what is the desk's own on Slack: `/refdesk review` and the like, its buttons and forms, and its shortcut. */
import type { RespondArguments, ViewResponseAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { z } from "zod";
import type { Curation } from "../../curation/curation.ts";
import type { CurationReply } from "../../curation/form.ts";
import { replacesMessage } from "../../curation/lines.ts";
import { personId, type Requester } from "../../curation/requester.ts";
import { withApology } from "../../delivery/deliver.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import { REPLY_TIMEOUT_MS } from "../../delivery/timing.ts";
import type { Answer } from "../../desk/answer.ts";
import type { Bot } from "../../desk/bot.ts";
import type { Locale } from "../../language/messages.ts";
import { cutText } from "../../support/cut-text.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { withTimeout } from "../../support/timeout.ts";
import { deskView, readNote, readValues } from "./curation-form.ts";
import type { SlackDesk } from "./desk.ts";
import { modalView } from "./form.ts";
import {
  MessageShortcutPayload,
  ResponseUrlPayload,
  readableText,
  ViewSubmissionPayload,
} from "./payloads.ts";
import { renderSlack } from "./render.ts";
import { replyByUrl, type SendReply } from "./response-url.ts";
import { askStanding } from "./standing.ts";
import { ackAnyway, noticeTransport } from "./transports.ts";

/** The callback id of the shortcut that suggests a message as a record. */
export const SUGGEST_SHORTCUT = "suggest_record";

/** A press on a control whose line is the desk's own. */
export interface DeskPress {
  readonly line: string;
  readonly from: Requester;
  readonly locale?: Locale | undefined;
  readonly isPrivate: boolean;
  readonly trigger: string;
}

/** Acks a form, with what is shown in its place. */
type AckView = (reply?: ViewResponseAction) => Promise<void>;

/** The desk's own on Slack. What it takes has been acked, but for commands and forms. */
export interface SlackCurator {
  /** Answers a line of the desk's own that was typed. */
  command(line: string, from: Requester, send: SendReply): Promise<void>;
  press(press: DeskPress, body: unknown): Promise<void>;
  /** Opens the form for a suggestion on a message. */
  shortcut(body: unknown): Promise<void>;
  /** Takes a form. */
  submit(body: unknown, ack: AckView): Promise<void>;
}

/** Returns the line of the desk's own that a text after `/refdesk` is; undefined for an ask. */
export function deskCommandLine(text: string): string | undefined {
  const line = text.trim().replace(/^(?!\/)/, "/");
  return /^\/(?:review|status|settings)$/.test(line) ? line : undefined;
}

/** Whether Slack is asked something before a line can be answered, which its ack must not wait for. */
export const asksSlack = (line: string): boolean => line === "/settings";

/** Returns who sent a request. Slack has no roles that an app could read. */
export const slackRequester = (
  { workspace, client, calls }: Pick<SlackDesk, "workspace" | "client" | "calls">,
  user: string,
  name: string,
): Requester => ({
  platform: "slack",
  user,
  name,
  roles: [],
  ...defined({ workspace: workspace.id }),
  standing: askStanding(workspace, client, calls, user),
});

/** A user as Slack's payloads have them. */
type SlackUser = z.infer<typeof MessageShortcutPayload>["user"];

/** The most characters of a fault beside a field. */
const FAULT = 600;

/** Reads a form that was sent; undefined for one that is not of the expected form. */
function readSubmission(body: unknown) {
  const { data } = ViewSubmissionPayload.safeParse(body);
  const note = data && readNote(data.view.private_metadata);
  return data && note ? { note, ...data } : undefined;
}

/** Creates the desk's own on Slack. */
export function createSlackCurator(
  curation: Curation,
  desk: Omit<SlackDesk, "curator" | "commands">,
  log: Log,
): SlackCurator {
  const { botFor, policy, client, calls } = desk;
  const timeoutMs = policy.replyTimeoutMs ?? REPLY_TIMEOUT_MS;
  const open = (trigger_id: string, view: ModalView) =>
    calls.atOnce(() => client.views.open({ trigger_id, view }), { isRepeatable: true });
  const requester = ({ id, username, name }: SlackUser) =>
    slackRequester(desk, id, username ?? name ?? "someone");
  const logged = (what: string) => log.info({ type: what }, "answered for the desk");

  const draw = (answer: Answer, { messages }: Bot, { user }: Requester) =>
    renderSlack(answer, messages, { isPrivate: true, asker: user }).message;
  const drawView = (answer: Answer, bot: Bot): ModalView => {
    const { message } = renderSlack(answer, bot.messages, {
      isPrivate: true,
      withoutControls: true,
      asker: "",
    });
    return modalView(bot, { blocks: [...message.blocks] as ModalView["blocks"] });
  };

  /** Shows a reply to whoever pressed or used a shortcut: a form, or a message for them alone. */
  async function show(
    reply: CurationReply,
    bot: Bot,
    { line, from, isPrivate, trigger, locale }: DeskPress,
    body: unknown,
  ): Promise<void> {
    const send = replyByUrl(body);
    const replaces = replacesMessage(line) && isPrivate;
    if (reply.type !== "form")
      return send({ replace_original: replaces, ...draw(reply.answer, bot, from) } as RespondArguments);
    const url = ResponseUrlPayload.safeParse(body).data?.response_url;
    const view = deskView(bot, reply.form, {
      replaces,
      ...defined({ url }),
      locale: locale ?? bot.messages.locale,
    });
    await open(trigger, view);
  }

  async function openLine(press: DeskPress, body: unknown, passage?: string): Promise<void> {
    const bot = await botFor(chooseLocale(policy, passage, press.locale));
    await withApology(bot, noticeTransport(replyByUrl(body)), log, async () => {
      await show(await curation.open(press.line, press.from, bot, passage), bot, press, body);
    });
    logged("press");
  }

  return {
    async command(line, from, send) {
      const bot = await botFor(chooseLocale(policy));
      await withApology(bot, noticeTransport(send), log, async () => {
        const pending = curation.open(line, from, bot);
        if ((await withTimeout(pending, timeoutMs)) === "late")
          await noticeTransport(send).notify(bot.messages.delivery.slow);
        const reply = await pending;
        if (reply.type !== "form") await send({ ...draw(reply.answer, bot, from) } as RespondArguments);
      });
      logged("command");
    },

    press: openLine,

    async shortcut(body) {
      const { user, message, trigger_id } = MessageShortcutPayload.parse(body);
      const from = requester(user);
      const press: DeskPress = { line: "/suggest", from, isPrivate: false, trigger: trigger_id };
      await openLine(press, body, readableText(message.text));
    },

    async submit(body, ack) {
      const read = readSubmission(body);
      if (!read) return void (await ackAnyway(() => ack(), log));
      const { user, view, note } = read;
      const { form, url, replaces, locale } = note;
      const from = requester(user);
      const bot = await botFor(locale);
      const update = (shown: ModalView) =>
        calls.inLine(`view ${view.id}`, () => client.views.update({ view_id: view.id, view: shown }), {
          isRepeatable: true,
        });
      const plain = (text: string): ModalView =>
        modalView(bot, { blocks: [{ type: "section", text: { type: "plain_text", text, emoji: false } }] });
      let isAcked = false;
      const notify = async (line: string): Promise<void> => {
        if (isAcked) return void (await update(plain(line)));
        await ack({ response_action: "update", view: plain(line) });
      };
      await withApology(bot, { notify }, log, async () => {
        const seconds = await policy.sendLimit?.(`slack ${personId(from)}`);
        if (seconds !== undefined) return notify(bot.messages.delivery.tooMany(seconds));
        const values = readValues(view.state.values);
        const pending = curation.submit(form, values, from, bot);
        const isLate = (await withTimeout(pending, timeoutMs)) === "late";
        if (isLate) {
          await ack({ response_action: "update", view: plain(bot.messages.delivery.slow) });
          isAcked = true;
        }
        const reply = await pending;
        if (reply.type === "form") return notify(bot.messages.curation.formLate);
        if (reply.type === "faults" && !isLate) {
          const errors = Object.entries(reply.faults).filter(([name]) => name in values);
          if (errors.length > 0)
            return ack({
              response_action: "errors",
              errors: Object.fromEntries(errors.map(([name, text]) => [name, cutText(text, FAULT)])),
            });
        }
        if (isLate) await update(drawView(reply.answer, bot));
        else if (url === undefined)
          return ack({ response_action: "update", view: drawView(reply.answer, bot) });
        else await ack();
        isAcked = true;
        if (url === undefined) return;
        const send = replyByUrl({ response_url: url });
        await send({ replace_original: replaces, ...draw(reply.answer, bot, from) } as RespondArguments);
      });
      logged("form");
    },
  };
}

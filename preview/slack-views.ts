/** Renders Slack's app home and forms as HTML from the views that the bot sends. */
import type { HomeView, KnownBlock, ModalView, PlainTextElement } from "@slack/types";
import { escapeHtml, openedMenu, undrawn } from "./html.ts";
import { drawBlock } from "./slack.ts";
import type { FormShots } from "./slack-desk.ts";

/** The type also allows custom blocks, which the bot never sends. */
const known = (blocks: HomeView["blocks"]): readonly KnownBlock[] => blocks as readonly KnownBlock[];

/** Renders the app home in its tab. */
export const homeHtml = ({ blocks }: HomeView): string =>
  `<div class="home"><div class="tabs"><span class="open">Home</span><span>Messages</span><span>About</span></div>${known(blocks).map(drawBlock).join("")}</div>`;

/** The value of a field, and the HTML below it. */
interface Filled {
  readonly value?: string;
  readonly below?: string;
}

const words = (text: PlainTextElement | undefined): string => escapeHtml(text?.text ?? "");

function field(block: KnownBlock, { value, below = "" }: Filled = {}): string {
  if (block.type !== "input") return drawBlock(block);
  const { label, hint, element } = block;
  const isSelect = element.type === "external_select" || element.type === "static_select";
  if (!isSelect && element.type !== "plain_text_input") return undrawn(`a field of type ${element.type}`);
  const chosen = value ?? (element.type === "static_select" ? element.initial_option?.text.text : undefined);
  const shown =
    chosen === undefined ? `<i class="hint">${words(element.placeholder)}</i>` : escapeHtml(chosen);
  return `<div class="field"><b>${words(label)}</b>
<div class="select wide${isSelect ? "" : " long"}">${shown}${isSelect ? "<i>⌄</i>" : ""}</div>${below}${hint ? `<div class="hint">${words(hint)}</div>` : ""}</div>`;
}

function modalHtml(
  { title, blocks, submit, close }: ModalView,
  filled: Readonly<Record<string, Filled>> = {},
): string {
  const body = known(blocks).map((block) => field(block, filled[block.block_id ?? ""]));
  const buttons = [
    ...(close ? [`<span class="button plain"><b>${words(close)}</b></span>`] : []),
    ...(submit ? [`<span class="button primary"><b>${words(submit)}</b></span>`] : []),
  ];
  return `<div class="modal"><div class="modal-head"><span class="title">${words(title)}</span><span>✕</span></div>
<div class="modal-body">${body.join("")}</div><div class="modal-foot">${buttons.join("")}</div></div>`;
}

/** Returns the id of the field that follows the choice of a command. */
const textField = ({ blocks }: ModalView): string => blocks.at(-1)?.block_id ?? "";

/** Renders the form while somebody types, with the choices offered. */
export const typingHtml = ({ opened, typing }: FormShots): string =>
  modalHtml(opened, {
    [textField(opened)]: {
      value: typing.typed,
      below: openedMenu(typing.offered.map(({ text }) => ({ label: text.text }))),
    },
  });

/** Renders the form with the errors of an empty submission. */
export const refusedHtml = ({ opened, refused }: FormShots): string =>
  modalHtml(
    opened,
    Object.fromEntries(
      Object.entries(refused).map(([command, problem]) => [
        command,
        { below: `<div class="problem">${escapeHtml(problem)}</div>` },
      ]),
    ),
  );

/** Renders the answer that replaces the form. */
export const answeredHtml = ({ answered }: FormShots): string => modalHtml(answered);

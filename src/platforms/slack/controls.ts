/** Builds the buttons and menus under an answer on Slack. */
import type { ActionsBlock, Button as ButtonElement, PlainTextElement } from "@slack/types";
import { reportLine } from "../../curation/lines.ts";
import { groupEntries, type MenuEntry } from "../../delivery/choices.ts";
import type { MessageControl } from "../../delivery/controls.ts";
import { clipLabel } from "../../delivery/fit.ts";
import type { ControlCapacity, LaidControls, MessageVisibility } from "../../delivery/layout.ts";
import type { Messages } from "../../language/messages.ts";
import { columnWidth } from "../../support/columns.ts";
import { printableText } from "../../support/printable.ts";
import { SLACK_MESSAGE_LIMITS } from "./limits.ts";

/** Types of action. An action id consists of a type, an index, the asker's id and, unless English, the locale. */
export const ACTION_TYPES = ["next", "ask", "share", "dismiss", "choose", "more"] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** Who sees a message, and what its controls need to know. */
export interface SlackVisibility extends MessageVisibility {
  /** The asker's user id, which action ids contain. */
  readonly asker: string;
}

/** Creates plain text of at most `most` characters, in which not even emoji codes are interpreted. */
export const plainTextObject = (text: string, most: number): PlainTextElement => ({
  type: "plain_text",
  text: clipLabel(printableText(text), most) || " ",
  emoji: false,
});

const action = (type: ActionType, asker: string, { locale }: Messages, index = 0): string =>
  [type, index, asker, ...(locale === "en" ? [] : [locale])].join(":");

function menuOf(action_id: string, placeholder: string, entries: readonly MenuEntry[]): ActionsBlock[] {
  const fitting = entries.slice(0, SLACK_MESSAGE_LIMITS.choices);
  if (fitting.length === 0) return [];
  const options = (some: readonly MenuEntry[]) =>
    some.map(({ line, label, detail }) => ({
      text: plainTextObject(label, SLACK_MESSAGE_LIMITS.choiceText),
      value: line,
      ...(detail === undefined
        ? {}
        : { description: plainTextObject(detail, SLACK_MESSAGE_LIMITS.choiceText) }),
    }));
  const groups = groupEntries(fitting);
  return [
    {
      type: "actions",
      elements: [
        {
          type: "static_select",
          action_id,
          placeholder: plainTextObject(placeholder, SLACK_MESSAGE_LIMITS.placeholder),
          ...(groups.every(({ name }) => name === undefined)
            ? { options: options(fitting) }
            : {
                option_groups: groups.map(({ name = placeholder, entries: own }) => ({
                  label: plainTextObject(name, SLACK_MESSAGE_LIMITS.choiceText),
                  options: options(own),
                })),
              }),
        },
      ],
    },
  ];
}

/** What Slack's controls hold. */
export const SLACK_CONTROL_CAPACITY: ControlCapacity = {
  buttonLine: SLACK_MESSAGE_LIMITS.buttonValue,
  ownLine: SLACK_MESSAGE_LIMITS.buttonValue,
  menuLine: SLACK_MESSAGE_LIMITS.choiceValue,
  linkUrl: SLACK_MESSAGE_LIMITS.url,
  cutsLabel: (label) => columnWidth(printableText(label)) > SLACK_MESSAGE_LIMITS.buttonShown,
  cutLabelsToMenu: true,
};

/** Draws the controls of a message by `asker`. `own` is the line of its ask, which sharing and removing need. */
export function slackControls(
  { menu, buttons, more, report }: LaidControls,
  own: string,
  messages: Messages,
  asker: string,
): ActionsBlock[] {
  const button = (type: ActionType, index: number, label: string, value: string): ButtonElement => ({
    type: "button",
    action_id: action(type, asker, messages, index),
    text: plainTextObject(label, SLACK_MESSAGE_LIMITS.buttonText),
    value,
  });
  const drawn = (control: MessageControl, index: number): ButtonElement => {
    const { type, label } = control;
    switch (type) {
      case "next":
        return { ...button("next", index, label, control.line), style: "primary" };
      case "back":
        return button("next", index, label, control.line);
      case "share":
      case "dismiss":
        return button(type, index, label, own);
      case "ask":
        return button("ask", index, label, control.line);
      case "link":
        return {
          type: "button",
          action_id: `link:${index}:${asker}`,
          text: plainTextObject(label, SLACK_MESSAGE_LIMITS.buttonText),
          url: control.url,
        };
    }
  };
  // The menu's block holds the ask of which a problem is reported; of one that is too long, a button does.
  const inMenu = own.length <= SLACK_MESSAGE_LIMITS.blockId;
  const reports =
    report === undefined || inMenu ? [] : [button("ask", buttons.length, report, reportLine(own))];
  const elements = [...buttons.map(drawn), ...reports].filter(
    ({ value = "" }) => value.length <= SLACK_MESSAGE_LIMITS.buttonValue,
  );
  const entries = more.map(({ label, line }) => ({ label, line }));
  return [
    ...menuOf(action("choose", asker, messages), messages.choose, menu),
    ...(elements.length === 0 ? [] : [{ type: "actions", elements } satisfies ActionsBlock]),
    ...menuOf(
      ...([action("more", asker, messages), messages.delivery.more] as const),
      report !== undefined && inMenu
        ? [...entries.slice(0, SLACK_MESSAGE_LIMITS.choices - 1), { label: report, line: reportLine() }]
        : entries,
    ).map((block) => (report !== undefined && inMenu ? { ...block, block_id: own } : block)),
  ];
}

/** Every renderer in one form, for the suite that holds for all of them. */

import { fitAnswer } from "../../src/delivery/fit.ts";
import type { FittedMessage } from "../../src/delivery/renderer.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import { resolveVisibility } from "../../src/delivery/visibility.ts";
import type { Answer } from "../../src/desk/answer.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { type DiscordMessage, messageCost, renderDiscord } from "../../src/platforms/discord/render.ts";
import { countCharacters } from "../../src/platforms/slack/count-characters.ts";
import { renderSlack, type SlackMessage } from "../../src/platforms/slack/render.ts";
import { renderTerminal } from "../../src/platforms/terminal/render.ts";
import { createStyle } from "../../src/platforms/terminal/style.ts";
import { keepWholeIsolates } from "../../src/support/isolation.ts";
import { checkDiscord } from "../stand-ins/discord-checks.ts";
import { checkSlack } from "../stand-ins/slack-checks.ts";

export interface Drawn {
  /** What a person reads, in order, without what the platform takes away. */
  readonly shown: string;
  /** What the platform would refuse, or what would be more than text. */
  readonly faults: readonly string[];
  readonly next?: FittedMessage<unknown>["next"];
}

export interface Contender {
  readonly name: string;
  readonly draw: (answer: Answer) => Drawn;
}

const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066\u2067]/u;

/** What an isolate leaves open in a message; a line may end inside one. */
const isolateFaults = (text: string): string[] =>
  keepWholeIsolates(text) === text ? [] : [`an isolate without its end in ${JSON.stringify(text)}`];
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

function textOf(part: unknown, keys: readonly string[]): string[] {
  if (Array.isArray(part)) return part.flatMap((inner) => textOf(inner, keys));
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === "string" ? (keys.includes(key) ? [value] : []) : textOf(value, keys),
  );
}

/** What Discord would still read as more than text, once its escapes are taken away. */
function discordMarkup(message: DiscordMessage): string[] {
  return (
    textOf(message.components, ["content"])
      // In a block of code nothing means anything but the three backquotes that end it.
      .map((content) => content.replace(/^```\n[\s\S]*?\n```$/gm, ""))
      .flatMap((content) => content.split("\n"))
      .map((line) => line.replace(/\\[^\p{L}\p{N}\s]/gu, "·"))
      .map((line) =>
        line.replace(/^(### |-# |> |- )+/, "").replace(/\[(?:[\w.-]+|\[\d+\])\]\(https:\/\/[^)\s]*\)/g, ""),
      )
      .flatMap((line) => {
        const found =
          /<[@#!:a]|@(everyone|here)|https?:\/\/|^\s*([#+-] |-# |>|\d+[.)] )|~~|\|\||`|__|\[.*\]\(/u.exec(
            line,
          );
        return found ? [`markup: ${found[0]} in ${JSON.stringify(line.slice(0, 80))}`] : [];
      })
  );
}

const plainText: Contender = {
  name: "text",
  draw(answer) {
    const { message, next } = fitAnswer(
      answer,
      (page) => renderTextPage(page, englishMessages),
      () => true,
      3,
    );
    const bad = message.split("\n").filter((line) => CONTROLS.test(line));
    return {
      shown: message,
      faults: [
        ...bad.map((line) => `control character in ${JSON.stringify(line)}`),
        ...isolateFaults(message),
      ],
      ...(next ? { next } : {}),
    };
  },
};

const style = await createStyle({ colour: true, hyperlinks: false, width: 60 });
const terminal: Contender = {
  name: "terminal",
  draw(answer) {
    const text = renderTerminal(answer, englishMessages, style).replace(ESCAPES, "");
    const bad = text.split("\n").filter((line) => CONTROLS.test(line));
    const { next } = fitAnswer(
      answer,
      () => "",
      () => true,
      answer.outcome === "menu" ? Number.POSITIVE_INFINITY : 10,
    );
    return {
      shown: text.replace(/\n(│ | +)?/g, " "),
      faults: [...bad.map((line) => `control character in ${JSON.stringify(line)}`), ...isolateFaults(text)],
      ...(next ? { next } : {}),
    };
  },
};

const discord: Contender = {
  name: "Discord",
  draw(answer) {
    const { message, next } = renderDiscord(
      answer,
      englishMessages,
      resolveVisibility(answer, undefined, "room"),
    );
    const { text, components } = messageCost(message);
    const own = [
      ...(text > 4000 ? [`${text} characters`] : []),
      ...(components > 40 ? [`${components} components`] : []),
    ];
    return {
      shown: textOf(message.components, ["content", "label"])
        .join("\n")
        .replace(/\\([^\p{L}\p{N}\s])/gu, "$1"),
      faults: [...checkDiscord("callback", { type: 4, data: message }), ...own, ...discordMarkup(message)],
      ...(next ? { next } : {}),
    };
  },
};

const slack: Contender = {
  name: "Slack",
  draw(answer) {
    const { message, next } = renderSlack(answer, englishMessages, {
      ...resolveVisibility(answer, undefined, "room"),
      asker: "U012AB3CD",
    });
    const own =
      countCharacters(message.blocks) > 13_000 ? [`${countCharacters(message.blocks)} letters`] : [];
    const markdown = textOf(message.blocks, ["type"]).filter(
      (type) => type === "mrkdwn" || type === "markdown",
    );
    // Small print has several lines in one text; anywhere else a new line is a text of its own.
    const bad = message.blocks
      .flatMap((block) =>
        textOf([block], ["text"]).flatMap((text) => (block.type === "context" ? text.split("\n") : [text])),
      )
      .filter((text) => CONTROLS.test(text) && text !== "\n");
    return {
      shown: textOf(message.blocks, ["text"]).join("\n"),
      faults: [
        ...checkSlack("message", message),
        ...own,
        ...markdown,
        ...bad.map((text) => `control character: ${JSON.stringify(text)}`),
        ...isolateFaults(textOf(message.blocks, ["text"]).join("\n")),
      ],
      ...(next ? { next } : {}),
    };
  },
};

/** What Slack's message says to those who do not see its blocks. */
export const slackText = (message: SlackMessage): string =>
  message.text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

export const contenders: readonly Contender[] = [plainText, terminal, discord, slack];

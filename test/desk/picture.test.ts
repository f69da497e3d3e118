/** Tests that a picture is left out, and that this is said, where its fonts have not the letters of a name. */
import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog } from "../desks.ts";
import { setting, shelfWith } from "../shelves.ts";

it.each([
  ["علي بابا", "No picture: its fonts do not have the letters of"],
  ["עליבאבא", "No picture: its fonts do not have the letters of"],
  ["알리바바", "No picture: its fonts do not have the letters of"],
  ["阿里巴巴", undefined],
  ["Αλιμπάμπα", undefined],
  ["Алибаба", undefined],
])("with %s", async (label, said) => {
  const root = shelfWith({
    "data/organizations/alibaba.json": setting("/label", label),
    "data/pledges/alibaba-common-prosperity.json": setting("/label", label),
    "data/events/world-internet-conference.json": setting("/label", label),
  });
  const bot = createBot(createLibrary(await readShelf(root)), commands, englishMessages, keptLog());
  for (const line of ["/compare alibaba tencent", "/timeline common prosperity"]) {
    const { picture, close } = await bot.answerLine(line);
    const notes = close.flatMap((block) => (block.type === "note" ? block.texts : [])).join("\n");
    expect(picture === undefined, line).toBe(said !== undefined);
    if (said === undefined) expect(notes).not.toContain("No picture");
    else expect(notes).toContain(said);
  }
});

/** What /who answers. */

import { type Ask, makeAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, makeAnswer } from "../../src/desk/answer.ts";
import { createCiting, notes, reviewed } from "../../src/desk/citations.ts";
import type { Desk } from "../../src/desk/command.ts";
import { miss, resolve, several } from "../../src/desk/resolve.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { tallyOfConcerned } from "../../src/library/referrers.ts";
import { type Kind, refOf } from "../../src/shelf/kinds.ts";
import { absentIn, isSubject, knownOf, recordsOf, type Subject } from "./profile-data.ts";
import { buttonsFor, itemsFor } from "./profile-items.ts";

const WHO: readonly Kind[] = ["people", "organizations"];

async function answerWith(ask: Ask, subject: Subject, lead: readonly Block[], desk: Desk): Promise<Answer> {
  const { library, words } = desk;
  const say = words.who;
  const citing = createCiting(library, words);
  const known = await knownOf(subject, desk);
  const absent = absentIn(known, desk);
  return makeAnswer({
    ask,
    title: words.title(subject.label, say.what),
    outcome: "found",
    lead,
    items: await itemsFor(known, citing, desk),
    close: notes([absent.length > 0 ? say.absent(absent) : undefined, reviewed(recordsOf(known), words)]),
    sources: citing.sources(),
    buttons: await buttonsFor(known, desk),
  });
}

/** Everyone, those first of whom the shelf has most. */
async function menu(ask: Ask, { library, words }: Desk): Promise<Answer> {
  const many = tallyOfConcerned((await library.find({})).hits);
  const ranked = (await library.find({ kinds: WHO })).hits
    .map((record) => ({ record, many: many.get(refOf(record)) ?? 0 }))
    .sort((a, b) => b.many - a.many);
  return makeAnswer({
    ask,
    title: words.who.menuTitle,
    outcome: "menu",
    items: ranked.map(({ record: { id, label }, many }) => [
      {
        type: "choices",
        choices: [
          {
            label,
            ...(many > 0 ? { detail: words.who.menuDetail(many) } : {}),
            ask: makeAsk("who", id),
          },
        ],
      },
    ]),
  });
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  if (ask.words === "") return menu(ask, desk);
  // “/who is xi” is what a person says.
  const sought = ask.words.replace(/^(?:is|are|was|were) (?=.)/i, "");
  const resolved = await resolve(sought, [WHO], desk.library);
  if (resolved.type === "several") return several(ask, resolved.records, desk);
  if (resolved.type === "one" && isSubject(resolved.record)) {
    const { record, likeness } = resolved;
    const lead: Block[] = likeness ? [{ type: "text", text: desk.words.showing(record.label, sought) }] : [];
    return answerWith(ask, record, lead, desk);
  }
  const near = resolved.type === "near" ? resolved.records : [];
  return miss(ask, sought, { near, kinds: WHO }, desk);
}

export async function suggest(_option: string, typed: string, desk: Desk): Promise<readonly Suggestion[]> {
  return desk.library.suggest(typed, WHO);
}

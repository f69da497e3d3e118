/** Suggests asks that follow from an answer, as choices and buttons. */

import { isSameRecord, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import type { AnswerButton, MenuChoice } from "./answer.ts";
import { askButtons } from "./answer-parts.ts";
import type { CommandContext } from "./command.ts";
import { recordOffers } from "./resolve.ts";

/** The kinds that an ask can name, in order of preference. */
const NAMED = ["events", "terms", "people", "organizations"];

/** How many records of each kind are checked for offers. */
const ENOUGH = 8;

/** Returns up to four buttons: offers for the subject, then pledges, quotes and terms of the shown records in turn. */
export async function relatedButtons(
  subject: AnyRecord | undefined,
  shown: readonly AnyRecord[],
  context: CommandContext,
): Promise<AnswerButton[]> {
  const refs = [...new Set(shown.flatMap((record) => [recordRef(record), ...referencesOf(record)]))];
  const named = NAMED.flatMap((kind) => refs.filter((ref) => ref.startsWith(`${kind}/`)).slice(0, ENOUGH));
  const offers: MenuChoice[] = [];
  for (const record of await context.library.records(named))
    if (record && !isSameRecord(record, subject)) offers.push(...(await recordOffers(record, context)));
  const of = (command: string) => offers.filter(({ ask }) => ask.command === command);
  const [pledges, quotes, terms] = [of("pledge"), of("quote"), of("define")];
  const interleaved = offers.flatMap((_, index) =>
    [pledges, quotes, terms].flatMap((all) => all[index] ?? []),
  );
  const subjectOffers = subject ? await recordOffers(subject, context) : [];
  return askButtons([...subjectOffers, ...interleaved].slice(0, 4));
}

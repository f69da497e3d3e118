/** Says in one line what the sources state of a pledge. */
import type { Messages } from "../language/messages.ts";
import { amountKey } from "../shelf/pledge-parts.ts";
import type { PledgeRecord } from "../shelf/records.ts";
import type { LineBlock, LinePart, Passage } from "./answer.ts";
import { namedLine } from "./answer-parts.ts";

/** A pledge with the passages of each of its accounts. */
export interface DrawnPledge {
  readonly pledge: PledgeRecord;
  readonly passages: readonly (readonly Passage[])[];
  /** The names of its donors. */
  readonly donors: readonly string[];
}

/** Returns the amounts of a pledge, each as a source states it. */
function amountParts({ pledge, passages }: DrawnPledge, messages: Messages): LinePart[] {
  const { brief, quoted } = messages;
  const { accounts } = pledge;
  const textOf = ({ amount }: PledgeRecord["accounts"][number]): string => {
    if (amount.status === "unstated") return brief.noSum;
    return amount.status === "undisclosed" ? brief.notDisclosed : quoted(amount.stated);
  };
  const keys = [...new Set(accounts.map(({ amount }) => amountKey(amount)))];
  return keys.flatMap((key, index): LinePart[] => {
    const alike = accounts.flatMap((account, at) => (amountKey(account.amount) === key ? [at] : []));
    const own = alike.flatMap((at) => passages[at]?.slice(0, 1) ?? []);
    return [
      ...(index === 0 ? [] : [{ text: ` ${brief.or} ` }]),
      { text: textOf(accounts[alike[0]!]!), passages: own },
    ];
  });
}

/**
 * Returns a pledge in one line: the name it is shown under, what each source states, and by whom.
 * @param beside what stands in brackets beside that name
 * @param isOwn whether the name is that of its only donor
 */
export function pledgeLine(
  { name, beside }: { readonly name: string; readonly beside: string },
  drawn: DrawnPledge,
  isOwn: boolean,
  messages: Messages,
): LineBlock {
  const { pledge, donors } = drawn;
  const { brief } = messages;
  const by = messages.list(donors);
  const givers =
    donors.length > 0
      ? pledge.joint
        ? brief.jointly(by)
        : brief.by(by)
      : pledge.donorsStated
        ? brief.by(messages.quoted(pledge.donorsStated))
        : undefined;
  // A name that begins with the donors says by whom it is.
  const isNamed = isOwn || givers === undefined || (by !== "" && name.startsWith(by));
  const amounts = amountParts(drawn, messages);
  return namedLine(
    name,
    [
      ...amounts,
      ...(isNamed ? [] : [{ text: ` ${givers}` }]),
      ...(amounts.length > 1 ? [{ text: `${messages.between}${brief.differ}` }] : []),
    ],
    messages,
    beside,
  );
}

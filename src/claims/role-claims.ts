/** Compares the office that a sentence gives a person in an organization with the recorded roles. */
import { CLAIM_GRAMMARS, claimPattern, OFFICES } from "../language/claim-grammar.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import { namesOf, statesOffice } from "./offices.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { RoleVerdict } from "./verdicts.ts";

const OFFICE = OFFICES.map(namesOf).join("|");
const LEAD = CLAIM_GRAMMARS.map(({ offices }) => offices.lead).join("");
const JOINING = claimPattern(({ offices }) => offices.joining);

/** Text between a person and an organization, in this order or reversed, that names an office. */
const AFTER_PERSON = CLAIM_GRAMMARS.flatMap(({ offices }) =>
  offices.afterPerson ? [new RegExp(`^${offices.afterPerson(OFFICE)}$`, "iu")] : [],
);
const BEFORE_PERSON = [
  new RegExp(String.raw`^${LEAD}(?<one>${OFFICE})(?:${JOINING}(?<two>${OFFICE}))?,?\s*$`, "iu"),
];

/** Forms in which the office comes last: “张勇是阿里巴巴首席执行官”. */
const OFFICE_LAST = CLAIM_GRAMMARS.flatMap(({ offices: { being, lead } }) =>
  being === undefined
    ? []
    : [{ being: new RegExp(`^(?:${being})$`, "u"), office: new RegExp(`^${lead}(?<one>${OFFICE})`, "iu") }],
);

/** Matches an office right after an organization, if the text before that links a person to it. */
function officeAfter(between: string, rest: string): RegExpExecArray | undefined {
  for (const { being, office } of OFFICE_LAST) {
    const found = being.test(between) && office.exec(rest);
    if (found) return found;
  }
  return undefined;
}

/**
 * Returns verdicts on the offices in a sentence. An office is supported by a recorded role in that organization. It is
 * not as stated if the person has no role there but the same office elsewhere; otherwise it gets no verdict.
 */
export function checkRoles({ text, tokens }: TokenizedSentence): RoleVerdict[] {
  const named = tokens.filter((token) => isOfKind(token, "person", "organization"));
  return named.slice(1).flatMap((second, index): RoleVerdict[] => {
    const first = named[index]!;
    if (first.kind === second.kind) return [];
    const between = text.slice(first.end, second.start);
    const isPersonFirst = isOfKind(first, "person");
    const [person, organization] = isPersonFirst ? [first, second] : [second, first];
    for (const form of isPersonFirst ? AFTER_PERSON : BEFORE_PERSON) {
      const { one, two } = form.exec(between)?.groups ?? {};
      const offices = [one, two].filter((office) => office !== undefined);
      if (offices.length > 0)
        return evaluateRole(person, organization, offices, text.slice(first.start, second.end));
    }
    const last = isPersonFirst ? officeAfter(between, text.slice(second.end)) : undefined;
    return last
      ? evaluateRole(
          person,
          organization,
          [last.groups!.one!],
          text.slice(first.start, second.end + last[0].length),
        )
      : [];
  });
}

function evaluateRole(
  person: ClaimToken,
  organization: ClaimToken,
  offices: readonly string[],
  said: string,
): RoleVerdict[] {
  const { record } = person;
  if (record?.kind !== "people" || organization.record?.kind !== "organizations") return [];
  const named = organization.record;
  const isThere = (role: (typeof record.roles)[number]) =>
    role.of === named.id || isNamedIn(named, role.stated ?? "");
  const rolesThere = record.roles.filter(isThere);
  const supporting = rolesThere.filter((role) => offices.every((office) => statesOffice(role, office)));
  const elsewhere = record.roles.filter(
    (role) => role.of !== undefined && !isThere(role) && offices.some((office) => statesOffice(role, office)),
  );
  const shown = supporting.length > 0 ? supporting : rolesThere.length === 0 ? elsewhere : [];
  return shown.length === 0
    ? []
    : [
        {
          about: "role",
          kind: supporting.length > 0 ? "supported" : "not-as-stated",
          said,
          record,
          evidence: shown.map(({ evidence }) => evidence),
        },
      ];
}

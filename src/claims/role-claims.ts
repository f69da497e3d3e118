/** What a sentence calls a person of an organization, held against what the sources call them. */
import { containsFolded } from "../shelf/evidence.ts";
import type { ClaimToken, TokenizedSentence } from "./tokenize.ts";
import type { RoleVerdict } from "./verdicts.ts";

/** Offices, in the English of the sources and as both languages write them. */
const OFFICES: readonly (readonly [stated: RegExp, said: string])[] = [
  [/\bCEO\b/i, "CEO|chief executive(?: officer)?|首席执行官|首席執行官|执行长|執行長|行政总裁"],
  [/\bfounder\b/i, "founder|创始人|創始人|创办人|創辦人"],
  [/\bchairman\b/i, "chairman|董事长|董事長"],
  [/\bchair\b/i, "chair|所长|所長"],
  [/\bprofessor\b/i, "professor|教授"],
];

const OFFICE = OFFICES.map(([, said]) => said).join("|");
const WORDS = "(?:[\\p{L}’'-]+\\s+){0,6}?";

/** What stands between a person and an organization where the one has an office in the other. */
const AFTER_PERSON = new RegExp(
  `^,?\\s*(?:(?:is|was)\\s+)?(?:the\\s+|an?\\s+)?(?:(?:billionaire|influential)\\s+)?(?<one>${OFFICE})(?:\\s+and\\s+(?<two>${OFFICE}))?\\s+(?:of|at)\\s+${WORDS}$`,
  "iu",
);
const BEFORE_PERSON = new RegExp(
  `^(?:['’]s)?\\s*(?:集团|集團|公司)?的?(?<one>${OFFICE})(?:\\s+and\\s+(?<two>${OFFICE})|兼(?<three>${OFFICE}))?,?\\s*$`,
  "iu",
);
const IS_OF = /^(?:是|为|為)$/u;

/** The verdicts on the offices in a sentence. An office that the shelf has of no such house is not its affair. */
export function checkRoles({ text, tokens }: TokenizedSentence): RoleVerdict[] {
  const named = tokens.filter(({ kind }) => kind === "P" || kind === "D");
  return named.slice(1).flatMap((second, index): RoleVerdict[] => {
    const first = named[index]!;
    if (first.kind === second.kind) return [];
    const between = text.slice(first.end, second.start);
    const [person, house] = first.kind === "P" ? [first, second] : [second, first];
    const groups = (first.kind === "P" ? AFTER_PERSON : BEFORE_PERSON).exec(between)?.groups;
    const offices = [groups?.one, groups?.two, groups?.three].filter((office) => office !== undefined);
    if (offices.length > 0) return verdictsOn(person, house, offices, text.slice(first.start, second.end));
    // 张勇是阿里巴巴首席执行官: the office comes last.
    const last =
      IS_OF.test(between) &&
      new RegExp(`^(?:集团|集團|公司)?的?(?<one>${OFFICE})`, "iu").exec(text.slice(second.end));
    return last && first.kind === "P"
      ? verdictsOn(person, house, [last.groups!.one!], text.slice(first.start, second.end + last[0].length))
      : [];
  });
}

function verdictsOn(
  person: ClaimToken,
  house: ClaimToken,
  offices: readonly string[],
  said: string,
): RoleVerdict[] {
  const { record } = person;
  if (record?.kind !== "people" || house.record?.kind !== "organizations") return [];
  const of = house.record.id;
  const is = (stated: string | undefined, office: string): boolean =>
    OFFICES.some(
      ([form, names]) => new RegExp(`^(?:${names})$`, "i").test(office) && form.test(stated ?? ""),
    );
  const names = [house.record.label, ...house.record.aliases];
  const isThere = (role: (typeof record.roles)[number]) =>
    role.of === of || names.some((name) => containsFolded(name, role.stated ?? ""));
  const there = record.roles.filter(isThere);
  const borne = there.filter(({ stated }) => offices.every((office) => is(stated, office)));
  const elsewhere = record.roles.filter(
    (role) => role.of !== undefined && !isThere(role) && offices.some((office) => is(role.stated, office)),
  );
  const shown = borne.length > 0 ? borne : there.length === 0 ? elsewhere : [];
  return shown.length === 0
    ? []
    : [
        {
          about: "role",
          kind: borne.length > 0 ? "borne" : "silent",
          said,
          record,
          evidence: shown.map(({ evidence }) => evidence),
        },
      ];
}

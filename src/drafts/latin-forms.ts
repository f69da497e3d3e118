/** Tells by which shorter forms a text goes on to call those whom it names. */
import { CHINESE_SURNAMES, GIVEN_NAMES } from "../language/en/given-names.ts";
import { isGenericName } from "../language/name-forms.ts";
import { foldName } from "../shelf/fold.ts";
import type { Entity, StatedRole } from "./entities.ts";
import { nameParts } from "./latin-runs.ts";

/** Somebody whom a text names, in the words of one place. */
export interface NamedEntity {
  readonly kind: Entity["kind"];
  readonly name: string;
  readonly start: number;
  readonly role?: StatedRole | undefined;
  /** The title of courtesy before it. */
  readonly courtesy?: string | undefined;
  /** Whether the title is a part of the name, by which its bearer is told from another of the family. */
  readonly isTitled?: boolean | undefined;
}

/** Returns the letters in brackets by which a text goes on to call an organization: “Ridge Community Fund (RCF)”. */
function abbreviationsIn(all: readonly NamedEntity[], text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { kind, name } of all) {
    if (kind !== "organizations" || nameParts(name).length === 1) continue;
    const at = text.indexOf(`${name} (`);
    const letters =
      at < 0 ? undefined : ABBREVIATED.exec(text.slice(at + name.length, at + name.length + 20))?.[1];
    if (letters === undefined) continue;
    const capitals = name.replace(/[^\p{Lu}]/gu, "");
    if (capitals.endsWith(letters) || letters === capitals) found.set(name, letters);
  }
  return found;
}

const ABBREVIATED = /^ \((?:the )?[“"]?(\p{Lu}{2,8})[”"]?\)/u;

/** Adds the shorter forms by which a text goes on to call somebody, and drops names that are but a form of another. */
export function withForms(all: readonly NamedEntity[], runs: readonly string[], text: string): Entity[] {
  const alone = new Set(runs);
  const short = abbreviationsIn(all, text);
  const abbreviated = new Set(short.values());
  const entities: Entity[] = [];
  const people = all.filter(({ kind, name }) => kind === "people" && nameParts(name).length > 1);
  const taken = new Set(people.flatMap(({ name }) => [nameParts(name)[0]!, nameParts(name).at(-1)!]));
  for (const { kind, name, role, start, courtesy, isTitled } of all) {
    const words = nameParts(name);
    if (words.length === 1 && (taken.has(name) || abbreviated.has(name))) continue;
    const longer = all.find(
      (other) =>
        other.kind === kind &&
        other.name !== name &&
        other.name.length > name.length &&
        (other.name.endsWith(` ${name}`) || (kind === "organizations" && other.name.startsWith(`${name} `))),
    );
    if (longer && (kind === "people" || !role)) continue;
    const forms = new Set([name]);
    if (isTitled) {
      entities.push({ kind, name, role, start, forms: [name] });
      continue;
    }
    const ownShort = short.get(name);
    if (ownShort !== undefined) forms.add(ownShort);
    if (kind === "people" && words.length > 1) {
      const isFamilyFirst =
        CHINESE_SURNAMES.has(words[0]!.toLowerCase()) &&
        !GIVEN_NAMES.has(words[0]!.toLowerCase()) &&
        !alone.has(words.at(-1)!);
      const family = isFamilyFirst ? words[0]! : words.at(-1)!;
      forms.add(family);
      for (let from = 1; from < words.length - 1; from++) forms.add(words.slice(from).join(" "));
      if (!isFamilyFirst && alone.has(words[0]!) && GIVEN_NAMES.has(words[0]!.toLowerCase()))
        forms.add(words[0]!);
    }
    if (kind === "organizations" && words.length > 1)
      for (let to = words.length - 1; to > 0; to--) {
        const short = words.slice(0, to).join(" ");
        if (alone.has(short) && !isGenericName(nameParts(foldName(short))) && !taken.has(short))
          forms.add(short);
      }
    const titled =
      kind === "people" && words.length === 1 && courtesy !== undefined ? `${courtesy} ${name}` : name;
    const lead = titled.length - name.length;
    const isWritten = text.startsWith(titled, start - lead);
    entities.push({ kind, name: titled, role, start: isWritten ? start - lead : start, forms: [...forms] });
  }
  return entities;
}

/** Defines who a text names, and finds the places where it does. */
import { KIN_BEFORE } from "../language/en/draft-phrases.ts";
import { containsHan } from "../support/han.ts";

/** What the text calls somebody, in its own words. */
export interface StatedRole {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A person or an organization that a text names. `name` is the longest form; `forms` are all that stand for it. */
export interface Entity {
  readonly kind: "people" | "organizations";
  readonly name: string;
  readonly forms: readonly string[];
  readonly role?: StatedRole | undefined;
  /** Where the text first names it. */
  readonly start: number;
}

/** A place where an entity is named. */
export interface Mention {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Tells whether a name that stands in a range is a word of its own there; Chinese names have no ends to be seen. */
const isOwnWord = (text: string, start: number, end: number): boolean =>
  containsHan(text.slice(start, end)) ||
  (!LETTER.test(text[start - 1] ?? " ") && !LETTER.test(text[end] ?? " "));

const FIRST_LETTERS = /[\p{Lu}\p{Script=Han}]|(?<![\p{L}\p{N}])[\p{Ll}\d]/gu;

/** Tells whether the words before a name say whose relative it is of. */
const isRelative = (text: string, { kind, start }: Entity): boolean =>
  kind === "people" && KIN_BEFORE.test(text.slice(Math.max(0, start - 60), start));

/** Finds the places where a text names its entities: the longest form at each place, and of several the last introduced. */
export function locateMentions(text: string, entities: readonly Entity[]): Mention[] {
  const byStart = new Map<string, { readonly form: string; readonly entity: Entity }[]>();
  for (const entity of entities)
    for (const form of entity.forms) {
      const key = form.slice(0, 2);
      byStart.set(key, [...(byStart.get(key) ?? []), { form, entity }]);
    }
  for (const forms of byStart.values()) forms.sort((a, b) => b.form.length - a.form.length);
  const found: Mention[] = [];
  /** Whom a form that several share was last used for. */
  const last = new Map<string, Entity>();
  /** Whom a short form stood for when it first stood alone: one who was named so is named so to the end. */
  const alone = new Map<string, Entity>();
  let from = 0;
  for (const { index: start } of text.matchAll(FIRST_LETTERS)) {
    if (start < from) continue;
    const here = (byStart.get(text.slice(start, start + 2)) ?? []).filter(
      ({ form }) => text.startsWith(form, start) && isOwnWord(text, start, start + form.length),
    );
    const [longest] = here;
    if (!longest) continue;
    const known = alone.get(longest.form) ?? last.get(longest.form);
    const same = here.filter(({ form }) => form === longest.form).map(({ entity }) => entity);
    const introduced = same.filter((entity) => entity.start <= start);
    // “Roe’s daughter, Ann Roe, …. Roe was born”: the family name alone is not of who was named as another’s relative.
    const heads = introduced.filter((entity) => !isRelative(text, entity));
    const own = heads.length > 0 && longest.form !== heads[0]!.name ? heads : introduced;
    const entity = known && own.includes(known) ? known : (own.at(-1) ?? same[0]!);
    for (const form of entity.forms) last.set(form, entity);
    if (longest.form !== entity.name && !alone.has(longest.form)) alone.set(longest.form, entity);
    from = start + longest.form.length;
    found.push({ entity, start, end: from });
  }
  return found;
}

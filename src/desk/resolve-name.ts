/** Resolves what people type to records: by name, title, role, a longer name that holds a known one, or a near name. */
import {
  isGenericName,
  readRoles,
  readTitledName,
  statedRoleForms,
  stripCompanySuffixes,
} from "../language/name-forms.ts";
import { addsNumber } from "../language/ordinals.ts";
import type { FindResult, Library, MatchKind } from "../library/library.ts";
import { namedIn } from "../library/lookups.ts";
import { foldName, nameWords } from "../shelf/fold.ts";
import { distinctRecords, type RecordKind, recordNames, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, RecordOfKinds } from "../shelf/records.ts";
import { containsHan } from "../support/han.ts";

/**
 * The result of a resolution. `one`: a single match; `likeness` tells that its name is only similar. `several`: equally
 * good matches. `near`: no match, but similar names. `none`: nothing.
 */
export type Resolution<Match> =
  | { readonly type: "one"; readonly match: Match; readonly likeness: boolean }
  | { readonly type: "several" | "near"; readonly matches: readonly Match[] }
  | { readonly type: "none" };

const NONE: Resolution<never> = { type: "none" };

/** Converts equally good matches to a resolution. */
export function resolutionFrom<Match>(matches: readonly Match[], likeness = false): Resolution<Match> {
  const [match, ...others] = matches;
  if (match === undefined) return NONE;
  return others.length > 0 ? { type: "several", matches } : { type: "one", match, likeness };
}

const near = <Match>(matches: readonly Match[]): Resolution<Match> =>
  matches.length === 0 ? NONE : { type: "near", matches };

const RANK: readonly MatchKind[] = ["name", "words", "likeness"];

const isName = ({ by, hits }: FindResult): boolean => by === "name" && hits.length > 0;

const wordsOf = (name: string): string[] => nameWords(foldName(name));

type Subject = Extract<AnyRecord, { readonly roles: unknown }>;
const hasRoles = (record: AnyRecord): record is Subject => "roles" in record;

/** Finds a name in groups of kinds. The best kind of match wins; between equals, the earlier group. */
async function findBest(
  words: string,
  groups: readonly (readonly RecordKind[])[],
  library: Library,
): Promise<FindResult | undefined> {
  const findings = await Promise.all(groups.map((kinds) => library.find({ words, kinds })));
  return findings
    .filter(({ hits }) => hits.length > 0)
    .sort((a, b) => RANK.indexOf(a.by) - RANK.indexOf(b.by))[0];
}

/** A name similar to a person's is only `near`, so that nobody is mistaken for someone else. */
function fromFinding(words: string, { by, hits }: FindResult): Resolution<AnyRecord> {
  const likeness = by === "likeness";
  if (likeness && (hits.length > 1 || hits.some(({ kind }) => kind === "people"))) return near(hits);
  // A place or a generic word in somebody's name does not name them.
  const isVague = by === "words" && hits.some(hasRoles) && isGenericName(wordsOf(words));
  return isVague ? near(hits) : resolutionFrom(hits, likeness);
}

/** Resolves a name as names are recorded: exact, all words in one name, or a name within a few typing errors. */
export async function resolvePlainName<Kind extends RecordKind>(
  words: string,
  groups: readonly (readonly Kind[])[],
  library: Library,
): Promise<Resolution<RecordOfKinds<Kind>>> {
  const best = await findBest(words, groups, library);
  // `find` returns only records of the requested kinds; its type does not say so.
  return (best ? fromFinding(words, best) : NONE) as Resolution<RecordOfKinds<Kind>>;
}

/** Returns the people whose name begins with a Chinese surname. */
async function withSurname(surname: string, library: Library): Promise<AnyRecord[]> {
  const suggested = await library.suggest(surname, ["people"]);
  const people = await library.records(suggested.map(({ value }) => `people/${value}` as const));
  return people.filter((person) => person !== undefined);
}

/** Resolves “professor wang”: a title that says what somebody is must agree with a recorded role. */
async function resolveTitled(words: string, library: Library): Promise<Resolution<AnyRecord>> {
  const titled = readTitledName(words);
  if (!titled || titled.name === "") return NONE;
  const { name, office } = titled;
  const found =
    containsHan(name) && [...name].length === 1
      ? await withSurname(name, library)
      : await library
          .find({ words: name, kinds: ["people"] })
          .then(({ by, hits }) => (by === "likeness" ? [] : hits));
  if (office === undefined) return resolutionFrom(found);
  const forms = statedRoleForms(office.replace(/^(?:the|former|vice) |\.$/gi, ""));
  const agreeing = found.filter(
    (record) =>
      hasRoles(record) && record.roles.some(({ stated = "" }) => forms.some((form) => form.test(stated))),
  );
  return agreeing.length > 0 ? resolutionFrom(agreeing) : near(found);
}

/** Returns the people of whom a source states a role in an organization. */
async function holdersIn(organization: AnyRecord, library: Library): Promise<Subject[]> {
  const people = ["people"] as const;
  const found = await Promise.all([
    library.find({ concerning: recordRef(organization), kinds: people }),
    ...recordNames(organization).map((words) => library.find({ words, in: "roles", kinds: people })),
  ]);
  return distinctRecords(found.flatMap(({ hits }) => hits)).filter(hasRoles);
}

/** How many organizations of a name are looked at for whoever holds an office there. */
const MOST_ORGANIZATIONS = 5;

/** Resolves “ceo of xiaomi” and “who runs the serica initiative”, by roles whose office and organization agree. */
async function resolveOffice(words: string, library: Library): Promise<Subject[]> {
  const readings = readRoles(words)
    .map(({ role, whose }) => ({ whose, forms: statedRoleForms(role) }))
    .filter(({ forms }) => forms.length > 0);
  const named = await Promise.all(
    readings.map(({ whose }) =>
      library.find({ words: whose, kinds: ["organizations"], most: MOST_ORGANIZATIONS }),
    ),
  );
  for (const [index, { forms }] of readings.entries()) {
    const { by, hits } = named[index]!;
    if (by === "likeness") continue;
    const holders = await Promise.all(hits.map((organization) => holdersIn(organization, library)));
    for (const [at, organization] of hits.entries()) {
      const names = recordNames(organization).map(foldName);
      const isTheirs = ({ stated = "", of }: Subject["roles"][number]) =>
        of === organization.id || names.some((name) => ` ${foldName(stated)} `.includes(` ${name} `));
      const states = ({ stated = "" }: Subject["roles"][number]) => forms.some((form) => form.test(stated));
      const own = holders[at]!.filter(({ roles }) => roles.some((one) => isTheirs(one) && states(one)));
      if (own.length > 0) return own;
      if (hasRoles(organization) && organization.roles.some(states)) return [organization];
    }
  }
  return [];
}

/** Resolves what sources call somebody: “chinese economist”, “food delivery platform”, “ceo”. */
async function resolveDescription(typed: string, library: Library): Promise<readonly AnyRecord[]> {
  const sought = wordsOf(typed).filter((word) => !/^(?:the|an?|of|at|in|is)$/.test(word));
  const hasRole = sought.some((word) => statedRoleForms(word).length > 0);
  if (sought.length === 0 || (isGenericName(sought) && !hasRole)) return [];
  return (await library.find({ words: typed, in: "roles" })).hits;
}

async function resolveRole(
  words: string,
  kinds: readonly RecordKind[],
  library: Library,
): Promise<Resolution<AnyRecord>> {
  const [office, described] = await Promise.all([
    resolveOffice(words, library),
    resolveDescription(words, library),
  ]);
  const found = office.length > 0 ? office : described;
  return resolutionFrom(found.filter(({ kind }) => kinds.includes(kind)));
}

/** Resolves a longer name that holds one known name: “the third distribution of wealth”, “Tencent Holdings Ltd”. */
async function resolveLonger(
  words: string,
  kinds: readonly RecordKind[],
  library: Library,
): Promise<Resolution<AnyRecord>> {
  const stripped = stripCompanySuffixes(words);
  const mayBeCompany = stripped !== "" && stripped !== words && kinds.includes("organizations");
  const [company, mentioned] = await Promise.all([
    mayBeCompany ? library.find({ words: stripped, kinds: ["organizations"] }) : undefined,
    namedIn(words, ["terms", "events", "people", "organizations"], library),
  ]);
  if (company && isName(company)) return resolutionFrom(company.hits);
  const named = distinctRecords(mentioned);
  const [record] = named;
  // A person’s or company’s name in a longer one may be another’s: the Alibaba Foundation is not Alibaba.
  if (!record || named.length > 1 || hasRoles(record) || !kinds.includes(record.kind)) return NONE;
  const isOther = addsNumber(foldName(words), recordNames(record).map(foldName).join(" "));
  return isOther ? near([record]) : resolutionFrom([record], true);
}

/**
 * Resolves a name in groups of kinds. Tries, from the surest to the least sure: the name itself, a title with a name,
 * all words in one name, a role, a longer name, a name with a few typing errors.
 */
export async function resolveName<Kind extends RecordKind>(
  words: string,
  groups: readonly (readonly Kind[])[],
  library: Library,
): Promise<Resolution<RecordOfKinds<Kind>>> {
  const kinds: readonly RecordKind[] = groups.flat();
  const best = await findBest(words, groups, library);
  const plain = best ? fromFinding(words, best) : NONE;
  if (best?.by === "name" || (best?.by === "words" && plain.type !== "near"))
    return plain as Resolution<RecordOfKinds<Kind>>;
  const hasPeople = kinds.includes("people");
  const ways = [
    ...(hasPeople ? [resolveTitled(words, library), resolveRole(words, kinds, library)] : []),
    resolveLonger(words, kinds, library),
  ];
  let offered: Resolution<AnyRecord> = plain;
  for (const found of await Promise.all(ways)) {
    if (found.type === "one" || found.type === "several") return found as Resolution<RecordOfKinds<Kind>>;
    if (offered.type === "none") offered = found;
  }
  return offered as Resolution<RecordOfKinds<Kind>>;
}

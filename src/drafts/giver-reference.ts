/** Tells whom “it”, “they”, “the company” or “the three companies” means as a giver. */
import { countedBodies, PLURAL_GIVERS, SINGULAR_PERSON, SINGULAR_THING } from "../language/draft-patterns.ts";
import { OWN_OF_PERSON, SAID_BEFORE, SAID_OF_ITSELF } from "../language/en/draft-phrases.ts";
import type { OpenQuestion } from "./draft.ts";
import type { Entity } from "./entities.ts";
import { lastList, names } from "./named-givers.ts";
import type { Reading, ReadSentence } from "./reading.ts";
import { antecedent, bodyByNoun, hasRoleNoun, personByRole, subjectsOf } from "./reference.ts";

/** Those who gave, or what is open about them. */
export interface Givers {
  readonly entities: readonly Entity[];
  readonly question?: OpenQuestion | undefined;
}

/** Returns whom a pronoun or a phrase means as giver; undefined where it stands for nobody. */
export function referredGivers(
  reading: Reading,
  sentence: ReadSentence,
  word: string,
  offset: number,
): Givers | undefined {
  if (SINGULAR_PERSON.test(word)) {
    const { entity, question } = antecedent(reading, sentence, offset, word, new Map(), {
      byName: new Map(),
    });
    return { entities: entity ? [entity] : [], question };
  }
  if (OWN_OF_PERSON.test(word)) return companyOf(sentence, offset);
  if (SINGULAR_THING.test(word)) return lastSubjects(reading, sentence, offset, word, 1);
  if (PLURAL_GIVERS.test(word)) return lastSubjects(reading, sentence, offset, word, 2);
  const counted = countedBodies(word);
  if (counted !== undefined) {
    const entities = lastList(reading.sentences, sentence, offset, counted);
    const question = { about: "giver", words: word, candidates: [] } as const;
    return entities.length > 0 ? { entities } : { entities, question };
  }
  const body = bodyByNoun(reading, word, offset);
  if (body.entity) return { entities: [body.entity] };
  const person = hasRoleNoun(word) ? personByRole(reading, word, offset) : {};
  if (person.entity) return { entities: [person.entity] };
  const question = body.question ?? person.question;
  return question ? { entities: [], question } : undefined;
}

/** “NAME, head of COMPANY, said his company …”. */
function companyOf(sentence: ReadSentence, offset: number): Givers {
  const bodies = sentence.mentions.filter(
    ({ entity, end }) => entity.kind === "organizations" && end <= offset,
  );
  const distinct = names(bodies);
  return distinct.length === 1
    ? { entities: distinct }
    : {
        entities: [],
        question: { about: "company", words: "", candidates: distinct.map(({ name }) => name) },
      };
}

function lastSubjects(
  reading: Reading,
  sentence: ReadSentence,
  offset: number,
  word: string,
  count: number,
): Givers {
  const nearest = sentence.mentions.filter(({ end }) => end <= offset).at(-1);
  if (
    count === 1 &&
    nearest?.entity.kind === "organizations" &&
    SAID_OF_ITSELF.test(sentence.text.slice(nearest.end - sentence.start, offset - sentence.start))
  )
    return { entities: [nearest.entity] };
  // “…; the government said it would”: “it” is who said so, whom nothing names.
  const clause = sentence.text.slice(0, offset - sentence.start).replace(/^.*;/su, "");
  const isNamed = sentence.mentions.some(
    ({ start, end }) => end <= offset && start >= offset - clause.length,
  );
  if (count === 1 && !isNamed && SAID_BEFORE.test(clause))
    return { entities: [], question: { about: "person", words: word, candidates: [] } };
  for (let at = sentence.index; at >= 0 && at > sentence.index - 3; at--) {
    const one = reading.sentences[at]!;
    const found = [
      ...subjectsOf(reading, one, "organizations", at === sentence.index ? offset : one.end),
      ...(count > 1 ? subjectsOf(reading, one, "people", at === sentence.index ? offset : one.end) : []),
    ];
    if (found.length === count || (count > 1 && found.length > 1)) return { entities: found };
    if (found.length > 0)
      return {
        entities: [],
        question: { about: "person", words: word, candidates: found.map(({ name }) => name) },
      };
  }
  return { entities: [], question: { about: "person", words: word, candidates: [] } };
}

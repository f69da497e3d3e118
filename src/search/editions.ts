/** Answers as of several editions of one collection, by taking the changes between them back and making them again. */
import type { SearchDocument } from "./corpus.ts";
import type { SearchEngine } from "./engine.ts";

/** What makes one edition of the next: documents that are gone, whole, so that this can be taken back, and those that came. */
export interface DocumentChanges {
  readonly gone: readonly SearchDocument[];
  readonly come: readonly SearchDocument[];
}

/** An engine that finds what any of its editions holds, and nothing of another. Editions are numbered from 0. */
export interface EngineEditions {
  /** The engine as it is for this edition, until another is asked for. @throws {Error} for one that is not kept */
  at(edition: number): SearchEngine;
  /** Takes what makes the next edition of this one. */
  take(edition: number, changes: DocumentChanges): void;
  /** Keeps no edition before this one. */
  forgetBefore(edition: number): void;
}

function move(engine: SearchEngine, { gone, come }: DocumentChanges): void {
  for (const { id } of gone) engine.remove(id);
  for (const document of come) engine.add(document);
}

/** Creates the editions of an engine, which stands at this one. */
export function createEngineEditions(engine: SearchEngine, first = 0): EngineEditions {
  const changes = new Map<number, DocumentChanges>();
  let now = first;
  const needed = (from: number): DocumentChanges => {
    const found = changes.get(from);
    if (!found) throw new Error(`The changes of edition ${from} are not kept`);
    return found;
  };
  return {
    at(edition) {
      for (; now < edition; now++) move(engine, needed(now));
      for (; now > edition; now--) {
        const { gone, come } = needed(now - 1);
        move(engine, { gone: come, come: gone });
      }
      return engine;
    },
    take: (edition, next) => void changes.set(edition, next),
    forgetBefore(edition) {
      for (; now < edition; now++) move(engine, needed(now));
      for (const known of changes.keys()) if (known < edition) changes.delete(known);
    },
  };
}

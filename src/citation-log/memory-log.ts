/** Implements the citation log in memory, for the terminal, where a process is one conversation. */
import {
  type CitationLog,
  type CitedSource,
  firstCountedDay,
  keysOf,
  timestampsFor,
  utcDay,
} from "./citation-log.ts";

/** Creates an empty citation log. */
export function createMemoryLog(now: () => Date = () => new Date()): CitationLog {
  /** Conversation to source to day to the first citation on that day. */
  const kept = new Map<string, Map<string, Map<string, Date>>>();
  return {
    async record(conversation, sources, at) {
      const here = kept.get(conversation) ?? new Map<string, Map<string, Date>>();
      kept.set(conversation, here);
      for (const { source, first } of timestampsFor(sources, at)) {
        const days = here.get(source) ?? new Map<string, Date>();
        here.set(source, days);
        const day = utcDay(at);
        if (!days.has(day)) days.set(day, first);
      }
    },
    async citedIn(conversation, since) {
      const from = firstCountedDay(since, now());
      const firsts = new Map<string, number>();
      for (const [source, days] of keysOf(conversation).flatMap((key) => [...(kept.get(key) ?? [])]))
        for (const [day, at] of days)
          if (day >= from) firsts.set(source, Math.min(firsts.get(source) ?? at.getTime(), at.getTime()));
      return [...firsts]
        .map(([source, first]): CitedSource => ({ source, first: new Date(first) }))
        .sort((a, b) => a.first.getTime() - b.first.getTime());
    },
  };
}

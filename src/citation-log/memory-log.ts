/** A ledger that lasts as long as the process: for a terminal, which is a conversation of its own. */
import { type Cited, dayOf, firstDay, type Ledger, moments } from "./citation-log.ts";

export function createMemoryLedger(now: () => Date = () => new Date()): Ledger {
  /** When each source was cited in each conversation, one moment a day. */
  const kept = new Map<string, Map<string, Map<string, Date>>>();
  return {
    async record(conversation, sources, at) {
      const here = kept.get(conversation) ?? new Map<string, Map<string, Date>>();
      kept.set(conversation, here);
      for (const { source, first } of moments(sources, at)) {
        const days = here.get(source) ?? new Map<string, Date>();
        here.set(source, days);
        const day = dayOf(at);
        if (!days.has(day)) days.set(day, first);
      }
    },
    async citedIn(conversation, since) {
      const from = firstDay(since, now());
      return [...(kept.get(conversation) ?? [])]
        .flatMap(([source, days]): Cited[] => {
          const within = [...days].filter(([day]) => day >= from).map(([, at]) => at.getTime());
          return within.length === 0 ? [] : [{ source, first: new Date(Math.min(...within)) }];
        })
        .sort((a, b) => a.first.getTime() - b.first.getTime());
    },
  };
}

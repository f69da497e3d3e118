/** Shares one engine between the editions of a text index, wherever the engine is, until nothing more is asked of them. */
import type { DocumentChanges } from "../search/editions.ts";
import type { IndexContent, TextIndex, TextQuery } from "./text-index.ts";

/** An engine that can be asked as of any of its editions. The first has the number 0. */
export interface IndexHost {
  ask(edition: number, query: TextQuery): Promise<unknown>;
  /** Takes what makes the next edition of this one, and what that holds. */
  take(edition: number, changes: DocumentChanges, next: IndexContent): void;
  /** Keeps no edition before this one. */
  forgetBefore(edition: number): void;
  isStarting(): boolean;
  /** Lets go of what it runs, unless it is answering. Returns whether it has. */
  end(): boolean;
}

/** How long a closed index goes on after the last query, in milliseconds: work that began with it may ask more. */
const IDLE_MS = 60_000;

/**
 * Creates a text index whose editions share one host.
 * @param hostOf makes a host; it is called again for what an index holds that was let go of and is asked once more
 */
export function createEditionedIndex(
  hostOf: (content: IndexContent) => IndexHost,
  firstContent: IndexContent,
  idleMs = IDLE_MS,
): TextIndex {
  /** @param open the editions of the host that may still be asked for */
  function indexOf(host: IndexHost, edition: number, content: IndexContent, open: Set<number>): TextIndex {
    open.add(edition);
    let isClosed = false;
    let isLetGo = false;
    let ending: NodeJS.Timeout | undefined;

    function letGo(): void {
      open.delete(edition);
      isLetGo = open.size > 0 || host.end();
      if (!isLetGo) {
        open.add(edition);
        letGoWhenIdle();
      } else if (open.size > 0) host.forgetBefore(Math.min(...open));
    }
    function letGoWhenIdle(): void {
      clearTimeout(ending);
      ending = setTimeout(letGo, idleMs).unref();
    }
    function ask(query: TextQuery): Promise<unknown> {
      if (isLetGo) {
        [host, edition, open] = [hostOf(content), 0, new Set([0])];
        isLetGo = false;
      }
      if (isClosed) letGoWhenIdle();
      return host.ask(edition, query);
    }
    return {
      // Each query returns what `textQueries` returns under the same name; the contract tests cover every host.
      holding: (...given) => ask({ way: "holding", given }) as ReturnType<TextIndex["holding"]>,
      ranked: (...given) => ask({ way: "ranked", given }) as ReturnType<TextIndex["ranked"]>,
      sharing: (...given) => ask({ way: "sharing", given }) as ReturnType<TextIndex["sharing"]>,
      changed(next, changes) {
        host.take(edition, changes, next);
        return indexOf(host, edition + 1, next, open);
      },
      starting: () => host.isStarting(),
      close() {
        isClosed = true;
        letGoWhenIdle();
      },
    };
  }
  return indexOf(hostOf(firstContent), 0, firstContent, new Set());
}

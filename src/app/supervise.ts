/** Keeps a platform going: starts it, and starts it anew, with growing pauses, when it is away or refuses. */
import type { BotFactory } from "../desk/bot.ts";
import { type PlatformAdapter, PlatformRefusal, type PlatformState } from "../platforms/adapter.ts";
import { defined } from "../support/defined.ts";
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";
import type { StopFunction } from "../support/stop-function.ts";
import type { HeldTerm, TermOffice } from "../support/term-office.ts";
import { withTimeout } from "../support/timeout.ts";

/** Pauses before a platform is started anew, in milliseconds. */
export interface RestartPauses {
  /** The first pause; each further one is twice as long. */
  readonly first: number;
  readonly longest: number;
}

const PAUSES: RestartPauses = { first: 1_000, longest: 60_000 };

/** How long stopping waits for a start that is under way, in milliseconds. */
const START_WITHIN_MS = 1_000;

/** A platform that is kept going. */
export interface SupervisedPlatform {
  readonly name: string;
  readonly state: () => PlatformState;
  /** Resolves once the first attempt to start it has succeeded or failed. */
  readonly attempted: Promise<void>;
  readonly stop: StopFunction;
}

/** Dependencies of the supervision. */
export interface SupervisionParts {
  readonly botFor: BotFactory;
  readonly log: Log;
  /** Called when a state has changed. */
  readonly changed: () => void;
  readonly pauses?: RestartPauses;
  /** Lets one process at a time run the platform; without it, every process does. */
  readonly office?: TermOffice;
}

const reasonOf = (state: PlatformState): string | undefined => ("reason" in state ? state.reason : undefined);

/** Starts a platform, and keeps it going until it is stopped. */
export function supervisePlatform(
  name: string,
  adapter: () => Promise<PlatformAdapter>,
  { botFor, log, changed, pauses = PAUSES, office }: SupervisionParts,
): SupervisedPlatform {
  let state: PlatformState = { is: "away", reason: "it is being started" };
  let markAttempted = () => {};
  const attempted = new Promise<void>((resolve) => {
    markAttempted = resolve;
  });
  let isStarting = false;
  let isStopping = false;
  const stopping = new AbortController();
  let wake = () => {};

  function become(next: PlatformState): void {
    const isSame = next.is === state.is && reasonOf(next) === reasonOf(state);
    state = next;
    if (isSame || isStopping) return;
    const fields = { platform: name, ...defined({ reason: reasonOf(next) }) };
    if (next.is === "ready") log.info(fields, "a platform can be answered");
    else if (next.is === "standby")
      log.info(fields, "another process answers a platform: this one stands by");
    else if (next.is === "away") log.warn(fields, "a platform is away");
    else log.error(fields, "a platform refuses what is configured");
    changed();
  }

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  function standBy(error?: Error): void {
    const reason = error && `it is not known whether another process answers it (${error.message})`;
    become(reason === undefined ? { is: "standby" } : { is: "away", reason });
    markAttempted();
  }

  /** Starts the platform, and resolves when it has refused, its term is over or it is to be stopped. */
  async function runOnce(term: HeldTerm | undefined): Promise<void> {
    let over = () => {};
    const isOver = new Promise<void>((resolve) => {
      over = resolve;
    });
    wake = over;
    void term?.over.then(over);
    let isRefused = false;
    isStarting = true;
    const stop = await (await adapter())(botFor, (next) => {
      become(next);
      if (next.is !== "refused") return;
      isRefused = true;
      over();
    }).finally(() => {
      isStarting = false;
    });
    if (!isRefused) become({ is: "ready" });
    markAttempted();
    if (!isRefused && !isStopping) await isOver;
    await stop();
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!isStopping) {
      let term: HeldTerm | undefined;
      try {
        term = await office?.begin(standBy, stopping.signal);
        if (isStopping) return;
        await runOnce(term);
        failures = 0;
      } catch (error) {
        const is = error instanceof PlatformRefusal ? "refused" : "away";
        become({ is, reason: errorMessage(error) });
        markAttempted();
      } finally {
        await term?.release();
      }
      if (isStopping) return;
      const wait = Math.min(pauses.longest, pauses.first * 2 ** Math.min(failures, 30));
      failures += 1;
      await pause(wait * (0.5 + Math.random() / 2));
    }
  }

  const running = run();
  return {
    name,
    attempted,
    state: () => state,
    async stop() {
      isStopping = true;
      stopping.abort();
      wake();
      // A platform that is running stops in its own time; a start may take for ever.
      await (isStarting ? withTimeout(running, START_WITHIN_MS) : running);
    },
  };
}

/** Writes to those who sent something, once it is decided, where their platform lets the bot write to them directly. */
import { truncateText } from "../desk/truncate.ts";
import type { Messages } from "../language/messages.ts";
import type { SentOutcome } from "../review/sent-outcomes.ts";
import type { Log } from "../support/log.ts";
import type { Requester } from "./requester.ts";

/** Writes a line to one user of a platform, by the platform's id of them. */
export type SendDirectly = (user: string, line: string) => Promise<void>;

/** The platforms through which people can be written to. */
export interface DirectMessages {
  /** Adds a platform. @returns takes it away again */
  connect(platform: Requester["platform"], send: SendDirectly): () => void;
}

/** What telling stands on. */
export interface TellingParts {
  /** Takes what became of what was sent from these platforms and has not been told. */
  readonly takeUntold: (platforms: readonly string[]) => Promise<readonly SentOutcome[]>;
  /** Returns the messages in the language of whoever wrote a text. */
  readonly messagesFor: (text: string) => Promise<Messages>;
  readonly log: Log;
}

/** How much is shown of what was sent. */
const ABOUT = 160;

/** Returns the line that says what became of something. */
function outcomeLine({ origin, about, isAccepted }: SentOutcome, { curation }: Messages): string {
  const words = truncateText(about.replace(/\s+/g, " ").trim(), ABOUT);
  return curation.told[origin](words, isAccepted);
}

/** Creates what tells senders, through the platforms that are connected with it. */
export function createDirectMessages({ takeUntold, messagesFor, log }: TellingParts): DirectMessages & {
  /** Tells everyone who is to be told. Never rejects: what fails is logged, and `/refdesk status` still says it. */
  tell(): Promise<void>;
} {
  const platforms = new Map<string, SendDirectly>();

  async function tellOne(outcome: SentOutcome): Promise<void> {
    const [platform = "", user = ""] = outcome.from.split(":", 2);
    try {
      const messages = await messagesFor(`${outcome.remark} ${outcome.about}`);
      await platforms.get(platform)?.(user, outcomeLine(outcome, messages));
    } catch (error) {
      // Some let nobody write to them.
      log.warn({ err: error, platform }, "a sender could not be told what became of what they sent");
    }
  }

  return {
    connect(platform, send) {
      platforms.set(platform, send);
      return () => {
        if (platforms.get(platform) === send) platforms.delete(platform);
      };
    },
    async tell() {
      if (platforms.size === 0) return;
      try {
        for (const outcome of await takeUntold([...platforms.keys()].map((name) => `${name}:`)))
          await tellOne(outcome);
      } catch (error) {
        log.warn({ err: error }, "the senders who are to be told could not be read");
      }
    },
  };
}

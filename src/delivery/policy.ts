/** Defines how a deployment delivers its answers, and in which language where the platform does not say the asker's. */
import type { RecordCitations } from "../citation-log/citation-log.ts";
import type { Curation } from "../curation/curation.ts";
import type { DirectMessages } from "../curation/direct-messages.ts";
import type { Audience } from "../desk/answer.ts";
import { type Locale, localeFromScript } from "../language/messages.ts";
import type { WorkQueue } from "../support/work-queue.ts";
import type { AskLimit } from "./ask-limit.ts";
import type { DrawPicture } from "./attachments.ts";
import type { DeliveryClaims } from "./delivery-claims.ts";

/** How a deployment delivers all its answers, the same on every chat platform. */
export interface DeliveryPolicy {
  /** Who sees found answers when the ask does not say. */
  readonly defaultAudience: Audience;
  /** The locale of all answers where the platform does not say the asker's; without it, each ask decides. */
  readonly locale?: Locale;
  /** How long an answer may take before it is promised, in milliseconds. */
  readonly replyTimeoutMs?: number;
  /** Limits how much one person asks; without it, nobody is limited. */
  readonly askLimit?: AskLimit;
  /** Limits how many forms one person sends to the desk: suggestions, reports and the like. */
  readonly sendLimit?: AskLimit;
  /** Limits how often one person is suggested something while typing. */
  readonly typeLimit?: AskLimit;
  /** Does work that other work of the process waits for; without it, nothing waits. */
  readonly workFirst?: WorkQueue["first"];
  /** Draws an answer's picture; without it, no pictures are sent. */
  readonly drawPicture?: DrawPicture;
  /** Records which sources a channel saw cited; without it, nothing is recorded. */
  readonly recordCitations?: RecordCitations;
  /** Claims the messages that are answered, where several processes receive them; without it, each adapter claims its own. */
  readonly claims?: DeliveryClaims;
  /** Takes suggestions and reports, and lets reviewers decide; without it, none of these is offered. */
  readonly curation?: Curation;
  /** Is given what writes to one person; without it, nobody is written to who has not asked. */
  readonly directMessages?: DirectMessages;
}

/** Chooses an answer's locale: the deployment's, else that of the script of `text`, else `from`. */
export const chooseLocale = (
  { locale }: Pick<DeliveryPolicy, "locale">,
  text = "",
  from: Locale = "en",
): Locale => locale ?? localeFromScript(text) ?? from;

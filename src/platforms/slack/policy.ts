/** Defines how a deployment delivers its answers on Slack, and in which language. */
import type { DeliveryPolicy } from "../../delivery/policy.ts";
import type { LinkPreview } from "../../desk/record-summary.ts";
import { type Locale, localeFromScript } from "../../language/messages.ts";

/** How a deployment delivers all its answers on Slack. */
export interface SlackPolicy extends DeliveryPolicy {
  /** The locale of all answers; without it, each ask decides. */
  readonly locale?: Locale;
  /** Prefix of each slash command's name. */
  readonly commandPrefix: string;
  /** Returns what to show below a pasted link; without it, links are not unfurled. */
  readonly linkPreview?: LinkPreview;
}

/** Chooses an answer's locale: the deployment's, else that of the script of `text`, else `from`. */
export const chooseLocale = (policy: SlackPolicy, text = "", from: Locale = "en"): Locale =>
  policy.locale ?? localeFromScript(text) ?? from;

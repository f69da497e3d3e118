/** Defines how a deployment delivers its answers on Slack. */
import type { DeliveryPolicy } from "../../delivery/policy.ts";
import type { LinkPreview } from "../../desk/record-summary.ts";

/** How a deployment delivers all its answers on Slack. */
export interface SlackPolicy extends DeliveryPolicy {
  /** Prefix of each slash command's name. */
  readonly commandPrefix: string;
  /** Returns what to show below a pasted link; without it, links are not unfurled. */
  readonly linkPreview?: LinkPreview;
}

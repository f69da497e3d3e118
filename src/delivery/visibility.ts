/** Decides who sees an answer on a chat platform, independently of the command that answers. */

import type { Answer, Audience } from "../desk/answer.ts";
import { defined } from "../support/defined.ts";

/** Who sees an answer, and who shared it. */
export interface Visibility {
  /** Whether only the asker sees it. */
  readonly isPrivate: boolean;
  /** The name of the person who shared a private answer. */
  readonly sharedBy?: string;
}

/**
 * Resolves the visibility of an answer. It is private if its audience is the asker, if the asker chose so, or, without
 * a choice, by the deployment's default. Sharing makes a finding public; other outcomes cannot be shared.
 * @param requested the asker's `private` option, if it was given
 */
export function resolveVisibility(
  { audience, outcome }: Answer,
  requested: boolean | undefined,
  defaultAudience: Audience,
  sharedBy?: string,
): Visibility {
  const shared = sharedBy !== undefined && outcome === "found";
  const isPrivate = !shared && (audience === "asker" || (requested ?? defaultAudience === "asker"));
  return { isPrivate, ...defined({ sharedBy }) };
}

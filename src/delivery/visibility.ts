/** Decides who sees an answer on a chat platform, independently of the command that answers. */

import type { Answer, Audience } from "../desk/answer.ts";

/** Who sees an answer, and who shared it. */
export interface Visibility {
  /** Whether only the asker sees it. */
  readonly isPrivate: boolean;
  /** The name of the person who shared a private answer. */
  readonly sharedBy?: string;
}

/**
 * Resolves the visibility of an answer for which nothing else decides. It is private if its audience is the asker, if
 * the asker chose so, or, without a choice, by the deployment's default.
 * @param requested the asker's `private` option, if it was given
 */
export const resolveVisibility = (
  { audience }: Pick<Answer, "audience">,
  requested: boolean | undefined,
  defaultAudience: Audience,
): Visibility => ({
  isPrivate: audience === "asker" || (requested ?? defaultAudience === "asker"),
});

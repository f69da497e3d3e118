/** Decides who sees an answer on a chat platform, and names who shared it. No command knows of either. */

import type { Answer, Audience } from "../desk/answer.ts";
import { defined } from "../support/defined.ts";

/** Who sees one answer, and through whom. */
export interface Visibility {
  /** Whether only the asker sees it. */
  readonly isPrivate: boolean;
  /** The name of whoever put a private answer before the others. */
  readonly sharedBy?: string;
}

/**
 * An answer is private where it is for its asker alone, where the asker said so, or where it was said
 * neither way and the deployment has it so. Only a finding can be shared.
 */
export function resolveVisibility(
  { audience, outcome }: Answer,
  said: boolean | undefined,
  byDefault: Audience,
  sharedBy?: string,
): Visibility {
  const shared = sharedBy !== undefined && outcome === "found";
  const isPrivate = !shared && (audience === "asker" || (said ?? byDefault === "asker"));
  return { isPrivate, ...defined({ sharedBy }) };
}

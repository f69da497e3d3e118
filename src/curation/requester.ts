/** Defines who suggests, reports or reviews in chat, and who of them may decide. */
import type { Locale } from "../language/messages.ts";
import type { Reviewer } from "../review/review-desk.ts";
import { cutText } from "../support/cut-text.ts";
import { printableText } from "../support/printable.ts";

/** Whether somebody looks after a workspace or a server; unknown where the platform does not let the app see it. */
export type Standing = "admin" | "member" | "unknown";

/** Somebody in chat, as the platform describes them with this very request. */
export interface Requester {
  readonly platform: "discord" | "slack";
  /** The platform's id of the user. */
  readonly user: string;
  /** The platform's id of the workspace, where the app has several: a user's id is one of its workspace. */
  readonly workspace?: string;
  /** The name that others see. */
  readonly name: string;
  /** The platform's ids of the roles that the user has where the request comes from. */
  readonly roles: readonly string[];
  /** Tells their standing as it is now; undefined where the request comes from no workspace or server. */
  readonly standing?: () => Promise<Standing>;
}

/** The longest name that a record keeps of a reviewer, in UTF-16 units. */
const NAME = 100;

/** Returns the id of a requester on their platform: `80351110224678912`, `U2`, in one of several workspaces `T1/U2`. */
export const personId = ({ user, workspace }: Pick<Requester, "user" | "workspace">): string =>
  workspace === undefined ? user : `${workspace}/${user}`;

/** Returns the id of a requester, the same at every request: `discord:80351110224678912`, `slack:U2`, `slack:T1/U2`. */
export const requesterId = (from: Requester): string => `${from.platform}:${personId(from)}`;

/** Returns a requester as the reviewer that decisions are kept of. */
export const reviewerOf = (from: Requester, locale: Locale): Reviewer => ({
  locale,
  id: requesterId(from),
  name: cutText(printableText(from.name).trim(), NAME).trim() || requesterId(from),
});

/** Whether a requester is among the reviewers: users by their ids, roles as `discord:role:<id>`. */
export const isReviewer = (from: Requester, reviewers: ReadonlySet<string>): boolean =>
  reviewers.has(requesterId(from)) ||
  from.roles.some((role) => reviewers.has(`${from.platform}:role:${role}`));

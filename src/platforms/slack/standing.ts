/** Asks Slack whether somebody looks after a workspace, as it is now. */
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Standing } from "../../curation/requester.ts";
import type { SlackCalls } from "./calls.ts";
import type { SlackWorkspace } from "./workspaces.ts";

const flag = z.boolean().nullish().catch(undefined);

/** What Slack tells of a user: https://docs.slack.dev/reference/objects/user-object */
const UserInfo = z.object({
  user: z.object({
    team_id: z.string().nullish(),
    ...{ deleted: flag, is_bot: flag, is_stranger: flag, is_restricted: flag },
    ...{ is_admin: flag, is_owner: flag, is_primary_owner: flag },
    enterprise_user: z
      .object({ is_admin: flag, is_owner: flag, teams: z.array(z.string()).catch([]) })
      .nullish()
      .catch(undefined),
  }),
});

/**
 * Reads the standing of a user in a workspace: that of whoever comes from another, of a guest or of a bot is a member's. In
 * an organization its own admins count too, where the workspace is among theirs.
 * @param workspace undefined where the app has but one
 */
export function standingIn(info: unknown, workspace: string | undefined): Exclude<Standing, "unknown"> {
  const { user } = UserInfo.parse(info);
  const { enterprise_user: whole, team_id } = user;
  if (user.deleted || user.is_bot || user.is_stranger || user.is_restricted) return "member";
  const isHere = workspace === undefined || team_id === workspace;
  const isAdmin = user.is_admin || user.is_owner || user.is_primary_owner;
  if (isHere && isAdmin) return "admin";
  const isOfOrganization = workspace !== undefined && whole?.teams.includes(workspace);
  return isOfOrganization && (whole?.is_admin || whole?.is_owner) ? "admin" : "member";
}

/** Slack's error codes for a user whom the app may not see, such as one of another organization. */
const STRANGERS = ["user_not_found", "user_not_visible", "users_not_found"];

/** Returns what asks for the standing of a user. */
export const askStanding =
  (
    workspace: Pick<SlackWorkspace, "id">,
    { users }: Pick<webApi.WebClient, "users">,
    calls: SlackCalls,
    user: string,
  ) =>
  async (): Promise<Standing> => {
    try {
      return standingIn(await calls.atOnce(() => users.info({ user }), { isRepeatable: true }), workspace.id);
    } catch (error) {
      const code = (error as { data?: { error?: string } }).data?.error ?? "";
      if (code === "missing_scope") return "unknown";
      if (STRANGERS.includes(code)) return "member";
      throw error;
    }
  };

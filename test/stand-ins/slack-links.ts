/** Stands in for Slack's unfurling of links. */
import { isJson, type Json } from "./json.ts";
import { checkSlack } from "./slack-checks.ts";

const TARGETS = [
  ["channel", "ts"],
  ["unfurl_id", "source"],
];
/** Known arguments. Bolt's client sets team_id on every call; Slack ignores it. */
const KNOWN = [...TARGETS.flat(), "unfurls", "token", "team_id"];

/** Creates a store of the link events that an app received, and the method that unfurls them. */
export function createLinks(checks: boolean) {
  const events: Json[] = [];

  /** https://docs.slack.dev/reference/methods/chat.unfurl */
  function unfurl(body: Json): [result: Json, problems: string[]] {
    const { unfurls } = body;
    const problems = Object.keys(body)
      .filter((key) => body[key] !== undefined && !KNOWN.includes(key))
      .map((key) => `${key}: unknown field`);
    const given = TARGETS.map((names) => names.filter((name) => body[name] !== undefined).length);
    if (given.join() !== "2,0" && given.join() !== "0,2")
      problems.push("either channel and ts are needed, or unfurl_id and source");
    if (!isJson(unfurls) || Object.keys(unfurls).length === 0)
      return [{}, [...problems, "unfurls: an object by URL is needed"]];
    if (checks)
      for (const [url, shown] of Object.entries(unfurls))
        problems.push(...checkSlack("unfurl", shown).map((fault) => `unfurls[${url}].${fault}`));
    const found = events.find(({ channel, message_ts, unfurl_id, source }) =>
      body.unfurl_id === undefined
        ? channel === body.channel && message_ts === body.ts
        : unfurl_id === body.unfurl_id && source === body.source,
    );
    if (!found) return [{ ok: false, error: "cannot_unfurl_message" }, problems];
    const sent = (found.links as Json[]).map(({ url }) => url);
    const isThere = Object.keys(unfurls).every((url) => sent.includes(url));
    return [isThere ? { ok: true } : { ok: false, error: "cannot_unfurl_url" }, problems];
  }

  return {
    unfurl,
    linked(event: Json): void {
      if (event.type === "link_shared") events.push(event);
    },
  };
}

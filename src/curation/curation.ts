/**
 * Answers what is the desk's own beside what can be asked: suggesting and reporting, for everyone, and reviewing, for
 * those who are named. It knows no platform, and holds nothing between two requests: what a button or a form does stands
 * in its id, and who may is asked anew each time.
 */
import { createAsk } from "../ask/ask.ts";
import type { Bot } from "../desk/bot.ts";
import type { LibraryHolder } from "../library/library.ts";
import type { ReviewDesk } from "../review/review-desk.ts";
import type { Log } from "../support/log.ts";
import { type AddSource, addedReply, addForm } from "./add.ts";
import type { CurationReply, FormValues } from "./form.ts";
import { parseDeskLine } from "./lines.ts";
import { notice } from "./notice.ts";
import { reportForm, sendReport } from "./report.ts";
import { isReviewer, type Requester } from "./requester.ts";
import { editForm, editProposal, nextProposal, reviewProposal } from "./review.ts";
import { type SentTidings, statusAnswer } from "./status.ts";
import { sendSuggestion, suggestForm, suggestPlace } from "./suggest.ts";

/** Opens and takes what is the desk's own. Neither function rejects: a failure is told, with its id in the log. */
export interface Curation {
  /** Opens a line of the desk's own. @param passage what a form for a suggestion begins with */
  open(line: string, from: Requester, bot: Bot, passage?: string): Promise<CurationReply>;
  /** Takes a form that was filled in. */
  submit(form: string, values: FormValues, from: Requester, bot: Bot): Promise<CurationReply>;
}

/** What curating stands on. */
export interface CurationParts {
  /** Opens the reviewing desk, with the first request that needs it. */
  readonly desk: () => Promise<ReviewDesk>;
  readonly holder: LibraryHolder;
  /** Those who may review, as `isReviewer` reads them. */
  readonly reviewers: ReadonlySet<string>;
  /** Has the shelf read again, so that what was accepted answers at once. */
  readonly refresh: () => Promise<unknown>;
  /** Whether what is accepted can be written; without it, it is taken to be. */
  readonly isWritable?: () => boolean;
  /** What became of what somebody sent; without it, nothing is told. */
  readonly tidings?: SentTidings;
  /** Returns the signed address of the page of what waits; without it, there is none. */
  readonly statusUrl?: () => string | undefined;
  /** Adds a source by its address; without it, nobody can in chat. */
  readonly addSource?: AddSource;
  readonly log: Log;
}

/** What an answer of the desk's own is made from. */
export interface CurationContext extends Omit<CurationParts, "desk"> {
  readonly desk: ReviewDesk;
  readonly bot: Bot;
  readonly from: Requester;
}

/** Creates the curation over a reviewing desk. */
export function createCuration({ desk: openDesk, ...parts }: CurationParts): Curation {
  const mayReview = (from: Requester): boolean => isReviewer(from, parts.reviewers);

  /**
   * Does some work with the desk. If it fails, logs why, and says so with the id in the log.
   * @param field of a form, which keeps what was written and says it there
   */
  async function withDesk(
    bot: Bot,
    from: Requester,
    work: (context: CurationContext) => Promise<CurationReply>,
    field?: string,
  ): Promise<CurationReply> {
    try {
      return await work({ ...parts, desk: await openDesk(), bot, from });
    } catch (error) {
      const text = bot.messages.curation.away(bot.reportFailure(error).id);
      const { answer } = notice(createAsk("status"), text, bot);
      return field === undefined
        ? { type: "answer", answer }
        : { type: "faults", faults: { [field]: text }, answer };
    }
  }

  const refuse = (bot: Bot): CurationReply =>
    notice(createAsk("review"), bot.messages.curation.notReviewer, bot);

  /** Says why there are no settings: these are a workspace's or a server's own. */
  function noSettings(bot: Bot, { standing }: Requester): CurationReply {
    const { noServer, sameForAll } = bot.messages.workspaces.settings;
    return notice(createAsk("settings"), standing ? sameForAll : noServer, bot);
  }

  return {
    async open(line, from, bot, passage) {
      const { messages } = bot;
      const read = parseDeskLine(line);
      if (read === undefined) return notice(createAsk("status"), messages.delivery.unreadable, bot);
      if (read.command === "report") return { type: "form", form: reportForm(read.line, messages) };
      const { command, ask } = read;
      switch (command) {
        case "suggest":
          return ask.options.at === undefined
            ? { type: "form", form: await suggestForm(ask, parts.holder, messages, passage) }
            : withDesk(bot, from, (context) => suggestPlace(ask, context));
        case "settings":
          return noSettings(bot, from);
        case "status":
          return withDesk(bot, from, (context) => statusAnswer(context, mayReview(from)));
        case "add":
          if (!mayReview(from) || !parts.addSource) return refuse(bot);
          return { type: "form", form: addForm(messages) };
        case "review": {
          if (!mayReview(from)) return refuse(bot);
          const action = ask.options.do;
          return withDesk(bot, from, (context) => {
            if (action === "edit") return editForm(ask, context);
            return action === undefined ? nextProposal(context, ask) : reviewProposal(ask, context);
          });
        }
      }
    },

    async submit(form, values, from, bot) {
      const read = parseDeskLine(form);
      if (read?.command === "settings") return noSettings(bot, from);
      const isOwn = read?.command === "report" || read?.command === "suggest";
      if (read === undefined || (!isOwn && !mayReview(from))) return refuse(bot);
      const take = (context: CurationContext): Promise<CurationReply> => {
        if (read.command === "report") return sendReport(read.line, values, context);
        if (read.command === "suggest") return sendSuggestion(values, context);
        if (read.command === "add") return addedReply(values, context);
        return editProposal(read.ask, values, context);
      };
      return withDesk(bot, from, take, Object.keys(values)[0]);
    },
  };
}

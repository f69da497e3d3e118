/** Shows those who look after a workspace or a server what it has of its own, and changes it by a form. */
import type { Block } from "../desk/answer.ts";
import { textBlock } from "../desk/answer-parts.ts";
import type { Bot } from "../desk/bot.ts";
import { truncateText } from "../desk/truncate.ts";
import {
  type SettingName,
  shelfOf,
  type WorkspaceSettings,
  withValue,
} from "../installations/workspace-settings.ts";
import { LANGUAGE_NAMES, type Messages } from "../language/messages.ts";
import type { Curation } from "./curation.ts";
import type { CurationReply, Form, FormField, FormOption, FormValues } from "./form.ts";
import { deskLine, parseDeskLine, settingsAsk } from "./lines.ts";
import { deskAnswer, notice } from "./notice.ts";
import type { Requester } from "./requester.ts";

/** The settings of one workspace or server. */
export interface OwnSettings {
  /** Returns the settings as the database has them. @throws while it is away */
  readonly stored: () => Promise<WorkspaceSettings>;
  /** Keeps what is made of the settings that the database has. @throws what `next` throws, and while it is away */
  readonly change: (next: (now: WorkspaceSettings) => WorkspaceSettings) => Promise<WorkspaceSettings>;
}

/**
 * The settings that the form has, as its fields are named. A folder is none: whoever runs the desk names that, so that no
 * admin reads the shelf of another workspace.
 */
const IN_FORM = [
  "answers",
  "language",
  "visibility",
  "reviewers",
  "citations",
] as const satisfies readonly SettingName[];
type FormSetting = (typeof IN_FORM)[number];

/** The value of a choice for what the deployment has: a platform takes no empty one. */
const AS_DEPLOYMENT = "deployment";

/** How much is shown of a list of reviewers, in UTF-16 units. */
const REVIEWERS = 300;

/** Thrown for a value of the form that is refused. */
class RefusedValue extends Error {
  readonly setting: FormSetting;

  constructor(setting: FormSetting) {
    super(`a value of ${setting} is refused`);
    this.setting = setting;
  }
}

/** Returns what each setting is, in words. */
function inWords(own: WorkspaceSettings, { workspaces }: Messages): Readonly<Record<FormSetting, string>> {
  const { asDeployment, nobody, ...words } = workspaces.settings;
  const { language, visibility, reviewers = [], citations = "yes" } = own;
  const hasShelf = shelfOf(own) !== undefined;
  return {
    answers: words.answers[hasShelf ? "own" : "deployment"],
    language: language === undefined ? asDeployment : LANGUAGE_NAMES[language],
    visibility: visibility === undefined ? asDeployment : words.visibility[visibility],
    reviewers: truncateText(reviewers.join(", "), REVIEWERS) || (hasShelf ? nobody : asDeployment),
    citations: words.citations[citations],
  };
}

/** Shows the settings, below what is said of a change. */
function settingsAnswer(
  own: WorkspaceSettings,
  { messages }: Bot,
  lines: readonly string[] = [],
): CurationReply {
  const { settings } = messages.workspaces;
  const words = inWords(own, messages);
  const rows: Block = {
    type: "details",
    passages: [],
    rows: IN_FORM.map((name) => ({ label: settings.labels[name], value: words[name], stated: false })),
  };
  const answer = deskAnswer(settingsAsk(), settings.title, {
    opening: [...lines.map(textBlock), rows],
    buttons: [{ type: "ask", label: settings.change, ask: settingsAsk("change") }],
  });
  return { type: "answer", answer };
}

const optionsOf = (labels: Readonly<Record<string, string>>): FormOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Returns the form that changes the settings. Which shelf answers is asked where there are two. */
function settingsForm(own: WorkspaceSettings, { workspaces }: Messages): Form {
  const { settings } = workspaces;
  const { labels, asDeployment } = settings;
  const deployment = { value: AS_DEPLOYMENT, label: asDeployment };
  const choice = (name: FormSetting, value: string, options: readonly FormOption[]): FormField => ({
    name,
    label: labels[name],
    value,
    isRequired: true,
    options,
  });
  return {
    id: deskLine(settingsAsk()),
    title: settings.title,
    submit: settings.save,
    fields: [
      ...(own.shelf === undefined
        ? []
        : [choice("answers", own.answers ?? "own", optionsOf(settings.answers))]),
      choice("language", own.language ?? AS_DEPLOYMENT, [deployment, ...optionsOf(LANGUAGE_NAMES)]),
      choice("visibility", own.visibility ?? AS_DEPLOYMENT, [deployment, ...optionsOf(settings.visibility)]),
      {
        name: "reviewers",
        label: labels.reviewers,
        hint: settings.reviewersHint,
        value: own.reviewers?.join(",") ?? "",
        isRequired: false,
        hasPeople: true,
      },
      choice("citations", own.citations ?? "yes", optionsOf(settings.citations)),
    ],
  };
}

/** Returns settings with the values of a form. @throws {RefusedValue} */
function withForm(now: WorkspaceSettings, values: FormValues): WorkspaceSettings {
  return IN_FORM.reduce<WorkspaceSettings>((before, name) => {
    const typed = values[name]?.trim();
    if (typed === undefined) return before;
    // A choice that is what the deployment has is not kept: it follows the deployment.
    const isDeployment = typed === (name === "citations" ? "yes" : AS_DEPLOYMENT);
    const next = withValue(before, name, isDeployment && name !== "answers" ? "" : typed);
    if (next === undefined) throw new RefusedValue(name);
    return next;
  }, now);
}

/** Keeps a form that was filled in, whole or not at all. */
async function keepForm(values: FormValues, own: OwnSettings, bot: Bot): Promise<CurationReply> {
  const { settings } = bot.messages.workspaces;
  try {
    return settingsAnswer(await own.change((now) => withForm(now, values)), bot, [settings.saved]);
  } catch (error) {
    if (!(error instanceof RefusedValue)) throw error;
    const { setting } = error;
    const text = setting === "answers" ? settings.noShelf : settings.refused(settings.labels[setting]);
    const again = { type: "ask" as const, label: settings.change, ask: settingsAsk("change") };
    const { answer } = notice(settingsAsk(), text, bot, [again]);
    return { type: "faults", faults: { [setting]: text }, answer };
  }
}

/** Says that somebody may not, as the platform tells it at this very request; undefined where they may. */
async function refusal(
  { standing, platform }: Requester,
  bot: Bot,
): Promise<(CurationReply & { readonly type: "answer" }) | undefined> {
  const { settings } = bot.messages.workspaces;
  const is = (await standing?.()) ?? "member";
  if (is === "admin") return undefined;
  return notice(
    settingsAsk(),
    is === "unknown" ? settings.unknownStanding : settings.notAdmin[platform],
    bot,
  );
}

/** Adds to a curation the settings of the workspace or server that it is for. */
export function withSettings(curation: Curation, own: OwnSettings): Curation {
  async function forAdmins(
    from: Requester,
    bot: Bot,
    work: () => Promise<CurationReply>,
  ): Promise<CurationReply> {
    try {
      return (await refusal(from, bot)) ?? (await work());
    } catch (error) {
      return notice(settingsAsk(), bot.messages.curation.away(bot.reportFailure(error).id), bot);
    }
  }

  return {
    async open(line, from, bot, passage) {
      const read = parseDeskLine(line);
      if (read?.command !== "settings") return curation.open(line, from, bot, passage);
      const isChange = read.ask.text === "change";
      return forAdmins(from, bot, async () => {
        const now = await own.stored();
        return isChange ? { type: "form", form: settingsForm(now, bot.messages) } : settingsAnswer(now, bot);
      });
    },
    async submit(form, values, from, bot) {
      if (parseDeskLine(form)?.command !== "settings") return curation.submit(form, values, from, bot);
      return forAdmins(from, bot, () => keepForm(values, own, bot));
    },
  };
}

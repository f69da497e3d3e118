/** Builds the sheets of the preview: one per command, and more for what no command answers. */
import { commands } from "../commands/index.ts";
import { LOCALES, type Locale } from "../src/language/messages.ts";
import { type Group, groups, type Scene } from "./asks.ts";
import { FIRST_LINE, linkedBots, SITE } from "./desk.ts";
import { completionHtml, discordHtml } from "./discord.ts";
import {
  DISMISS_ID,
  type DiscordDesk,
  type DiscordShot,
  discordDesk,
  discordFailed,
  discordLate,
  SHARE_ID,
} from "./discord-desk.ts";
import { ASKER } from "./html.ts";
import { pastedHtml, slackHtml } from "./slack.ts";
import { type SlackDesk, type SlackShot, slackDesk, slackFailed, slackLate } from "./slack-desk.ts";
import { answeredHtml, homeHtml, refusedHtml, typingHtml } from "./slack-views.ts";

/** One subject as each platform shows it; a platform may show nothing. */
export interface Figure {
  /** Its id on the page and the name of its picture. */
  readonly name: string;
  readonly caption: string;
  readonly discord?: string;
  readonly slack?: string;
}

export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
}

interface Desks {
  readonly discord: DiscordDesk;
  readonly slack: SlackDesk;
}

const TITLES: Readonly<Record<string, string>> = {
  "zh-Hans": "Simplified Chinese",
  "zh-Hant": "Traditional Chinese",
  linked: "With pages to opening to",
  carried: "Private, shared, late, refused",
  typing: "While somebody types",
  beside: "Beside the conversation",
};

const nameOf = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);

/** Builds a sheet of figures, numbered in order. */
function sheet(name: string, parts: readonly Omit<Figure, "name">[]): Sheet {
  return {
    name,
    title: TITLES[name] ?? `/${name}`,
    figures: parts.map((part, index) => ({
      name: `${name}-${String(index + 1).padStart(2, "0")}-${nameOf(part.caption)}`,
      ...part,
    })),
  };
}

/** Pairs the messages of both platforms one by one. When one platform has more, the rest have no counterpart. */
const beside = (
  caption: string,
  discord: readonly string[],
  slack: readonly string[],
): Omit<Figure, "name">[] =>
  Array.from({ length: Math.max(discord.length, slack.length) }, (_, index) => ({
    caption: index === 0 ? caption : `${caption} · ${index + 1}`,
    ...(discord[index] === undefined ? {} : { discord: discord[index] }),
    ...(slack[index] === undefined ? {} : { slack: slack[index] }),
  }));

const asked = async ({ line }: Scene, { discord, slack }: Desks) =>
  beside(line, (await discord.ask(line)).map(discordHtml), (await slack.ask(line)).map(slackHtml));

async function sheetOf({ name, scenes }: Group, desks: (locale: Locale) => Desks): Promise<Sheet> {
  const parts = [];
  for (const scene of scenes) parts.push(...(await asked(scene, desks(scene.locale))));
  return sheet(name, parts);
}

/** Shows what delivery adds to answers: visibility, who may press what, late and failed answers. */
async function carried({ discord, slack }: Desks): Promise<Sheet> {
  const message = "Alibaba gave $20 billion to common prosperity, they say. Is that so?";
  const said = "what did lu jun say about NGOs?";
  const check = "check Alibaba pledged $20 billion";
  const [form] = await discord.ask("/ask");
  const [ours] = await discord.ask(FIRST_LINE);
  const [theirs] = await slack.ask(FIRST_LINE);
  const [secret] = await discord.ask(FIRST_LINE, { private: true });
  const [aside] = await slack.ask(`${FIRST_LINE} private:yes`);
  const lost = { ...ours!, message: { ...ours!.message, components: [] } };
  const rows: [caption: string, discord: readonly DiscordShot[], slack: readonly SlackShot[]][] = [
    ["A private answer", [secret!], [aside!]],
    [
      "The same, shared",
      await discord.press(secret!, `${SHARE_ID}:${FIRST_LINE}`),
      [await slack.press(aside!, "share", { userName: ASKER })],
    ],
    [
      "Somebody else presses Delete",
      await discord.press(ours!, DISMISS_ID, "other"),
      [await slack.press(theirs!, "dismiss", { userId: "U0OTHER0001" })],
    ],
    ["Share, on a message that lost its head", await discord.press(lost, SHARE_ID), []],
    ["An answer that is late, and comes", await discordLate(), await slackLate()],
    ["An answer that fails", await discordFailed(), await slackFailed()],
    ["A command that there is not", [], await slack.ask("/refdesk nosuch x")],
    [`Find sources, on: ${message}`, await discord.onMessage(message), [await slack.onMessage(message)]],
    [`@Refdesk ${said}`, await discord.mention(said), [await slack.mention(said)]],
    [`@Refdesk ${check}`, await discord.mention(check), [await slack.mention(check)]],
    ["/ask, alone", [form!, ...(await discord.submit(form!, said))], []],
  ];
  return sheet(
    "carried",
    rows.flatMap(([caption, ...shots]) =>
      beside(caption, shots[0].map(discordHtml), shots[1].map(slackHtml)),
    ),
  );
}

/** Option values in English and Chinese, empty and partly typed. */
const TYPED = ["", "al", "xi", "共同"];

async function typing({ discord }: Desks): Promise<Sheet> {
  const parts = [];
  for (const { name, options, autocomplete } of commands)
    for (const option of autocomplete === false ? [] : options)
      for (const typed of TYPED) {
        const completion = await discord.complete(name, option.name, typed);
        if (completion.offered.length > 0 && (typed === "" || option === options[0]))
          parts.push({ caption: `/${name} ${option.name}:${typed}`, discord: completionHtml(completion) });
      }
  return sheet("typing", parts);
}

async function besides(desks: (locale: Locale) => Desks): Promise<Sheet> {
  const parts = [];
  for (const locale of LOCALES)
    parts.push({ caption: `The app’s home, ${locale}`, slack: homeHtml(await desks(locale).slack.home()) });
  const form = await desks("en").slack.form("quote", "lu", "lu-jun");
  const chinese = await desks("zh-Hant").slack.form("define", "第", "third-distribution");
  return sheet("beside", [
    ...parts,
    { caption: "The form, while somebody types", slack: typingHtml(form) },
    { caption: "The form’s answer", slack: answeredHtml(form) },
    { caption: "The form, left empty", slack: refusedHtml(form) },
    { caption: "The form, zh-Hant", slack: typingHtml(chinese) },
    { caption: "The form’s answer, zh-Hant", slack: answeredHtml(chinese) },
  ]);
}

/**
 * Pages whose links are pasted: a pledge with two accounts, a quotation, a definition, a person, a source and a
 * passage in it.
 */
const PASTED = [
  ...["/records/pledges/alibaba-common-prosperity", "/records/quotes/wang-not-voluntary"],
  ...["/records/terms/third-distribution", "/people/lu-jun"],
  ...["/sources/voa-common-prosperity", "/sources/voa-common-prosperity#p434-654"],
];

/** Shows answers with links to passages (a pledge, a quotation and a table), and pasted links. */
async function linked(): Promise<Sheet> {
  const desks: Desks = {
    discord: await discordDesk("en", linkedBots()),
    slack: await slackDesk("en", linkedBots()),
  };
  try {
    const lines = [FIRST_LINE, "/quote lu jun about NGOs", "/compare alibaba tencent"];
    const parts = [];
    for (const line of lines) parts.push(...(await asked({ line, locale: "en" }, desks)));
    for (const url of PASTED.map((path) => SITE + path))
      parts.push({ caption: url, slack: pastedHtml(url, await desks.slack.paste(url)) });
    return sheet("linked", parts);
  } finally {
    await desks.slack.close();
  }
}

/** Builds all sheets, or those with the given names. */
export async function sheets(names: readonly string[] = []): Promise<Sheet[]> {
  const made = await Promise.all(
    LOCALES.map(async (locale) => {
      const desks: Desks = { discord: await discordDesk(locale), slack: await slackDesk(locale) };
      return [locale, desks] as const;
    }),
  );
  const byLocale = new Map(made);
  const desks = (locale: Locale): Desks => byLocale.get(locale)!;
  const wanted = (name: string): boolean => names.length === 0 || names.includes(name);
  const all: Sheet[] = [];
  try {
    for (const group of groups()) if (wanted(group.name)) all.push(await sheetOf(group, desks));
    if (wanted("linked")) all.push(await linked());
    if (wanted("carried")) all.push(await carried(desks("en")));
    if (wanted("typing")) all.push(await typing(desks("en")));
    if (wanted("beside")) all.push(await besides(desks));
  } finally {
    await Promise.all(made.map(([, { slack }]) => slack.close()));
  }
  return all;
}

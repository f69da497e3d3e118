/** Runs the dialogue of `refdesk setup`: sets up the chosen platforms and lists what remains to be done. */
import type { Environment } from "../config/environment.ts";
import { setupMessages } from "../language/en/setup.ts";
import { askHttpSettings } from "./connection.ts";
import { configFaults } from "./platform-checks.ts";
import type { Prompter } from "./prompter.ts";
import type { HttpSettings, PlatformResult, QuestionContext, SetupInput, SetupSession } from "./questions.ts";
import { setUpSlack } from "./slack.ts";

const say = setupMessages.dialogue;

/** Where to run, in the order in which it is asked. */
const PLACES = ["discord", "slack", "both"] as const;

/**
 * Reports faults that would prevent a start, such as a missing variable that only HTTP needs.
 * @returns whether there are any
 */
function tellFaults(prompter: Prompter, environment: Environment): boolean {
  const faults = configFaults(environment);
  for (const [name, fault] of faults) prompter.tell(say.fault(name, fault), "wrong");
  return faults.size > 0;
}

/** Lists the steps that remain once the bot runs. */
function tellLeft(
  prompter: Prompter,
  left: PlatformResult["left"],
  { address, host, port }: HttpSettings,
): void {
  prompter.tell(say.once(address, host, port));
  for (const { what, address } of left) {
    prompter.tell(what);
    prompter.link(address);
  }
}

/**
 * Runs the whole dialogue.
 * @returns whether all chosen platforms work
 */
export async function runDialogue(given: SetupInput): Promise<boolean> {
  const { prompter, held, outside } = given;
  const kept: Record<string, string> = {};
  let http: HttpSettings | undefined;
  const begun: QuestionContext = {
    ...given,
    now: () => ({ ...held, ...kept, ...outside }),
    save: (name, value) => {
      given.save(name, value);
      kept[name] = value;
    },
  };
  const going: SetupSession = {
    ...begun,
    http: async (known) => {
      http ??= await askHttpSettings(begun, known);
      return http;
    },
  };
  const { DISCORD_TOKEN, SLACK_BOT_TOKEN, SLACK_CLIENT_ID } = going.now();
  const hasSlack = Boolean(SLACK_BOT_TOKEN || SLACK_CLIENT_ID);
  prompter.start(say.title);
  const isBoth = Boolean(DISCORD_TOKEN && hasSlack);
  const chosen = await prompter.pick(
    say.where,
    PLACES.map((value) => ({ value, label: say.places[value] })),
    isBoth ? "both" : hasSlack ? "slack" : "discord",
  );
  const done: PlatformResult[] = [];
  if (chosen !== "slack") {
    const { setUpDiscord } = await import("./discord.ts");
    done.push(await setUpDiscord(going));
  }
  if (chosen !== "discord") done.push(await setUpSlack(going));
  const left = done.flatMap((one) => one.left);
  const works = !tellFaults(prompter, going.now()) && done.every((one) => one.works);
  if (http && left.length > 0) tellLeft(prompter, left, http);
  prompter.end(works ? say.allSet(left.length > 0) : say.unfinished);
  return works;
}

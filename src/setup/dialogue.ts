/** The dialogue of `refdesk setup`: which platforms, each in turn, and what is left to be done once the bot runs. */
import type { Environment } from "../config/environment.ts";
import { setupMessages } from "../language/en/setup.ts";
import { askHttpSettings } from "./connection.ts";
import { setUpDiscord } from "./discord.ts";
import { configFaults } from "./platform-checks.ts";
import type { Prompter } from "./prompter.ts";
import type { HttpSettings, PlatformResult, QuestionContext, SetupInput, SetupSession } from "./questions.ts";
import { setUpSlack } from "./slack.ts";

const say = setupMessages.dialogue;

type Platform = "discord" | "slack";

/** Says what would stop the start, such as a variable that only HTTP needs. */
function tellFaults(prompter: Prompter, environment: Environment): boolean {
  const faults = configFaults(environment);
  for (const [name, fault] of faults) prompter.tell(say.fault(name, fault), "wrong");
  return faults.size > 0;
}

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

/** @returns whether every platform that was chosen works */
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
  const { DISCORD_TOKEN, SLACK_BOT_TOKEN } = going.now();
  prompter.start(say.title);
  const chosen = await prompter.choose<Platform>(
    say.where,
    [
      { value: "discord", label: "Discord" },
      { value: "slack", label: "Slack" },
    ],
    [...(DISCORD_TOKEN ? (["discord"] as const) : []), ...(SLACK_BOT_TOKEN ? (["slack"] as const) : [])],
  );
  const done: PlatformResult[] = [];
  if (chosen.includes("discord")) done.push(await setUpDiscord(going));
  if (chosen.includes("slack")) done.push(await setUpSlack(going));
  const left = done.flatMap((one) => one.left);
  const works = !tellFaults(prompter, going.now()) && done.every((one) => one.works);
  if (http && left.length > 0) tellLeft(prompter, left, http);
  prompter.end(works ? say.allSet(left.length > 0) : say.unfinished);
  return works;
}

/** Speaks the Model Context Protocol for one connection or one request: tools, resources, prompts and completions. */
import {
  type Implementation,
  type Prompt,
  ProtocolError,
  ProtocolErrorCode,
  type ResourceTemplateType,
  Server,
  specTypeSchemas,
  type Tool,
} from "@modelcontextprotocol/server";
import type { Bot } from "../../desk/bot.ts";
import { toolMessages } from "../../language/tools.ts";
import { memoizeByKey } from "../../support/memoize.ts";
import { fillPrompt, promptDefinitions } from "./prompts.ts";
import { completeResource, listResources, readResource, resourceTemplates } from "./resources.ts";
import type { AnswerToolCall } from "./tool-calls.ts";
import { toolDefinitions } from "./tool-definitions.ts";
import type { TakeTurn, ToolDesk } from "./tool-desk.ts";

/** What a protocol server serves. */
export interface ServedDesk {
  /** Returns the desk to ask now. */
  readonly currentDesk: () => Promise<ToolDesk>;
  readonly answerCall: AnswerToolCall;
  readonly takeTurn: TakeTurn;
  /** The version of the program. */
  readonly version: string;
}

/** What a client is told of a desk before it asks anything. */
interface DeskDescription {
  readonly tools: Tool[];
  readonly prompts: Prompt[];
  readonly templates: ResourceTemplateType[];
  readonly instructions: string;
}

/** What requests take. Where it is stated, the package tells anything else as a mistake in the request, else as a failure. */
const PAGE = { params: specTypeSchemas.PaginatedRequestParams };
const CALL = { params: specTypeSchemas.CallToolRequestParams };
const READ = { params: specTypeSchemas.ReadResourceRequestParams };
const FILL = { params: specTypeSchemas.GetPromptRequestParams };
const COMPLETE = { params: specTypeSchemas.CompleteRequestParams };

/** How many sources are named to a client that connects. */
const NAMED_SOURCES = 10;

/** Describes a desk, once. */
const describeDesk = memoizeByKey(async (bot: Bot): Promise<DeskDescription> => {
  const { messages } = bot;
  const [{ sources, counts, upTo }, named] = await Promise.all([
    bot.about(),
    bot.firstSources(NAMED_SOURCES),
  ]);
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tools = toolMessages(messages.locale);
  const titles = named.map(({ title }) => title.text);
  return {
    tools: toolDefinitions(bot),
    prompts: promptDefinitions(messages),
    templates: resourceTemplates(messages),
    instructions: [
      tools.shelf(sources, records, upTo),
      ...(titles.length > 0 ? [tools.titles(titles, sources - titles.length)] : []),
      ...tools.instructions,
    ].join("\n"),
  };
});

const CAPABILITIES = { tools: {}, resources: {}, prompts: {}, completions: {} } as const;

const identity = (version: string): Implementation => ({ name: "refdesk", title: "Refdesk", version });

/**
 * Creates a server over a desk. The package's own server of tools would register and convert every tool for each request;
 * here they are described once.
 */
export async function createProtocolServer({
  currentDesk,
  answerCall,
  takeTurn,
  version,
}: ServedDesk): Promise<Server> {
  const { instructions } = await describeDesk((await currentDesk()).bot);
  const server = new Server(identity(version), { capabilities: CAPABILITIES, instructions });

  /** Runs a handler. A failure that is none of the protocol's is logged, and told by its id alone. */
  async function handle<Result extends object>(work: (desk: ToolDesk) => Promise<Result>): Promise<Result> {
    const desk = await currentDesk();
    try {
      return await work(desk);
    } catch (error) {
      if (ProtocolError.isInstance(error)) throw error;
      throw new ProtocolError(ProtocolErrorCode.InternalError, desk.bot.reportFailure(error).text);
    }
  }

  const described = <Part extends object>(part: (description: DeskDescription) => Part) =>
    handle(async ({ bot }) => part(await describeDesk(bot)));

  server.setRequestHandler("tools/list", PAGE, () => described(({ tools }) => ({ tools })));
  server.setRequestHandler("tools/call", CALL, ({ name, arguments: given = {} }) =>
    handle(async (desk) => {
      const command = desk.bot.commands.find((known) => known.name === name);
      if (!command) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "No such tool");
      return answerCall({ command: command.name, given }, desk, takeTurn);
    }),
  );
  server.setRequestHandler("resources/list", PAGE, ({ cursor }) =>
    handle((desk) => takeTurn(() => listResources(cursor, desk))),
  );
  server.setRequestHandler("resources/templates/list", PAGE, () =>
    described(({ templates }) => ({ resourceTemplates: templates })),
  );
  server.setRequestHandler("resources/read", READ, ({ uri }) =>
    handle((desk) => takeTurn(() => readResource(uri, desk))),
  );
  server.setRequestHandler("prompts/list", PAGE, () => described(({ prompts }) => ({ prompts })));
  server.setRequestHandler("prompts/get", FILL, ({ name, arguments: given = {} }) =>
    handle(async ({ bot }) => fillPrompt(name, given, bot.messages)),
  );
  server.setRequestHandler("completion/complete", COMPLETE, (params) =>
    handle((desk) => takeTurn(() => completeResource(params, desk))),
  );
  return server;
}

/** Breaks of what is served to assistants, programs and whoever watches. */
import type { Break } from "./break.ts";

const ACCESS = { file: "src/platforms/mcp/access.ts", tests: ["test/platforms/mcp/access.test.ts"] };
const RESOURCES = { file: "src/platforms/mcp/resources.ts", tests: ["test/platforms/mcp/resources.test.ts"] };

export const serving: readonly Break[] = [
  {
    name: "any key opens to assistants what is for the desk",
    ...ACCESS,
    find: "return key !== undefined && isKnown(key) ?",
    replace: "return key !== undefined ?",
  },
  {
    name: "a page of another site asks through its reader's browser",
    ...ACCESS,
    find: '    if (!validateOriginHeader(headers.origin, allowed).ok) return { refused: "origin" };\n',
    replace: "",
  },
  {
    name: "a name that was pointed here reaches the assistants' door",
    ...ACCESS,
    find: '    if (!validateHostHeader(headers.host, allowed).ok) return { refused: "host" };\n',
    replace: "",
  },
  {
    name: "whoever asks without a key gets what was answered to the desk",
    ...{ file: "src/platforms/mcp/tool-calls.ts", tests: ["test/platforms/mcp/access.test.ts"] },
    find: "`${desk.key} ${command} ",
    replace: "`${command} ",
  },
  {
    name: "the list of resources leaves some out between two pages",
    ...RESOURCES,
    find: "Math.max(1, from - sources.total)",
    replace: "from",
  },
  {
    name: "a made-up cursor begins the list of resources anew",
    ...RESOURCES,
    find: '    throw new ProtocolError(ProtocolErrorCode.InvalidParams, "No such cursor");\n',
    replace: "    return 1;\n",
  },
  {
    name: "readiness is told while the shelf is being indexed",
    ...{ file: "src/http/admin.ts", tests: ["test/http/admin.test.ts"] },
    find: '!isStopping && (await current()?.state()) === "ready"',
    replace: "!isStopping && current() !== undefined",
  },
  {
    name: "readiness is told while the program stops",
    ...{ file: "src/http/admin.ts", tests: ["test/http/admin.test.ts"] },
    find: '!isStopping && (await current()?.state()) === "ready"',
    replace: '(await current()?.state()) === "ready"',
  },
  {
    name: "what people typed is a label of the metrics",
    ...{ file: "src/http/admin.ts", tests: ["test/http/admin.test.ts"] },
    find: 'commands.find((known) => known === command) ?? "none"',
    replace: "String(command)",
  },
];

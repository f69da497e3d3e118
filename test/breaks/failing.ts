/** Breaks of what happens when something fails, or comes cut or twice. */
import type { Break } from "./break.ts";

const RECORDER = { file: "src/citation-log/recorder.ts", tests: ["test/citation-log/recorder.test.ts"] };
const SERVER = { file: "src/http/server.ts", tests: ["test/http/server.test.ts"] };
const SIGNED = { file: "src/http/signed-requests.ts", tests: ["test/http/signed-requests.test.ts"] };
const DELIVER = { file: "src/delivery/deliver.ts", tests: ["test/delivery/deliver.test.ts"] };

export const failing: readonly Break[] = [
  {
    name: "a database that is away is asked ten times a second",
    ...RECORDER,
    find: "      failures += 1;\n",
    replace: "",
  },
  {
    name: "the connection to a database that failed is never closed",
    ...RECORDER,
    find: "void store?.then((citationLog) => citationLog.close()).catch(() => {});",
    replace: "",
  },
  {
    name: "what was cited while the database was away is lost",
    ...RECORDER,
    find: "          waiting.unshift(entry);\n",
    replace: "",
  },
  {
    name: "each failure of a database that is away for days is a line of the log",
    ...RECORDER,
    find: "    if (failures >= TOLD && performance.now() - toldAt < TOLD_EVERY) return;\n",
    replace: "",
  },
  {
    name: "a request whose body is cut is answered as if it were whole",
    ...SERVER,
    find: 'request.on("error", reject);',
    replace: 'request.on("error", () => resolve(Buffer.concat(chunks)));',
  },
  {
    name: "a request whose body is cut keeps the server from its end",
    ...SERVER,
    find: `    request.on("error", reject);
    request.on("close", () => {
      if (!request.complete) reject(new Error("the request was cut"));
    });
`,
    replace: '    request.on("error", () => {});\n',
  },
  {
    name: "of a body larger than may be, the first part is answered",
    ...SERVER,
    find: "      else resolve(undefined);\n",
    replace: "",
  },
  {
    name: "whoever sends forged requests fills the log",
    ...{ file: "src/http/refusal-log.ts", tests: ["test/http/server.test.ts"] },
    find: "    if (now - last < REFUSALS_EVERY) return;\n",
    replace: "",
  },
  {
    name: "a signed request of yesterday is taken",
    ...SIGNED,
    find: "Math.abs(now / 1000 - Number(timestamp)) <= TIMESTAMP_WINDOW",
    replace: "true",
  },
  {
    name: "a signed request of tomorrow is taken",
    ...SIGNED,
    find: "Math.abs(now / 1000 - Number(timestamp)) <= TIMESTAMP_WINDOW",
    replace: "now / 1000 - Number(timestamp) <= TIMESTAMP_WINDOW",
  },
  {
    name: "a signed request that was overheard is taken again",
    ...SIGNED,
    find: '    if (seen.has(kept)) return "seen";\n',
    replace: "",
  },
  {
    name: "a signature is forgotten while it still holds",
    ...SIGNED,
    find: "Number(timestamp) + TIMESTAMP_WINDOW) / GROUP",
    replace: "Number(timestamp) - TIMESTAMP_WINDOW) / GROUP",
  },
  {
    name: "who asks gets no word where an answer fails",
    ...DELIVER,
    find: "    await notify(text).catch(",
    replace: "    await Promise.resolve(text).catch(",
  },
  {
    name: "a failure is kept, and answers again",
    ...DELIVER,
    find: '!isLate && answer.outcome !== "failure" && isCacheable',
    replace: "!isLate && isCacheable",
  },
  {
    name: "a late answer to a public ask appears for everyone out of nowhere",
    ...DELIVER,
    find: '? { effect: "post", audience: "asker" }\n      : decide(answer, request);',
    replace: "? decide(answer, request)\n      : decide(answer, request);",
  },
];

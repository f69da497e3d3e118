/** Formats the results of the benchmark, with the methods used, for the terminal and docs/bench.md. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ASKS, PLAN, PROJECT } from "./bot.ts";
import { hasPeers, PLAN as LOADED, ROUND } from "./over-http.ts";
import { PAGE, PAGE_PLAN, PAGE_ROUND } from "./pages.ts";
import { type Line, machine, tableOf } from "./report.ts";
import { TOOL_PLAN, TOOL_ROUND } from "./tools.ts";

const count = (value: number): string => value.toLocaleString("en");

/** Conditions common to all measurements. */
const arrangement =
  (): string => `Each is timed in turn with what stands beside it (A B C A B C …), after a warm-up. A
number is the median of its rounds, and “9 in 10” is between what nine of ten rounds lie. A ratio is Refdesk's number
over the other's in the same turn, and of all turns the median: it need not be that of the two medians. Everything runs on one machine, over loopback, with a log that shows warnings alone: the times are not
those of the real platforms, the ratios are what counts.${hasPeers() ? "" : " The Chat SDK is not installed, and was left out."}`;

const page = (lines: readonly Line[]): string => `# How fast

Made by \`npm run bench -- ${hasPeers() ? "--peers " : ""}--write\`, on ${machine()}.

${tableOf(lines)}

${arrangement()}

## Over HTTP

A round is ${count(ROUND.count)} signed commands, each another request with its own id and signature, over ${ROUND.connections} connections that
are kept, each with one request under way. They ask of every organization, person and term on the shelf in turn
(${ASKS.length} asks); ${LOADED.rounds} rounds count, after ${LOADED.warmUp}.
A server that is slower is cut after ${ROUND.time / 1_000} seconds. The load and every server have a process each; the requests are made
and signed before the clock starts, and every reply is checked to be the whole answer. The time of a request ends with
the last byte of its answer.

Refdesk is \`node bin/refdesk.js\` with both adapters, as it is deployed: it verifies the signature, reads the command,
looks up, writes the answer, draws it and sends it as the reply. What it has drawn it keeps, for the hundreds of questions
that were asked last: the shelf does not change while it is served, so that the same question has the same reply. Under
this load every reply is drawn once and then sent from there. “Each ask drawn anew” is the same answer asked for in
thousands of spellings, so that none is found there. Beside it stand

- **a bare \`node:http\` server**: it reads the body, verifies the signature with \`node:crypto\` as anyone would write
  it first, and sends the same bytes, as constants in turn. Nobody who answers over HTTP does less. On Slack it is so fast that the load comes near to
  its own limit: it may be faster than the table says.
- **Bolt's HTTPReceiver**, for Slack: Bolt's app as its makers receive requests, whose listener acks the same messages as
  constants in turn. Refdesk runs the same app behind a receiver of its own, which sends what was drawn before by itself.
- **the Chat SDK** (\`chat\` with \`@chat-adapter/discord\` and \`@chat-adapter/slack\`): its webhook handlers behind
  \`node:http\`, with its state in memory, posting cards of the same words and buttons as constants. It acknowledges a
  command first and posts the answer by a call of its own, so that a request ends when both have arrived; the call goes
  to the process of the load, which answers at once. It looks nothing up, which is to its advantage, and over the
  Internet its call would take a round trip more, which is to its advantage too. It is installed in \`bench/peers\`
  by \`npm run bench -- --peers\`, and by nothing else.

## Over sockets

From the stand-in's command to the answer's arrival, one at a time, with ${PLAN.rest} ms between two rounds. Stand-ins, bot and the
handler that answers a constant run in one process, and the stand-ins check nothing. Beside Refdesk's adapter stands the
same client library, which was set up alike and sends the same message as a constant.

## Pages

A round is ${count(PAGE_ROUND.count)} GETs of \`${PAGE}\` over ${PAGE_ROUND.connections} connections that are kept; ${PAGE_PLAN.rounds} rounds count, after ${PAGE_PLAN.warmUp}. Refdesk
is \`node bin/refdesk.js\` with a port and no platform. A page is drawn once for a language and then sent from where it is
kept, since the shelf does not change while it is served; what is searched for is never kept. Beside it stands a bare
\`node:http\` server that sends the same bytes with the same headers as a constant. What a browser makes of the page is
asked of Chromium, at the size of a phone and with nothing kept from before, where there is one.

## Assistants

A round is ${count(TOOL_ROUND.count)} calls of tools at \`POST /mcp\`, in the protocol's version of 2026-07-28, over ${TOOL_ROUND.connections} connections that are kept; ${TOOL_PLAN.rounds}
rounds count, after ${TOOL_PLAN.warmUp}. They ask what the commands over HTTP ask. Refdesk is \`node bin/refdesk.js\` with \`MCP=yes\` and no platform; what
it has answered it keeps. Beside it stands a server of the same package, \`@modelcontextprotocol/server\` behind
\`@modelcontextprotocol/node\`, with one tool that gives the same results as constants in turn.

## Starts

Ready is when both platforms can be answered: over HTTP when the server listens, over sockets when both are open; the
commands are registered by then. The platforms are stand-ins that answer at once. Memory is the process's resident
memory as the system counts it: a moment after it is ready, and, over HTTP, after all rounds. A one-shot ask is timed
from before its process is spawned until it has ended and its output is read. What stands beside is started by the same
Node through a file like \`bin/refdesk.js\`, so that all pay alike for Node and for reading TypeScript; the caches are
filled, as they are at every start but the first.

The package has no TypeScript to read. Of its files, an ask loads three: \`bin/refdesk.js\`, \`dist/main.js\`, into which the
build joins all that an ask needs, and a few lines of the bundler; and of other packages none: no schema, no logger, no
platform, no database. From the shelf it reads every file, since nothing is answered from a text that was not compared.
Beside it stands Node with nothing to do.
`;

/** Returns what the terminal shows. */
export const shownPage = (lines: readonly Line[]): string =>
  `${machine()}\n\n${tableOf(lines)}\n\n${arrangement()}`;

export const writePage = (lines: readonly Line[]): Promise<void> =>
  writeFile(join(PROJECT, "docs/bench.md"), page(lines));

/** `npm run eval`: measures the quality of src/search on test collections, beside other engines. */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { RANKING_WEIGHTS, type RankingWeights } from "../src/search/ranking.ts";
import { type Collection, readCollection } from "./collection.ts";
import { ENGINES, type Engine, HERE, hasPeers } from "./engines.ts";
import { FLOOR, type Judge, judgeOf, learn } from "./learning.ts";
import { chance, mean } from "./measures.ts";
import type { Measured } from "./measuring.ts";
import { type Lesson, type Result, shown, writePage } from "./page.ts";

const USAGE = "npm run eval -- [--peers] [--learn] [--write] <folder> [folder …]";

/** Installs the peers from their lock file into eval/peers. */
function installPeers(): void {
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: join(HERE, "peers"),
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error("eval/peers could not be installed");
}

/** Measures one engine on one collection in its own process. */
function measured({ name, module }: Engine, folder: string): Measured {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", "--import", "tsx", join(HERE, "measuring.ts"), join(HERE, module), resolve(folder)],
    { cwd: join(HERE, ".."), encoding: "utf8", maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`${name} could not be measured on ${folder}:\n${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1)!);
}

function resultOf({ name, documents, questions }: Collection, folder: string): Result {
  const engines = ENGINES.filter(({ isPeer }) => !isPeer || hasPeers()).map((engine) => {
    process.stderr.write(`measuring: ${engine.name} on ${name} …\n`);
    return { name: engine.name, measured: measured(engine, folder) };
  });
  return { collection: name, documents: documents.length, questions: questions.length, engines };
}

/** Ablations: the weights in use, each without one part. */
const WITHOUT: readonly Partial<RankingWeights>[] = [
  { title: 0 },
  { near: 0 },
  { like: 0 },
  { sharpness: 1 },
];

/** Learns weights on each collection separately and tests them on all. */
function lessonsOn(collections: readonly Collection[]): Lesson[] {
  const judges = collections.map(judgeOf);
  const floors = judges.map((judge) => judge(FLOOR));
  const lesson = (name: string, weights: RankingWeights, learntOn?: Judge): Lesson => ({
    ...{ name, weights },
    reached: judges.map((judge, index) => {
      const each = judge(weights);
      const isTest = learntOn !== undefined && judge !== learntOn;
      return { ndcg: mean(each), chance: chance(each, floors[index]!), isTest };
    }),
  });
  return [
    lesson("BM25, title at 0.2", FLOOR),
    ...judges.map((judge, index) => {
      process.stderr.write(`learning: on ${collections[index]!.name} …\n`);
      return lesson(`learnt on ${collections[index]!.name}`, learn([judge]), judge);
    }),
    lesson("in use", RANKING_WEIGHTS),
    ...WITHOUT.map((less) => {
      const [name, value] = Object.entries(less)[0]!;
      return lesson(`in use, ${name} ${value}`, { ...RANKING_WEIGHTS, ...less });
    }),
  ];
}

async function evaluate(args: readonly string[]): Promise<void> {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals: folders } = parseArgs({
    args: [...args],
    options: { peers: flag, learn: flag, write: flag },
    allowPositionals: true,
  });
  if (folders.length === 0) throw new Error(`No folder that holds a collection: ${USAGE}`);
  const collections = folders.map(readCollection);
  if (values.peers) installPeers();
  if (values.write && !(values.learn && hasPeers()))
    throw new Error(
      `--write writes all of it: add --learn, and --peers where they are not installed: ${USAGE}`,
    );
  const results = collections.map((collection, index) => resultOf(collection, folders[index]!));
  const report = { results, lessons: values.learn ? lessonsOn(collections) : [] };
  if (values.write) await writePage(report);
  console.log(shown(report));
}

try {
  await evaluate(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

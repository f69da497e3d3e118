/** Publishes two shelves in turn under asks at three processes, and looks for answers of both. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { openDatabase } from "../../src/database/connection.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { MISSING, programsOf } from "../../test/citation-log/postgres.ts";
import { PROJECT } from "../bot.ts";
import { startFleet } from "./fleet.ts";
import { temporaryFolder } from "./processes.ts";
import { allowedTime, count, type Row, some } from "./row.ts";

/** How many versions are published, and the pause after each, in milliseconds. */
const TRIED = { full: { publishes: 500, pause: 100 }, small: { publishes: 4, pause: 200 } } as const;

const PROCESSES = 3;

/** How long all processes may take to answer from the last version, in milliseconds. */
const ALL_ON_IT = 1_000;

/** Two organizations that one answer names, and the ends of their names in either version. */
const NAMED = ["alibaba", "tencent"] as const;
const ENDS = [" of the first", " of the other"] as const;

/** Makes a copy of the project's shelf in which both organizations are named otherwise. */
function shelfFolder(end: string): { folder: string; remove: () => void } {
  const made = temporaryFolder();
  for (const part of ["seeds", "data"])
    cpSync(join(PROJECT, part), join(made.folder, part), { recursive: true });
  for (const name of NAMED) {
    const file = join(made.folder, `data/organizations/${name}.json`);
    const record = JSON.parse(readFileSync(file, "utf8")) as { label: { en: string }; aliases?: string[] };
    const { label, aliases = [] } = record;
    const renamed = { ...record, label: { ...label, en: label.en + end }, aliases: [...aliases, label.en] };
    writeFileSync(file, JSON.stringify(renamed));
  }
  return made;
}

export const published: Row = async (scale) => {
  const what = "two shelves published in turn under asks at three processes";
  const programs = programsOf();
  if (programs === undefined) return { what, tried: "nothing", lost: [MISSING] };
  const { publishes, pause } = TRIED[scale];
  const fleet = await startFleet(scale, PROCESSES, programs);
  const folders = ENDS.map(shelfFolder);
  const database = await openDatabase(fleet.url, { most: 2 });
  const ask = (number: number) => fleet.ask(number, "/compare", "alibaba tencent");
  /** Which versions an answer names. */
  const versionsIn = (text: string) => ENDS.filter((end) => text.includes(end));
  let [asked, unanswered, mixed] = [0, 0, 0];
  let isOver = false;
  await publishFolder(database, folders[1]!.folder);
  const asking = fleet.askInTurn(
    async (process) => {
      const { isAnswered, text } = await ask(process);
      asked += 1;
      if (!isAnswered) unanswered += 1;
      if (versionsIn(text).length > 1) mixed += 1;
    },
    () => isOver,
  );
  for (let publish = 0; publish < publishes; publish++) {
    await publishFolder(database, folders[publish % 2]!.folder);
    await setTimeout(pause);
  }
  isOver = true;
  await asking;
  const last = ENDS[(publishes - 1) % 2]!;
  const until = performance.now() + allowedTime(scale, ALL_ON_IT);
  let behind = PROCESSES;
  while (behind > 0 && performance.now() < until) {
    const answers = await Promise.all(Array.from({ length: PROCESSES }, (_, number) => ask(number)));
    behind = answers.filter(({ text }) => String(versionsIn(text)) !== last).length;
  }
  await database.close();
  await fleet.close();
  for (const { remove } of folders) remove();
  return {
    what,
    tried: `${count(publishes)} publishes; ${count(asked)} commands answered`,
    lost: [
      ...some(unanswered, "commands unanswered"),
      ...some(mixed, "answers of two versions"),
      ...some(behind, "processes that answered from an older version a second later"),
    ],
  };
};

/**
 * Measures the time from spawning the process until it is ready with both adapters, and its memory then.
 *
 * The baseline is a plain `node:http` server, started by the same Node through a file like bin/refdesk.js. Caches
 * are warm, as at every start but the first.
 */
import { generateKeyPairSync } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { interleave } from "./measure.ts";
import { refdeskOver } from "./refdesk.ts";
import type { Line } from "./report.ts";
import { type Serving, serveProgram } from "./serving.ts";

const PLAN = { warmUp: 1, rounds: 9, rest: 0 } as const;

/** How long to let memory settle, in milliseconds. */
const SETTLING = 300;

const SECRET = "a-signing-secret-of-this-bench";

export async function measureReady(): Promise<Line[]> {
  const { x = "" } = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
  const publicKey = Buffer.from(x, "base64url").toString("hex");
  const refdesk = await refdeskOver(publicKey, SECRET);
  const orders = { platform: "discord", publicKey, secret: SECRET, answers: ["{}"] } as const;
  const started = (start: () => Promise<Serving>) => {
    const memory: number[] = [];
    const ready: number[] = [];
    const round = async () => {
      const serving = await start();
      await pause(SETTLING);
      ready.push(serving.ready);
      memory.push(serving.memory());
      await serving.stop();
    };
    const counted = () => ({ ready: ready.slice(PLAN.warmUp), memory: memory.slice(PLAN.warmUp) });
    return { round, counted };
  };
  const all = [
    started(() => refdesk.http()),
    started(() => refdesk.sockets()),
    started(() => serveProgram("bare.ts", orders)),
  ];
  await interleave(
    all.map(({ round }) => round),
    PLAN,
  );
  await refdesk.close();
  const [http, sockets, bare] = all.map(({ counted }) => counted());
  const lines = (how: string, { ready, memory }: typeof http & object): Line[] => [
    {
      ...{ what: `Start to ready, both adapters ${how}`, unit: "ms", values: ready },
      besides: [{ what: "bare `node:http`, started alike", values: bare!.ready }],
    },
    {
      ...{ what: `Resident memory then, both adapters ${how}`, unit: "MB", values: memory },
      besides: [{ what: "bare `node:http`, started alike", values: bare!.memory }],
    },
  ];
  return [...lines("over HTTP", http!), ...lines("over sockets", sockets!)];
}

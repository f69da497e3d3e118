/** Tests how the program ends on signals: once, and at once when it is told again. */
import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { onEndSignal } from "../../src/app/end-signals.ts";

/** Sends signals at the given times; returns which ended the program, and the statuses it exited with at once. */
function signalled(signals: readonly (readonly [at: number, signal: string])[]) {
  const emitter = new EventEmitter();
  const [ended, exits]: [string[], number[]] = [[], []];
  let time = 0;
  onEndSignal(
    (signal) => void ended.push(signal),
    Object.assign(emitter, { exit: (status: number) => void exits.push(status) }),
    () => time,
  );
  for (const [at, signal] of signals) {
    time = at;
    emitter.emit(signal, signal);
  }
  return [ended, exits];
}

it.each([
  ["one signal", [[0, "SIGTERM"]], ["SIGTERM"], []],
  [
    "the terminal's and npm's",
    [
      [0, "SIGINT"],
      [40, "SIGINT"],
    ],
    ["SIGINT"],
    [],
  ],
  [
    "one of each kind",
    [
      [0, "SIGTERM"],
      [900, "SIGINT"],
    ],
    ["SIGTERM"],
    [],
  ],
  [
    "a second one from somebody who will not wait",
    [
      [0, "SIGINT"],
      [1500, "SIGINT"],
    ],
    ["SIGINT"],
    [1],
  ],
] as const)("%s", (_, signals, ended, exits) => {
  expect(signalled(signals)).toEqual([ended, exits]);
});

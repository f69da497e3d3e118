/** Runs a program in a pseudo-terminal, as a person would: keys go in, and what the screen shows comes out. */
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

/** Connects standard input and output with a pseudo-terminal of the program's own. */
const BRIDGE = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

/** Message for when there is no Python, which can open a pseudo-terminal without a compiler. */
export const NO_PYTHON = "python3 was not found, so what is typed in a terminal was not tested";

/** Tells whether pseudo-terminals can be opened here. */
export function canOpenTerminal(): boolean {
  try {
    execFileSync("python3", ["-c", "import pty, os; os.waitstatus_to_exitcode"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A program in its terminal. */
export interface TerminalProgram {
  /** The process that bridges to the program, which is its child. */
  readonly pid: number;
  /** Resolves to what has come since the last key, once it holds a pattern. */
  seen(pattern: RegExp): Promise<string>;
  /** Presses a key. */
  press(key: string): void;
  /** How many keys were pressed. */
  readonly keys: () => number;
  /** Resolves to the exit status. */
  readonly ended: Promise<number>;
  kill(): void;
}

/** Starts a program in a terminal. */
export function startInTerminal(
  program: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): TerminalProgram {
  const child: ChildProcessWithoutNullStreams = spawn("python3", ["-c", BRIDGE, ...program], {
    ...options,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let shown = "";
  let pressed = 0;
  const changed = new Set<() => void>();
  const tell = (): void => {
    for (const one of changed) one();
  };
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    shown += part;
    tell();
  });
  child.on("close", tell);
  return {
    pid: child.pid!,
    async seen(pattern) {
      while (!pattern.test(shown)) {
        if (child.exitCode !== null) throw new Error(`It has ended without ${pattern}:\n${shown}`);
        await new Promise<void>((resolve) => {
          const once = () => {
            changed.delete(once);
            resolve();
          };
          changed.add(once);
        });
      }
      return shown;
    },
    press(key) {
      shown = "";
      pressed++;
      child.stdin.write(key);
    },
    keys: () => pressed,
    ended: once(child, "close").then(([status]) => status as number),
    kill: () => void child.kill("SIGKILL"),
  };
}

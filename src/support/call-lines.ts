/** Makes calls in lines, such as the posts to one channel: one after the other, while no line waits for another. */

/** How many calls may be in one line. */
const LONGEST_LINE = 100;

/** Makes a call after those before it in its line. @throws {Error} when too many wait there */
export type CallInLine = <Value>(line: string, call: () => Promise<Value>) => Promise<Value>;

/** Creates the lines of one platform. Of a line without calls, nothing is kept. */
export function createCallLines(longest = LONGEST_LINE): CallInLine {
  const lines = new Map<string, { length: number; last: Promise<unknown> }>();
  return async (name, call) => {
    const line = lines.get(name) ?? { length: 0, last: Promise.resolve() };
    if (line.length >= longest) throw new Error("too many calls wait in one line");
    const own = line.last.then(call);
    line.length += 1;
    line.last = own.catch(() => {});
    lines.set(name, line);
    try {
      return await own;
    } finally {
      line.length -= 1;
      if (line.length === 0) lines.delete(name);
    }
  };
}

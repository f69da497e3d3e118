/** Work whose end a test decides, so that what happens meanwhile rests on no machine's speed. */

/** Returns work that goes on until `end` is called, and a promise of its beginning. */
export function holdWork() {
  let begin = () => {};
  let end = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = () => {
    begin();
    return ended.then(() => ({}));
  };
  return { begun, end, work };
}

/** Returns what counts how many of some replies have come. */
export function countSettled(replies: readonly Promise<unknown>[]): () => number {
  let settled = 0;
  for (const reply of replies) void reply.then(() => settled++);
  return () => settled;
}

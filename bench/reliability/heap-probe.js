/** Answers `heap` on the channel to the parent process with the size of the heap after collection, in bytes. */
process.on("message", (asked) => {
  if (asked !== "heap") return;
  globalThis.gc();
  process.send({ heap: process.memoryUsage().heapUsed });
});
// The channel alone keeps no process alive.
process.channel?.unref();

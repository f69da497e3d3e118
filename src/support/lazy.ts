/**
 * Returns a function that makes a value at its first call and returns the same value from then on. A module that is loaded
 * when it is first needed is kept by it too: `import()` resolves its address again each time, which takes longer than most
 * of what a module is called for.
 */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

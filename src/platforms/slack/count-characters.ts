/** Counts what Slack limits in all blocks of a message together. */

/** Counts the characters of all texts and URLs in a message's blocks. */
export function countCharacters(part: unknown): number {
  let sum = 0;
  if (Array.isArray(part)) for (const inner of part) sum += countCharacters(inner);
  else if (typeof part === "object" && part !== null)
    for (const key in part) {
      const value: unknown = part[key as keyof typeof part];
      if (typeof value === "object") sum += countCharacters(value);
      else if (typeof value === "string" && (key === "text" || key === "url")) sum += value.length;
    }
  return sum;
}

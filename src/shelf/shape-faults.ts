/** Says what is wrong with the shape of a file, from what its schema found. */
import type { z } from "zod";
import type { ShelfFault } from "./faults.ts";
import { pointerStep } from "./strict-json.ts";

type Issue = z.core.$ZodIssue;

/** Returns how far a value is from one form: first whether it is of another type, then by how many faults. */
const distance = (issues: readonly Issue[]): number =>
  issues.some(({ code, path }) => path.length === 0 && (code === "invalid_type" || code === "invalid_union"))
    ? Number.POSITIVE_INFINITY
    : issues.length;

/** Returns the faults of the form that was meant, where a value may have one of several. */
function meantIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const forms = issue.errors.map((issues) => issues.flatMap(meantIssues));
  const [meant] = forms.sort((a, b) => distance(a) - distance(b));
  if (!meant || distance(meant) === Number.POSITIVE_INFINITY) return [issue];
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Returns the faults of a file that is not of the shape that is expected of it. */
export const shapeFaults = (file: string, issues: readonly Issue[]): ShelfFault[] =>
  issues.flatMap(meantIssues).map(({ path, message }) => ({
    file,
    pointer: path.map(pointerStep).join(""),
    message: message.replace(/^Invalid input: (expected .+), received undefined$/, "is missing: $1"),
  }));

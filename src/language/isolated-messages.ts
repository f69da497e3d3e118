/** Makes messages isolate what they are given, so that a foreign name or title reorders nothing of their own. */
import { isolateText } from "../support/isolation.ts";

const isolated = (value: unknown): unknown =>
  typeof value === "string" ? isolateText(value) : Array.isArray(value) ? value.map(isolated) : value;

function isolatedMember(value: unknown): unknown {
  if (typeof value === "function") {
    // Messages call each other through `this`, and are told by how many values they take.
    const isolating = function (this: unknown, ...given: unknown[]): unknown {
      return value.apply(this, given.map(isolated));
    };
    return Object.defineProperty(isolating, "length", { value: value.length });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, isolatedMember(member)]));
}

/** Returns the same messages, in which each text that is put into one is isolated where it runs from right to left. */
export const isolateMessages = <Catalogue extends object>(messages: Catalogue): Catalogue =>
  isolatedMember(messages) as Catalogue;

import { it } from "vitest";
it("x", async () => { await import("./m.ts"); });

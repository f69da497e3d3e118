/** Tests what a reviewer's address in chat may reach. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { addFromAddress } from "../../src/app/add-from-address.ts";
import { createFolderStore } from "../../src/shelf/folder-store.ts";
import { shelfWith } from "../shelves.ts";

it.each([
  "https://127.0.0.1:9/a",
  "https://localhost/a",
  "https://[::1]/a",
  "https://169.254.169.254/latest",
])("%s is refused, and nothing is written", async (address) => {
  const root = shelfWith({});
  const before = readdirSync(join(root, "seeds"));
  expect(await addFromAddress(createFolderStore(root), address, "en")).toMatchObject({
    type: "refused",
    why: expect.stringMatching(/./),
  });
  expect(readdirSync(join(root, "seeds"))).toEqual(before);
});

/** Runs at the beginning of each file of tests: files that share a thread share the modules that they import, and hooks there would be the first one's. */
import { afterAll } from "vitest";
import { removeTemporaryFolders } from "./temporary-folders.ts";

afterAll(removeTemporaryFolders);

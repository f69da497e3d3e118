#!/usr/bin/env node
// Registers the TypeScript loader as bin/refdesk.js does in a clone, then runs an empty program.
import { register } from "tsx/esm/api";

register();
await import("./empty.ts");

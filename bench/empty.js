#!/usr/bin/env node
// Registers the TypeScript loader, then runs the program from source: there is no build step.
import { register } from "tsx/esm/api";

register();
await import("./empty.ts");

#!/usr/bin/env node
// Lets Node read TypeScript, then hands over; there is no build step.
import { register } from "tsx/esm/api";

register();
await import("../src/programs/main.ts");

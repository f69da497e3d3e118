// Starts a program of the benchmark as bin/refdesk.js does, except for the module it imports.
import { register } from "tsx/esm/api";

register();
await import(process.argv[2]);

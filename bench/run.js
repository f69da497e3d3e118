// Starts one of the bench's programs as bin/refdesk.js starts: like it but for the module that is imported.
import { register } from "tsx/esm/api";

register();
await import(process.argv[2]);

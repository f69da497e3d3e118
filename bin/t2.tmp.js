import { register } from "tsx/esm/api";
import { createRequire } from "node:module";
const t0=performance.now(); register(); 
const t1=performance.now(); const {z}=createRequire(import.meta.url)("zod");
const t2=performance.now(); await import("../src/empty.tmp.ts"); const t3=performance.now();
console.error({register:t1-t0,zodreq:t2-t1, empty:t3-t2});

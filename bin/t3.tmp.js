import { register } from "tsx/esm/api";
register(); 
const {z}=await import("zod"); if(process.argv[2]) z.config({jitless:true});
const s=await import("../src/library/shelf.ts");
const t4=performance.now(); const sh=s.readShelf(process.cwd());
const t5=performance.now(); s.readShelf(process.cwd());
const t6=performance.now(); console.error({read:t5-t4, again:t6-t5});

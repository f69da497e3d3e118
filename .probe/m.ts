import { Worker } from "node:worker_threads";
const go = (label: string, make: () => Worker) => new Promise<void>((done) => { const s = performance.now(); try { const w = make(); w.on("message", (m) => { console.log(label, "ok", m, performance.now() - s | 0); w.terminate(); done(); }); w.on("error", (e) => { console.log(label, "error", String(e).slice(0, 120)); done(); }); } catch (e) { console.log(label, "threw", e); done(); } });
await go("direct", () => new Worker(new URL("./t.ts", import.meta.url)));
await go("shim", () => new Worker(new URL("./shim.js", import.meta.url), { workerData: { program: new URL("./t.ts", import.meta.url).href } , execArgv: [] }));
await go("shim inherit", () => new Worker(new URL("./shim.js", import.meta.url), { workerData: { program: new URL("./t.ts", import.meta.url).href } }));
await go("import", () => new Worker(new URL("./t.ts", import.meta.url), { execArgv: ["--import", import.meta.resolve("tsx")] }));

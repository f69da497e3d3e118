/** The whole program serving only web pages, without platforms or tokens. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { PROGRAM } from "../../programs/compiled.ts";
import { temporaryFolder } from "../../shelves.ts";
import { send } from "../../stand-ins/http.ts";

let child: ChildProcess | undefined;
afterEach(() => child?.kill("SIGKILL"));

interface Line {
  readonly msg: string;
  readonly port?: number;
  readonly routes?: readonly string[];
}

function start(variables: Record<string, string>) {
  const { PATH, HOME } = process.env;
  const folder = temporaryFolder();
  const started = spawn(process.execPath, [PROGRAM], {
    cwd: folder,
    env: { PATH, HOME, CACHE_DIR: folder, HOST: "127.0.0.1", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = started;
  let wrote = "";
  started.stderr.on("data", (chunk) => {
    wrote += chunk;
  });
  const lines = () =>
    wrote
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line): Line => JSON.parse(line));
  /** Waits for a server with this route, or for the one without routes. @returns its port */
  async function port(route?: string): Promise<number> {
    for (;;) {
      const found = lines().find(
        ({ msg, routes = [] }) =>
          msg === "listening" && (route ? routes.includes(route) : routes.length === 0),
      );
      if (found?.port !== undefined) return found.port;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  let said = "";
  started.stdout.on("data", (chunk) => {
    said += chunk;
  });
  return { port, said: () => said, wrote: () => wrote, ended: once(started, "close") };
}

it("serves pages, says on another port that it is ready, and ends with status 0 when asked to", async () => {
  const { port, said, wrote, ended } = start({
    PORT: "0",
    ADMIN_PORT: "0",
    PUBLIC_URL: "https://desk.test/",
  });
  const admin = await port("GET /readyz");
  const site = await port();
  const get = (at: number, path: string) => send(at, { method: "GET", path });
  const page = await get(site, "/records/pledges/alibaba-common-prosperity");
  expect(page.status).toBe(200);
  expect(page.body).toContain('href="https://desk.test/records/pledges/alibaba-common-prosperity"');
  expect((await get(site, "/ask?q=%2Fpledge%20alibaba")).body).toContain("$15.5 billion");
  expect((await get(site, "/metrics")).status).toBe(404);
  expect((await get(admin, "/")).status).toBe(404);
  expect((await get(admin, "/readyz")).status).toBe(200);
  const { body } = await get(admin, "/metrics");
  expect(body).toContain('refdesk_answers_total{command="pledge",outcome="found"} 1');
  expect(body).toContain('refdesk_http_requests_total{route="/records/:kind/:id",status="200"} 1');
  expect(wrote()).not.toContain("pledge alibaba");
  await expect.poll(said).toBe(`Pages: https://desk.test, here http://localhost:${site}\n`);
  expect(page.headers["strict-transport-security"]).toBe("max-age=31536000");
  child?.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

it("without a public address, says its own, and gives it in the API", async () => {
  const { port, said } = start({ PORT: "0" });
  const site = await port();
  const { body } = await send(site, { method: "GET", path: "/api/sources" });
  expect(JSON.parse(body).items[0].page).toMatch(new RegExp(`^http://localhost:${site}/sources/`));
  const answer = JSON.parse((await send(site, { method: "GET", path: "/api/ask?q=/pledge+alibaba" })).body);
  expect(answer.sources[0].page).toMatch(new RegExp(`^http://localhost:${site}/sources/`));
  await expect.poll(said).toBe(`Pages: http://localhost:${site}\n`);
});

it("does not start with a public address that is none, and says what is expected", async () => {
  const { wrote, ended } = start({ PORT: "0", PUBLIC_URL: "https://desk.test/?q=1" });
  expect(await ended).toEqual([2, null]);
  expect(wrote()).toMatch(/^PUBLIC_URL: expected the http or https address/m);
});

/** What the deployment files name exists: paths, ports, variables, commands. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readServerConfig, VARIABLE_NAMES } from "../src/config/config.ts";
import { DISCORD_ROUTE } from "../src/platforms/discord/http.ts";
import { SLACK_ROUTE } from "../src/platforms/slack/receiver.ts";
import { PROJECT } from "./desks.ts";

const text = (file: string): string => readFileSync(join(PROJECT, file), "utf8");
const { scripts, files, bin, name } = JSON.parse(text("package.json")) as {
  name: string;
  scripts: Record<string, string>;
  files: string[];
  bin: { refdesk: string };
};
const missing = (paths: readonly string[]): string[] =>
  paths.filter((path) => !existsSync(join(PROJECT, path)));

/** Variables of others than Refdesk: Node's, the system's, and compose.yaml's own. */
const FOREIGN = ["NODE_ENV", "HOME", "DOMAIN", "POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB"];
const unknown = (names: readonly string[]): string[] =>
  names.filter((one) => !VARIABLE_NAMES.includes(one) && !FOREIGN.includes(one));

/** Lines of the Dockerfile, with continued ones joined. */
const instructions = text("Dockerfile")
  .replace(/^#.*\n/gm, "")
  .replace(/\\\n/g, " ")
  .split("\n")
  .filter((line) => line !== "");
const args = (instruction: string): string[] =>
  instructions
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1).trim());

/** What the final image sets. */
const image: Readonly<Record<string, string>> = Object.fromEntries(
  args("ENV").flatMap((line) => line.split(/\s+/).map((pair) => pair.split("=") as [string, string])),
);

describe("the Dockerfile", () => {
  it("has no fault that a linter finds", () => {
    expect(
      validate(text("Dockerfile")).map(({ message, range }) => `${range.start.line}: ${message}`),
    ).toEqual([]);
  });

  /** What is copied from the project into a stage: all but the target. */
  const copied = args("COPY")
    .filter((line) => !line.startsWith("--from="))
    .flatMap((line) => line.split(/\s+/).slice(0, -1));

  it("copies what is there, and .dockerignore lets exactly that through", () => {
    expect(missing(copied)).toEqual([]);
    const rules = text(".dockerignore")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(rules[0]).toBe("*");
    expect(rules.slice(1).sort()).toEqual([...new Set(copied)].map((path) => `!${path}`).sort());
  });

  it("has in its last stage all that the package has, but for its docs", () => {
    const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith("FROM ")));
    const there = last
      .filter((line) => line.startsWith("COPY "))
      .flatMap((line) => line.split(/\s+/).slice(1));
    const needed = files.filter(
      (file) => /^[a-z.]+$/.test(file) && !["docs", "deploy", "exec.cmd"].includes(file),
    );
    expect(needed.filter((file) => !there.includes(file))).toEqual([]);
    expect(there).toContain("package.json");
  });

  it("runs only scripts that there are", () => {
    const named = args("RUN").flatMap((line) =>
      [...line.matchAll(/npm run (\S+)/g)].map(([, script]) => script),
    );
    expect(named).toEqual(["build"]);
    expect(scripts.build).toBeDefined();
  });

  it("takes packages as they are locked, and runs none of their scripts", () => {
    const installs = args("RUN").filter((line) => line.includes("npm ci"));
    expect(installs).toHaveLength(2);
    for (const line of installs) expect(line).toContain("--ignore-scripts");
  });

  it("sets variables that there are, to values that are taken", () => {
    expect(unknown(Object.keys(image))).toEqual([]);
    expect(readServerConfig(image)).toMatchObject({
      http: { host: "0.0.0.0", port: 3000 },
      admin: { host: "127.0.0.1", port: 9000 },
      citations: { folder: "/data" },
    });
  });

  it("exposes its port, keeps what it writes in a volume that its user owns, and starts the program", () => {
    expect(args("EXPOSE")).toEqual([image.PORT]);
    const [volume = ""] = args("VOLUME");
    for (const folder of [image.DATA_DIR, image.CACHE_DIR])
      expect(`${folder}/`).toMatch(new RegExp(`^${volume}/`));
    expect(args("USER")).toEqual(["1000:1000"]);
    expect(args("RUN")).toContain(`install -d -o 1000 -g 1000 -m 700 ${volume}`);
    expect(JSON.parse(args("ENTRYPOINT")[0]!)).toEqual(["node", `${args("WORKDIR").at(-1)}/${bin.refdesk}`]);
  });

  it("asks for health at an address that the program has", () => {
    const [health = ""] = args("HEALTHCHECK");
    expect(health).toMatch(/http:\/\/127\.0\.0\.1:\$\{process\.env\.ADMIN_PORT\}\/readyz/);
    expect(text("src/http/admin.ts")).toContain('"GET /readyz"');
    const [, command = ""] = /CMD (\[.*\])$/.exec(health) ?? [];
    const [node, ...rest] = JSON.parse(command) as string[];
    expect(node).toBe("node");
    // Nothing listens there, so the check has to fail, and not by its own fault.
    const { status, stderr } = spawnSync(process.execPath, rest, {
      env: { ADMIN_PORT: "9" },
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, ""]);
  });
});

interface Service {
  readonly environment?: Record<string, string>;
  readonly volumes?: string[];
  readonly networks: string[];
  readonly depends_on?: object;
}
const compose = parse(text("compose.yaml")) as {
  services: Record<"desk" | "database" | "caddy", Service>;
  networks: Record<string, object>;
  volumes: Record<string, object>;
};

describe("compose.yaml", () => {
  const { desk, database, caddy } = compose.services;
  const all = Object.values(compose.services);

  it("names volumes, networks, services and files that are there", () => {
    for (const { volumes = [], networks, depends_on = {} } of all) {
      for (const [from = ""] of volumes.map((volume) => volume.split(":")))
        expect(from.startsWith("./") ? existsSync(join(PROJECT, from)) : from in compose.volumes, from).toBe(
          true,
        );
      expect(networks.filter((network) => !(network in compose.networks))).toEqual([]);
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      expect(needed.filter((service) => !(service in compose.services))).toEqual([]);
    }
  });

  it("sets variables that there are, and all that the image sets, which .env may leave empty", () => {
    const { environment = {} } = desk;
    expect(unknown(Object.keys(environment))).toEqual([]);
    for (const [variable, value] of Object.entries(image))
      if (!["NODE_ENV", "LANG"].includes(variable)) expect(environment[variable], variable).toBe(value);
    const filled = JSON.parse(JSON.stringify(environment).replace(/\$\{\w+:\?[^}]+\}/g, "filled"));
    expect(readServerConfig(filled)).toMatchObject({
      citations: { url: "postgresql://refdesk:filled@database/refdesk" },
      publicUrl: "https://filled",
    });
  });

  it("connects to the database as the user and to the name that it is made with", () => {
    const { POSTGRES_USER, POSTGRES_DB } = database.environment ?? {};
    const url = new URL(desk.environment?.DATABASE_URL?.replace(/\$\{.*?\}/, "secret") ?? "");
    expect([url.username, url.hostname, url.pathname]).toEqual([
      POSTGRES_USER,
      "database",
      `/${POSTGRES_DB}`,
    ]);
  });

  it("puts Caddy before the port of the desk, on a network that both are in", () => {
    expect(text("deploy/Caddyfile")).toMatch(new RegExp(`^\\treverse_proxy desk:${image.PORT}$`, "m"));
    expect(text("deploy/Caddyfile")).toContain("{$DOMAIN}");
    expect(caddy.environment).toHaveProperty("DOMAIN");
    expect(caddy.networks.filter((network) => desk.networks.includes(network))).toEqual(["front"]);
  });
});

describe("the unit for systemd", () => {
  const unit = text("deploy/refdesk.service");
  const values = (key: string): string[] =>
    [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value = ""]) => value);

  it("starts the program where docs/deploy.md installs it, with the settings that it puts there", () => {
    const page = text("docs/deploy.md");
    const [, prefix = ""] = /npm install --prefix (\S+)/.exec(page) ?? [];
    expect(values("ExecStart")).toEqual([`/usr/bin/node ${prefix}/node_modules/${name}/${bin.refdesk}`]);
    const [settings = ""] = values("EnvironmentFile");
    expect(page).toContain(`install -m 600 /dev/stdin ${settings}\n`);
    expect(page).toContain(`install -d -m 700 ${settings.replace(/\/[^/]+$/, "")}\n`);
  });

  it("sets variables that there are, and runs in the folder that is kept for it", () => {
    expect(unknown(values("Environment").map((pair) => pair.split("=")[0]!))).toEqual([]);
    expect(values("WorkingDirectory")).toEqual([`/var/lib/${values("StateDirectory")[0]}`]);
  });

  it("is not restarted where the configuration is wrong, which is status 2", () => {
    const wrong = { ...process.env, DISCORD_TOKEN: "made-up-and-malformed" };
    const { status } = spawnSync(process.execPath, [join(PROJECT, bin.refdesk)], { env: wrong });
    expect(values("RestartPreventExitStatus")).toEqual([String(status)]);
  });

  const analyzes = spawnSync("systemd-analyze", ["--version"]).status === 0 && existsSync("/usr/bin/node");
  it.runIf(analyzes)("is one that systemd takes", () => {
    const { status, stderr } = spawnSync(
      "systemd-analyze",
      ["verify", join(PROJECT, "deploy/refdesk.service")],
      {
        encoding: "utf8",
      },
    );
    expect([status, stderr]).toEqual([0, ""]);
  });
});

it("docs/deploy.md names variables and paths that are there", () => {
  const page = text("docs/deploy.md");
  const set = [...page.matchAll(/\b([A-Z][A-Z_]{3,})=/g)].map(([, variable = ""]) => variable);
  expect(set.length).toBeGreaterThan(2);
  expect(unknown(set)).toEqual([]);
  const paths = [...page.matchAll(/(?<![\w/])(deploy\/[\w.]+|compose\.yaml)/g)].map(([, path = ""]) => path);
  expect(paths).toContain("deploy/refdesk.service");
  expect(missing(paths)).toEqual([]);
  for (const route of [DISCORD_ROUTE, SLACK_ROUTE])
    expect(page).toContain(`\`${route.replace("POST ", "")}\``);
});

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Job {
  readonly permissions?: Record<string, string>;
  readonly needs?: string;
  readonly steps: readonly Step[];
}

describe.each(["ci.yml", "release.yml"])("the workflow %s", (file) => {
  const { jobs, permissions } = parse(text(`.github/workflows/${file}`)) as {
    jobs: Record<string, Job>;
    permissions: object;
  };
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = "" }) => run.split("\n")));

  it("may only read, unless a job says otherwise", () => {
    expect(permissions).toEqual({ contents: "read" });
  });

  it("runs scripts and files that are there", () => {
    const named = runs.flatMap((line) => [
      ...line.matchAll(/npm (?:run )?(test|start|[a-z:]+(?<=run [a-z:]+))\b/g),
    ]);
    expect(named.map(([, script = ""]) => script).filter((script) => !(script in scripts))).toEqual([]);
    const own = runs.filter((line) => /^\.?[\w/]+\/[\w.]+$/.test(line.trim()));
    expect(missing(own.map((line) => line.trim()))).toEqual([]);
  });
});

it("a release is published by a job of its own, which alone may say who it is, once all else has passed", () => {
  const { jobs } = parse(text(".github/workflows/release.yml")) as { jobs: Record<string, Job> };
  const publishing = Object.entries(jobs).filter(([, { steps }]) =>
    steps.some(({ run }) => run?.includes("npm publish --provenance")),
  );
  expect(publishing.map(([job, { needs }]) => [job, needs])).toEqual([["publish", "package"]]);
  const identified = Object.entries(jobs).filter(([, job]) => job.permissions?.["id-token"] === "write");
  expect(identified.map(([job]) => job)).toEqual(["publish"]);
  const before = jobs.package?.steps.map(({ run }) => run ?? "").join("\n") ?? "";
  for (const step of [".ci/run", "npm pack", "npm sbom", "npx refdesk"]) expect(before).toContain(step);
  // Nothing of other packages runs where the identity is.
  expect(jobs.publish?.steps.map(({ run = "" }) => run).join("\n")).not.toMatch(/npm (?:ci|install)|\.ci/);
});

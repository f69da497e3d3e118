/** The API's contract: requests made from its document are answered as that says, and a client can be made from it. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "../../../src/platforms/web/openapi.ts";
import { PROJECT } from "../../desks.ts";
import { temporaryFolder } from "../../shelves.ts";
import { siteOver } from "./site.ts";

interface Schema {
  readonly type?: "string" | "integer";
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}
interface Parameter {
  readonly name: string;
  readonly in: "query" | "path";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example: string | number;
}
interface Media {
  readonly schema: { readonly $ref: string };
  readonly example: unknown;
}
interface Reply {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Media>>;
}
interface Operation {
  readonly operationId: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, Reply>>;
}
interface Document {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly responses: Readonly<Record<string, Reply>> };
}

const PUBLIC = "https://refdesk.example.org";
const FILE = join(import.meta.dirname, "openapi.schema.json");
const document = openApiDocument(PUBLIC) as Document;
const operations = Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }));

const ajv = new Ajv2020({
  strict: false,
  formats: { uri: (text: string) => URL.canParse(text), date: true },
});
ajv.addSchema(document, "desk");
const validatorOf = ({ $ref }: Media["schema"]): ValidateFunction => ajv.getSchema(`desk${$ref}`)!;

/** Returns what the document says of a reply, by its status. */
function replyOf({ responses }: Operation, status: number): Reply {
  const reply = responses[status];
  const name = reply?.$ref?.split("/").at(-1);
  return name === undefined ? (reply ?? {}) : (document.components.responses[name] ?? {});
}

it("is the one that stands here: whoever changes it raises its version, and renews this file", async () => {
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(FILE);
  expect(document.info.version).toBe("2.2.0");
});

it.each(operations)("$operationId says what it does, and every example is one of its schema", (operation) => {
  expect(operation.description).toMatch(/^[A-Z].+\.$/s);
  for (const { name, description, example, schema } of operation.parameters) {
    expect(description, name).toMatch(/^[A-Z].+\.$/);
    expect(ajv.validate(schema, example), name).toBe(true);
  }
  for (const status of Object.keys(operation.responses))
    for (const media of Object.values(replyOf(operation, Number(status)).content ?? {})) {
      const validate = validatorOf(media.schema);
      expect([status, validate(media.example), validate.errors]).toEqual([status, true, null]);
    }
});

/** Returns values that a parameter's schema allows, and now and then the one that its example gives. */
function valuesOf({ schema, example }: Parameter): fc.Arbitrary<string> {
  const { type, enum: names, pattern, minimum, maximum, maxLength } = schema;
  const example_ = fc.constant(String(example));
  if (names) return fc.constantFrom(...names);
  if (type === "integer")
    return fc
      .oneof(fc.integer({ min: minimum!, max: maximum! }), fc.constantFrom(minimum!, maximum!))
      .map(String);
  const text =
    maxLength === undefined
      ? fc.stringMatching(new RegExp(pattern!))
      : fc
          .oneof(
            fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
            fc.string({ unit: "binary", minLength: maxLength - 2, maxLength }),
            fc.constant("𠮷".repeat(maxLength)),
          )
          .map((some) => [...some.toWellFormed()].slice(0, maxLength).join(""))
          .filter((some) => new RegExp(pattern!).test(some));
  return fc.oneof(text, example_);
}

/** Returns requests that an operation's parameters allow. */
function requestsOf({ path, parameters }: Operation & { readonly path: string }): fc.Arbitrary<string> {
  const values = parameters.map((parameter) =>
    parameter.required ? valuesOf(parameter) : fc.option(valuesOf(parameter), { nil: undefined }),
  );
  return fc.tuple(...values).map((given) => {
    const query = new URLSearchParams();
    let filled = path;
    for (const [index, { in: place, name }] of parameters.entries()) {
      const value = given[index];
      if (value === undefined) continue;
      if (place === "query") query.set(name, value);
      else filled = filled.replace(`{${name}}`, encodeURIComponent(value));
    }
    return query.size === 0 ? filled : `${filled}?${query}`;
  });
}

describe("every request that the document allows is answered as it says", async () => {
  const { get } = await siteOver(undefined, { publicUrl: `${PUBLIC}/desk` });

  it.each(operations)("$operationId", async (operation) => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(requestsOf(operation), async (address) => {
        const { status, headers, body } = await get(address);
        seen.add(status);
        // What the document allows is never refused: only what has no such name is not there.
        expect([200, 404]).toContain(status);
        const type = headers["content-type"]?.split(";")[0] ?? "";
        const media = replyOf(operation, status).content?.[type];
        expect(media, `${status} ${type}`).toBeDefined();
        const validate = validatorOf(media!.schema);
        expect([validate(JSON.parse(body)), validate.errors]).toEqual([true, null]);
      }),
      { numRuns: 150 },
    );
    expect(seen).toContain(200);
  });

  it.each([
    ["/api/records?limit=0", 400],
    ["/api/records?limit=101", 400],
    ["/api/records?limit=ten", 400],
    ["/api/records?from=0", 400],
    ["/api/ask?q=%20", 400],
    ["/api/records/quotes/nobody", 404],
    ["/api/records/quotes/No_Body", 404],
    ["/api/records/quotes/%E5%AF%8C", 404],
    ["/api/records/words/nobody", 404],
    ["/api/sources/..%2Fx", 404],
    ["/api/sources/voa-common-prosperity/", 404],
    ["/api/nothing", 404],
    ["/api/", 404],
    ["/api", 404],
  ])("and %s, which it does not allow, by a problem: %d", refused);

  it.each([
    [501, 400],
    [9_000, 414],
  ])("and a question of %d characters by a problem: %d", (length, status) =>
    refused(`/api/ask?q=${"x".repeat(length)}`, status),
  );

  async function refused(address: string, status: number): Promise<void> {
    const reply = await get(address);
    expect([reply.status, reply.headers["content-type"]]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
    expect(validatorOf({ $ref: "#/components/schemas/Problem" })(JSON.parse(reply.body))).toBe(true);
  }
});

/** Uses the API as its types say. Each line below “@ts-expect-error” must be refused. */
const CLIENT = `import type { components, paths } from "./api.js";

type Query<Path extends keyof paths> = NonNullable<paths[Path]["get"]["parameters"]["query"]>;
const listing: Query<"/api/records"> = { kind: "pledges", from: 1, limit: 100 };
// @ts-expect-error: a kind that there is not
const unknown: Query<"/api/records"> = { kind: "words" };
// @ts-expect-error: a number as text
const text: Query<"/api/records"> = { limit: "100" };

type Reply<Path extends keyof paths> = paths[Path]["get"] extends {
  responses: { 200: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

export async function titles(address: string): Promise<string[]> {
  const sources = (await (await fetch(\`\${address}/api/sources\`)).json()) as Reply<"/api/sources">;
  return sources.items.map(({ title, citation }) => {
    const [parts] = citation.issued?.["date-parts"] ?? [];
    const [year] = parts ?? [];
    // @ts-expect-error: not every date has a day
    const day: number | undefined = parts?.[2].toFixed();
    return [title.text, year?.toFixed(), day].join(", ");
  });
}
export const problem: components["schemas"]["Problem"] = { type: "about:blank", title: "Not Found", status: 404 };
export const kept = [listing, unknown, text];
`;

it("a client is made from it, and compiles", () => {
  const folder = temporaryFolder();
  const run = (...command: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: folder,
      encoding: "utf8",
    });
    return { status, said: status === 0 ? "" : stdout + stderr };
  };
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const generator = join(import.meta.dirname, "api-client/node_modules/openapi-typescript/bin/cli.js");
  expect(run(generator, "openapi.json", "--output", "api.d.ts")).toEqual({ status: 0, said: "" });
  writeFileSync(join(folder, "client.ts"), CLIENT);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext"];
  const compiler = join(PROJECT, "node_modules/typescript/bin/tsc");
  expect(run(compiler, ...options, "--lib", "es2023,dom", "--types", "", "client.ts")).toEqual({
    ...{ status: 0, said: "" },
  });
});

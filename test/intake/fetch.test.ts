/** Addresses that must not be fetched, and servers that misbehave, over loopback. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchDocument, parseContentType } from "../../src/intake/fetch-document.ts";
import { type ConnectionGuard, openGuard, publicGuard } from "../../src/intake/guarded-connector.ts";
import { isPublicIp } from "../../src/intake/network-addresses.ts";
import { Refusal } from "../../src/intake/refusal.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Starts a server on every loopback address, and counts the connections that reach it. */
async function serve(answer: RequestListener) {
  let connections = 0;
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, asked, connections: () => connections };
}

/** Takes 127.0.0.2 for a public address, and every other for what it is. */
const standIn = (names: Readonly<Record<string, readonly string[]>> = {}): ConnectionGuard => ({
  isAllowed: (ip) => ip === "127.0.0.2" || isPublicIp(ip),
  lookup: async (name) => names[name] ?? Promise.reject(new Error(`no address for ${name}`)),
  allowsAnyPort: true,
});

const LIMITS = { seconds: 20, megabytes: 20, redirects: 5 };

/** Returns why an address is refused. */
async function refusal(address: string, guard: ConnectionGuard, limits = LIMITS): Promise<string> {
  try {
    await fetchDocument(address, guard, limits);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return "fetched";
}

/** Ways to write this machine and its networks. */
const NOTATIONS = [
  ...["127.0.0.1", "127.1", "127.0.1", "127.0.0.1.", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1"],
  ...["017700000001", "0x7f.0x0.0x0.0x1", "127.0.0x1", "0", "0.0.0.0", "１２７.０.０.１", "127。0。0。1"],
  ...["%31%32%37.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"],
  ...["[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]"],
  ...[
    "169.254.169.254",
    "[fd00:ec2::254]",
    "10.0.0.1",
    "172.16.3.4",
    "192.168.1.1",
    "100.64.0.1",
    "198.18.0.1",
  ],
  ...["192.0.2.1", "224.0.0.1", "255.255.255.255", "[ff02::1]", "[fec0::1]", "[2001:db8::1]"],
];

describe("an address of a private network is not fetched", () => {
  it.each(NOTATIONS)("%s", async (host) => {
    const { port, connections } = await serve((_, response) => response.end("secret"));
    expect(await refusal(`http://${host}:${port}/`, { ...publicGuard, allowsAnyPort: true })).toMatch(
      /is an address of a private network; it was not fetched\. /,
    );
    expect(connections()).toBe(0);
  });

  it("nor one whose name leads there, even as one of several addresses", async () => {
    const { port, connections } = await serve((_, response) => response.end("secret"));
    const guard = standIn({ "inside.example": ["127.0.0.1"], "both.example": ["127.0.0.2", "10.1.2.3"] });
    for (const name of ["inside.example", "both.example"])
      expect(await refusal(`http://${name}:${port}/`, guard)).toBe(
        `${name} is an address of a private network; it was not fetched. Where you trust it, add --allow-private`,
      );
    expect(await refusal(`http://localhost:${port}/`, { ...publicGuard, allowsAnyPort: true })).toMatch(
      /^localhost is/,
    );
    expect(connections()).toBe(0);
  });

  it("nor one whose name gives a public address first and a private one then", async () => {
    const { port, asked } = await serve((_, response) => response.end("secret"));
    const answers = [["127.0.0.2"], ["127.0.0.1"]];
    const guard = { ...standIn(), lookup: async () => answers.shift() ?? ["127.0.0.1"] };
    expect(await refusal(`http://rebound.example:${port}/`, guard)).toMatch(
      /^rebound\.example is an address of a private/,
    );
    expect(asked).toEqual([]);
  });

  it("nor one to which a socket is connected after all", async () => {
    const { port, asked } = await serve((_, response) => response.end("secret"));
    // The judge changes its mind: at the connected socket the address is what counts.
    let judged = 0;
    const guard = { ...standIn(), isAllowed: () => ++judged < 3, lookup: async () => ["127.0.0.1"] };
    expect(await refusal(`http://late.example:${port}/`, guard)).toMatch(
      /^late\.example is an address of a private/,
    );
    expect(judged).toBe(3);
    expect(asked).toEqual([]);
  });

  it("nor one to which another redirects, and the chain is told", async () => {
    const inside = await serve((_, response) => response.end("secret"));
    for (const target of [
      `http://127.0.0.1:${inside.port}/`,
      `//0x7f000001:${inside.port}/`,
      `http://[::ffff:7f00:1]:${inside.port}/`,
    ]) {
      const outside = await serve((_, response) => response.writeHead(302, { location: target }).end());
      const guard = standIn({ "a.example": ["127.0.0.2"] });
      expect(await refusal(`http://a.example:${outside.port}/`, guard)).toMatch(
        /is an address of a private network; it was not fetched \(redirected from a\.example\)/,
      );
    }
    expect(inside.connections()).toBe(0);
  });

  it("but is, where the person at the terminal trusts it", async () => {
    const { port } = await serve((_, response) => response.end("inside"));
    const { bytes } = await fetchDocument(`http://127.0.0.1:${port}/`, openGuard);
    expect(Buffer.from(bytes).toString()).toBe("inside");
  });
});

it.each([
  ["ftp://example.org/a", "it begins with “ftp:”, and only https and http addresses are fetched"],
  ["file:///etc/passwd", "it begins with “file:”, and only https and http addresses are fetched"],
  ["https://me:word@example.org/", "it has a name or a password before the @. Leave them out"],
  [
    "https://example.org:8443/",
    "it names port 8443, and only 80 and 443 are used. --allow-private allows every port",
  ],
  ["https://", "it is no address. Give one such as https://example.org/article"],
])("%s is refused before anything is sent", async (address, why) => {
  const guard = { ...publicGuard, lookup: () => Promise.reject(new Error("it was looked up")) };
  expect(await refusal(address, guard)).toBe(why);
});

describe("a server", () => {
  const guard = standIn({ "a.example": ["127.0.0.2"] });

  it.each([
    ["identity", (text: string) => Buffer.from(text)],
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ] as const)("may send in the coding %s", async (coding, encode) => {
    const { port } = await serve((_, response) => {
      response.writeHead(200, { "content-type": 'text/html; charset="gbk"', "content-encoding": coding });
      response.end(encode("<p>a</p>"));
    });
    const { bytes, ...rest } = await fetchDocument(`http://a.example:${port}/b/c.html?d#e`, guard);
    expect(Buffer.from(bytes).toString()).toBe("<p>a</p>");
    expect(rest).toEqual({
      name: "c.html",
      address: `http://a.example:${port}/b/c.html?d`,
      contentType: "text/html",
      charset: "gbk",
    });
  });

  it("may redirect five times and no more", async () => {
    const { port, asked } = await serve((request, response) => {
      const count = Number(request.url?.slice(1));
      if (count === 0) response.end("here");
      else response.writeHead(301, { location: `/${count - 1}` }).end();
    });
    expect((await fetchDocument(`http://a.example:${port}/5`, guard)).address).toBe(
      `http://a.example:${port}/0`,
    );
    asked.splice(0);
    expect(await refusal(`http://a.example:${port}/9`, guard)).toBe("it is redirected more than 5 times");
    expect(asked).toHaveLength(6);
  });

  it.each([
    [404, /^its server answered 404, so the page is not there\. Open it in a browser/],
    [403, /^its server answered 403, so it does not give the page to programs\. Open it in a browser/],
    [500, /^its server answered 500\. Open it in a browser/],
    [204, /^its server answered 204\. Open it in a browser/],
  ])("that answers %i is refused", async (status, why) => {
    const { port } = await serve((_, response) => response.writeHead(status).end());
    expect(await refusal(`http://a.example:${port}/`, guard)).toMatch(why);
  });

  it("that sends without end is stopped at the limit", async () => {
    let sent = 0;
    const { port } = await serve((_, response) => {
      const part = Buffer.alloc(100_000, "x");
      const send = () => {
        do sent += part.length;
        while (!response.destroyed && response.write(part));
      };
      response.on("drain", send);
      send();
    });
    expect(await refusal(`http://a.example:${port}/`, guard, { ...LIMITS, megabytes: 2 })).toBe(
      "it is larger than 2 MB, and was stopped there",
    );
    expect(sent).toBeGreaterThan(1_000_000);
  });

  it("whose gzip grows a thousandfold is stopped at the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000));
    expect(bomb.length).toBeLessThan(40_000);
    const { port } = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    expect(await refusal(`http://a.example:${port}/`, guard)).toBe(
      "it is larger than 20 MB, and was stopped there",
    );
  });

  it.each<readonly [string, (response: ServerResponse) => void]>([
    [
      "a byte now and then",
      (response) => {
        const timer = setInterval(() => response.write("x"), 50);
        response.on("close", () => clearInterval(timer));
      },
    ],
    ["no answer at all", () => {}],
    ["headers alone", (response) => response.flushHeaders()],
  ])("that sends %s is stopped in time", async (_, answer) => {
    const { port } = await serve((__, response) => answer(response));
    expect(await refusal(`http://a.example:${port}/`, guard, { ...LIMITS, seconds: 0.4 })).toBe(
      "it did not arrive within 0.4 s, and was stopped",
    );
  });

  it("that sends in a coding nobody asked for, damaged data or nothing is refused", async () => {
    const coded = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "zstd" }).end("x"),
    );
    expect(await refusal(`http://a.example:${coded.port}/`, guard)).toBe(
      "its server sent it in the coding “zstd”, which was not asked for",
    );
    const damaged = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip"),
    );
    expect(await refusal(`http://a.example:${damaged.port}/`, guard)).toMatch(/^it cannot be fetched \(/);
    const closed = await serve((request) => request.socket.destroy());
    expect(await refusal(`http://a.example:${closed.port}/`, guard)).toMatch(/^it cannot be fetched \(/);
    expect(await refusal("http://unknown.example/", guard)).toBe(
      "it cannot be fetched (no address for unknown.example)",
    );
  });
});

it.each([
  [undefined, {}],
  ["text/html", { contentType: "text/html" }],
  ["Text/HTML; Charset=GBK", { contentType: "text/html", charset: "GBK" }],
  ['text/plain;format=flowed; charset="utf-8"', { contentType: "text/plain", charset: "utf-8" }],
])("the content type %s is read", (header, parts) => {
  expect(parseContentType(header)).toEqual(parts);
});

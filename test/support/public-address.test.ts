/** Tests which public addresses are accepted, and the messages for those that are not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePublicAddress, publicDomain, routeUrl } from "../../src/support/public-address.ts";

describe("an address that is taken", () => {
  it.each([
    ["https://refdesk.example.org", "https://refdesk.example.org"],
    [" https://refdesk.example.org/ ", "https://refdesk.example.org"],
    ["HTTPS://Refdesk.Example.org", "https://refdesk.example.org"],
    ["https://refdesk.example.org:8443", "https://refdesk.example.org:8443"],
    ["https://refdesk.example.org:443", "https://refdesk.example.org"],
    ["https://example.org/desk/", "https://example.org/desk"],
    ["https://图书馆.example", "https://xn--1jq52s681d.example"],
    ["https://203.0.113.7", "https://203.0.113.7"],
  ])("%s", (typed, address) => {
    expect(parsePublicAddress(typed)).toEqual({ address });
  });

  it("carries a route's path", () => {
    expect(routeUrl("https://example.org/desk", "POST /slack/events")).toBe(
      "https://example.org/desk/slack/events",
    );
  });
});

it.each([
  ["https://refdesk.example.org", "refdesk.example.org"],
  ["http://example.org:8443/desk", "example.org"],
  ["https://desk.internal", undefined],
  ["http://localhost:3000", undefined],
  ["http://192.168.0.7", undefined],
  ["https://203.0.113.7", undefined],
  ["https://[2001:db8::1]", undefined],
  ["no address", undefined],
])("%s has the domain %s", (address, domain) => {
  expect(publicDomain(address)).toBe(domain);
});

describe("an address that is not", () => {
  it.each([
    ["", /^The public address is missing: /],
    ["   ", /is missing/],
    [
      "http://refdesk.example.org",
      /“http:\/\/refdesk\.example\.org” does not begin with “https:\/\/”: put a proxy/,
    ],
    ["refdesk.example.org", /does not begin with “https/],
    ["https:refdesk.example.org", /does not begin with “https/],
    ["javascript:alert(1)", /does not begin with “https/],
    ["https://me:hunter2@refdesk.example.org", /“…@refdesk\.example\.org” holds a name or a password/],
    ["https://refdesk.example.org@evil.example", /holds a name or a password/],
    ["https://refdesk.example.org?a=1", /holds a query or a fragment/],
    ["https://refdesk.example.org/#x", /holds a query or a fragment/],
    ["https://refdesk.example.org\\@evil.example", /holds a name/],
    ["https://refdesk.example.org\\evil", /characters that it has no need of/],
    ["https://refdesk.exa\nmple.org", /“https:\/\/refdesk\.exa�mple\.org” holds characters/],
    ["https://refdesk.example.org\u202egro", /holds characters/],
    ["https://refdesk example.org", /holds characters/],
    ["https://", /is no address/],
    ["https://refdesk.example.org:99999", /is no address/],
    ["https://[::1]", /only your own network/],
    ["https://localhost:3000", /only your own network/],
    ["https://refdesk", /only your own network/],
    ["https://127.0.0.1", /only your own network/],
    ["https://0x7f.1", /only your own network/],
    ["https://192.168.1.2", /only your own network/],
    ["https://desk.local", /only your own network/],
    ["https:\\\\me:hunter2@refdesk.example.org", /“…@refdesk\.example\.org” does not begin with “https/],
    ["https://refdesk.example.org/@me", /holds characters/],
    ["https://refdesk.example.org/%2e%2e/a", /holds characters/],
    ["https://refdesk.example.org//a", /an empty part/],
    ["https://refdesk.example.org/desk//", /an empty part/],
    ["https://refdesk.example.org/a/../b", /one of dots alone/],
    ["https://refdesk.example.org/.", /one of dots alone/],
    [`https://${"a".repeat(300)}.example`, /is longer than 200 characters/],
  ])("%j", (typed, said) => {
    const read = parsePublicAddress(typed);
    expect(read).toEqual({ fault: expect.stringMatching(said) });
    expect(read).toEqual({
      fault: expect.stringMatching(/Expected is an https address such as https:\/\/\S+\.$/),
    });
    expect(JSON.stringify(read)).not.toContain("hunter2");
  });
});

it("whatever is typed gives an address without credentials and query, or one line that says why not", () => {
  const parts = fc.constantFrom(
    ...[
      "https://",
      "http://",
      "a.example",
      "@",
      "/",
      "//",
      "?",
      "#",
      ":",
      "\\",
      "%",
      "\n",
      "\t",
      "\u0000",
      ":80",
      "é",
    ],
  );
  const typed = fc.oneof(
    fc.array(parts, { maxLength: 8 }).map((all) => all.join("")),
    fc.array(parts, { maxLength: 8 }).map((all) => `https://a.example${all.join("")}`),
    fc.string({ unit: "binary" }),
    fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = parsePublicAddress(text);
      if ("fault" in read) {
        expect(read.fault).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(read.fault.length).toBeLessThan(500);
        return;
      }
      const url = new URL(read.address);
      expect([url.protocol, url.username, url.password, url.search, url.hash]).toEqual([
        "https:",
        "",
        "",
        "",
        "",
      ]);
      expect(`${read.address}/`).toBe(`${url.origin}${url.pathname.replace(/\/?$/, "/")}`);
      expect(parsePublicAddress(read.address)).toEqual(read);
    }),
    { numRuns: 3000 },
  );
});

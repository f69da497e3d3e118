/** Breaks of adding documents. */
import type { Break } from "./break.ts";

const FETCH = { file: "src/intake/fetch-document.ts", tests: ["test/intake/fetch.test.ts"] };
const ADD = { file: "src/intake/add-source.ts", tests: ["test/intake/add-source.test.ts"] };

export const intake: readonly Break[] = [
  {
    name: "a redirect leads to the private network",
    file: "src/intake/guarded-connector.ts",
    find: "  for (const ip of addresses) if (!guard.isAllowed(ip)) throw new PrivateAddress(ip);\n",
    replace: "",
    tests: ["test/intake/fetch.test.ts"],
  },
  {
    name: "a name that resolves to another address when it is connected to leads to the private network",
    file: "src/intake/guarded-connector.ts",
    find: "if (remote !== undefined && guard.isAllowed(remote)) return resolve(socket!);",
    replace: "if (remote !== undefined) return resolve(socket!);",
    tests: ["test/intake/fetch.test.ts"],
  },
  {
    name: "::127.0.0.1 leads to this machine",
    file: "src/intake/network-addresses.ts",
    find: "return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);",
    replace: "return true;",
    tests: ["test/intake/fetch.test.ts"],
  },
  {
    name: "a document larger than may be is read whole",
    ...FETCH,
    find: '      if (length > megabytes * 1_000_000) throw refusal("fetching", "tooLarge", megabytes);\n',
    replace: "",
  },
  {
    name: "a page of an error becomes a source",
    ...FETCH,
    find: "if (statusCode !== 200)",
    replace: "if (statusCode >= 1000)",
  },
  {
    name: "a password in an address is sent",
    ...FETCH,
    find: '  if (url.username !== "" || url.password !== "") throw refusal("fetching", "credentials");\n',
    replace: "",
  },
  {
    name: "redirects are followed without end",
    ...FETCH,
    find: 'if (chain.length > limits.redirects) throw refusal("fetching", "tooManyRedirects", limits.redirects);',
    replace: "",
  },
  {
    name: "a file that was added before becomes a second source",
    ...ADD,
    find: '  if (sameFile !== undefined) return { result: "known", id: sameFile };\n',
    replace: "",
  },
  {
    name: "a copy of a source becomes a second one",
    ...ADD,
    find: "  if (copy) return copy;\n",
    replace: "",
  },
  {
    name: "a mail becomes public",
    ...ADD,
    find: '  if (document.isPrivate && context.decisions.isPublic) throw refusal("adding", "neverPublic");\n',
    replace: "",
  },
  {
    name: "whatever is added is public",
    ...{ file: "src/intake/card.ts", tests: ["test/intake/add-source.test.ts"] },
    find: '{ visibility: "desk" as const }',
    replace: "{}",
  },
  {
    name: "a newer version of a page does not say which source it follows",
    ...ADD,
    find: "    ...(earlier === undefined ? {} : { earlier }),\n",
    replace: "",
  },
  {
    name: "an interrupted source is half on the shelf",
    ...{ file: "src/shelf/seed-store.ts", tests: ["test/shelf/seed-store.test.ts"] },
    find: "      moveSource(root, staging, name.slice(0, -CARD.length));\n",
    replace: "",
  },
  {
    name: "a source is removed from under a record that cites another too",
    ...{ file: "src/intake/remove-source.ts", tests: ["test/intake/add-source.test.ts"] },
    find: "shared.length === 0 && referring.length === 0",
    replace: "referring.length === 0",
  },
];

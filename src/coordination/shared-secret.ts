/** Makes a secret once, for all processes of a desk. */
import { randomBytes } from "node:crypto";
import type { Queries } from "../database/connection.ts";

/** Returns the secret of a name: the one that the first process made. @throws while the database is away */
export async function sharedSecret({ rows }: Queries, name: string): Promise<string> {
  await rows("insert into refdesk_secrets (name, value) values ($1, $2) on conflict do nothing", [
    name,
    randomBytes(32).toString("base64url"),
  ]);
  const [row] = await rows<{ value: string }>("select value from refdesk_secrets where name = $1", [name]);
  return row!.value;
}

/** Seals what must not be read in the database, and binds it to the row that it stands in. */
import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes } from "node:crypto";
import { workspaceMessages } from "../language/en/workspace-messages.ts";

/** The row that something is sealed for: it cannot be opened for any other. */
export interface SealedFor {
  readonly app: string;
  readonly organization: string;
  /** The workspace or the organization whose row it is. */
  readonly owner: string;
}

/** Seals texts with the first of several keys, and opens those that any of them has sealed. */
export interface Sealer {
  readonly seal: (text: string, row: SealedFor) => string;
  /** @throws {SealFault} where a text was changed, stands in another row, or was sealed with a key that is not there */
  readonly open: (sealed: string, row: SealedFor) => string;
  /** Whether a text was sealed with the first key. */
  readonly isCurrent: (sealed: string) => boolean;
}

/** Thrown for what cannot be opened; the message says why, and nothing of what is in it. */
export class SealFault extends Error {
  override readonly name = "SealFault";
}

interface SealKey {
  /** Tells keys apart without telling them. */
  readonly id: string;
  readonly key: Buffer;
}

/** Lengths in bytes; the nonce is the one that GCM is made for (NIST SP 800-38D, section 8.2). */
const [KEY, NONCE, TAG] = [32, 12, 16];

/** The form of what is sealed: its version, the key's id, and nonce, tag and text in base64url. */
const SEALED = /^1\.([\da-f]{8})\.([\w-]{38,8000})$/;

function sealKey(secret: string): SealKey {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "refdesk installations", KEY));
  return { key, id: hash("sha256", key, "hex").slice(0, 8) };
}

const boundTo = ({ app, organization, owner }: SealedFor): Buffer =>
  Buffer.from(JSON.stringify([app, organization, owner]));

/** Creates a sealer. @param secrets the first seals, any opens */
export function createSealer(secrets: readonly [string, ...string[]]): Sealer {
  const keys = secrets.map(sealKey);
  const first = sealKey(secrets[0]);
  return {
    seal(text, row) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", first.key, nonce).setAAD(boundTo(row));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `1.${first.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open(sealed, row) {
      const [, id = "", packed = ""] = SEALED.exec(sealed) ?? [];
      if (packed === "") throw new SealFault(workspaceMessages.sealCut);
      const known = keys.find((one) => one.id === id);
      if (!known) throw new SealFault(workspaceMessages.sealUnknownKey);
      const bytes = Buffer.from(packed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", known.key, bytes.subarray(0, NONCE))
        .setAAD(boundTo(row))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString();
      } catch {
        throw new SealFault(workspaceMessages.sealBroken);
      }
    },
    isCurrent: (sealed) => SEALED.exec(sealed)?.[1] === first.id,
  };
}

/** Keeps installations in the project's database, with the same queries for SQLite and PostgreSQL. */
import { Kysely } from "kysely";
import { z } from "zod";
import { patiently } from "../citation-log/busy-database.ts";
import { makeTable, openDialect } from "../citation-log/dialect.ts";
import type { StoreLocation } from "../config/store-location.ts";
import type {
  FoundInstallation,
  Installation,
  InstallationStore,
  InstallationSummary,
} from "./installation.ts";
import { type SealedFor, type Sealer, SealFault } from "./seal.ts";

/** One row an owner; all text, times in UTC. Names have the prefix of the citation log's. */
export const INSTALLATIONS_TABLE = "refdesk_installations";
const STATES_TABLE = "refdesk_install_states";

interface InstallationRow {
  readonly app: string;
  readonly owner: string;
  readonly organization: string;
  readonly name: string;
  readonly scopes: string;
  readonly bot: string;
  readonly bot_user: string;
  /** The token and what renews it; empty once the installation was ended. */
  readonly sealed: string;
  /** Empty for a token that does not end, or that nothing renews. */
  readonly ends_at: string;
  readonly installed_at: string;
  /** Empty while the app is installed. */
  readonly ended_at: string;
  /** Until when a process may renew the token alone. */
  readonly claimed_until: string;
}

interface Tables {
  readonly [INSTALLATIONS_TABLE]: InstallationRow;
  readonly [STATES_TABLE]: { readonly state: string; readonly until: string };
}

/** What is sealed of a token. */
const SealedToken = z.object({ token: z.string(), refreshToken: z.string().optional() });

const textOf = (time: Date | undefined): string => time?.toISOString() ?? "";

/** What a query that changes rows says of them. */
interface Changed {
  readonly numUpdatedRows: bigint;
}

const scopesOf = ({ scopes }: InstallationRow): string[] => scopes.split(",").filter((scope) => scope !== "");

const COLUMNS = [
  ...(["app", "owner", "organization", "name", "scopes", "bot", "bot_user", "sealed"] as const),
  ...(["ends_at", "installed_at", "ended_at", "claimed_until"] as const),
] satisfies readonly (keyof InstallationRow)[];

async function makeTables(db: Kysely<Tables>): Promise<void> {
  let table = db.schema.createTable(INSTALLATIONS_TABLE).ifNotExists();
  for (const name of COLUMNS) table = table.addColumn(name, "text", (column) => column.notNull());
  const key = `${INSTALLATIONS_TABLE}_key`;
  await makeTable(() =>
    patiently(() => table.addPrimaryKeyConstraint(key, ["app", "owner"] as never[]).execute()),
  );
  const states = db.schema
    .createTable(STATES_TABLE)
    .ifNotExists()
    .addColumn("state", "text", (column) => column.primaryKey())
    .addColumn("until", "text", (column) => column.notNull());
  await makeTable(() => patiently(() => states.execute()));
}

/**
 * Opens the installations of an app at a location, and makes their tables if there are none.
 * @param app the id of the app, to which every token is bound
 * @throws when the database cannot be reached or written to
 */
export async function openInstallations(
  place: StoreLocation,
  app: string,
  sealer: Sealer,
  now: () => Date = () => new Date(),
): Promise<InstallationStore> {
  const db = new Kysely<Tables>({ dialect: await openDialect(place) });
  try {
    await makeTables(db);
  } catch (error) {
    await db.destroy().catch(() => {});
    throw error;
  }

  const sealed = ({ token, refreshToken }: z.infer<typeof SealedToken>, row: SealedFor): string =>
    sealer.seal(JSON.stringify({ token, refreshToken }), row);

  /** Returns a row's token. @throws {SealFault} */
  function open(row: InstallationRow): z.infer<typeof SealedToken> {
    return SealedToken.parse(JSON.parse(sealer.open(row.sealed, row)));
  }

  /** Returns why a row's token cannot be read; undefined where it can. */
  function faultOf(row: InstallationRow): string | undefined {
    try {
      open(row);
      return undefined;
    } catch (error) {
      if (error instanceof SealFault) return error.message;
      throw error;
    }
  }

  function installationOf(row: InstallationRow): Installation {
    const { token, refreshToken } = open(row);
    return {
      owner: row.owner,
      organization: row.organization,
      name: row.name,
      token,
      scopes: scopesOf(row),
      botId: row.bot,
      botUser: row.bot_user,
      installedAt: new Date(row.installed_at),
      ...(refreshToken === undefined ? {} : { refreshToken }),
      ...(row.ends_at === "" ? {} : { endsAt: new Date(row.ends_at) }),
    };
  }

  function foundIn(row: InstallationRow): FoundInstallation {
    const reason = faultOf(row);
    return reason === undefined
      ? { type: "installed", installation: installationOf(row) }
      : { type: "unreadable", owner: row.owner, reason };
  }

  const rows = () => db.selectFrom(INSTALLATIONS_TABLE).selectAll().where("app", "=", app);
  const update = () => db.updateTable(INSTALLATIONS_TABLE).where("app", "=", app);
  const installedRows = () => rows().where("ended_at", "=", "");

  /** Makes a change of rows. @returns whether there were any */
  async function hasChanged(query: { executeTakeFirstOrThrow(): Promise<Changed> }): Promise<boolean> {
    return (await patiently(() => query.executeTakeFirstOrThrow())).numUpdatedRows > 0n;
  }

  return {
    async save(installation) {
      const { owner, organization, name, scopes, botId, botUser, endsAt, installedAt } = installation;
      const row: InstallationRow = {
        app,
        owner,
        organization,
        name,
        scopes: scopes.join(","),
        bot: botId,
        bot_user: botUser,
        sealed: sealed(installation, { app, organization, owner }),
        ends_at: textOf(endsAt),
        installed_at: textOf(installedAt),
        ended_at: "",
        claimed_until: "",
      };
      await patiently(() =>
        db
          .insertInto(INSTALLATIONS_TABLE)
          .values(row)
          .onConflict((conflict) => conflict.columns(["app", "owner"]).doUpdateSet(row))
          .execute(),
      );
    },

    async find(owners) {
      if (owners.length === 0) return undefined;
      const found = await patiently(() => installedRows().where("owner", "in", owners).execute());
      const first = owners.flatMap((owner) => found.filter((row) => row.owner === owner))[0];
      return first && foundIn(first);
    },

    async list() {
      const all = await patiently(() => rows().orderBy("owner").execute());
      return all.map((row): InstallationSummary => {
        const fault = row.ended_at === "" ? faultOf(row) : undefined;
        return {
          owner: row.owner,
          organization: row.organization,
          name: row.name,
          scopes: scopesOf(row),
          installedAt: new Date(row.installed_at),
          ...(row.ended_at === "" ? {} : { endedAt: new Date(row.ended_at) }),
          ...(fault === undefined ? {} : { fault }),
        };
      });
    },

    async endingBefore(time) {
      const ending = await patiently(() =>
        installedRows().where("ends_at", "!=", "").where("ends_at", "<", textOf(time)).execute(),
      );
      return ending.map(({ owner }) => owner);
    },

    end: (owner, before) =>
      hasChanged(
        update()
          .set({ sealed: "", ends_at: "", claimed_until: "", ended_at: textOf(now()) })
          .where("owner", "=", owner)
          .where("ended_at", "=", "")
          .where("installed_at", "<=", textOf(before)),
      ),

    async forget(owner) {
      const { numDeletedRows } = await patiently(() =>
        db
          .deleteFrom(INSTALLATIONS_TABLE)
          .where("app", "=", app)
          .where("owner", "=", owner)
          .executeTakeFirstOrThrow(),
      );
      return numDeletedRows > 0n;
    },

    async endedBefore(time) {
      const ended = await patiently(() =>
        rows().where("ended_at", "!=", "").where("ended_at", "<", textOf(time)).execute(),
      );
      return ended.map(({ owner }) => owner);
    },

    async claimRefresh(owner, until) {
      const isClaimed = await hasChanged(
        update()
          .set({ claimed_until: textOf(until) })
          .where("owner", "=", owner)
          .where("ended_at", "=", "")
          .where("ends_at", "!=", "")
          .where("claimed_until", "<", textOf(now())),
      );
      if (!isClaimed) return undefined;
      const row = await patiently(() => installedRows().where("owner", "=", owner).executeTakeFirst());
      if (!row || faultOf(row) !== undefined) return undefined;
      /** Changes the row while it is as it was claimed. */
      const change = (set: Partial<InstallationRow>) =>
        hasChanged(
          update()
            .set({ ...set, claimed_until: "" })
            .where("owner", "=", owner)
            .where("sealed", "=", row.sealed),
        );
      return {
        installation: installationOf(row),
        keep: async (token) => {
          await change({ sealed: sealed(token, row), ends_at: textOf(token.endsAt) });
        },
        leave: async () => {
          await change({});
        },
      };
    },

    async useState(state, until) {
      await patiently(() => db.deleteFrom(STATES_TABLE).where("until", "<", textOf(now())).execute());
      const { numInsertedOrUpdatedRows } = await patiently(() =>
        db
          .insertInto(STATES_TABLE)
          .values({ state, until: textOf(until) })
          .onConflict((conflict) => conflict.column("state").doNothing())
          .executeTakeFirstOrThrow(),
      );
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async reseal() {
      const all = await patiently(() => installedRows().execute());
      const unreadable: { owner: string; reason: string }[] = [];
      let resealed = 0;
      for (const row of all) {
        const reason = faultOf(row);
        if (reason !== undefined) unreadable.push({ owner: row.owner, reason });
        else if (!sealer.isCurrent(row.sealed)) {
          const change = update()
            .set({ sealed: sealed(open(row), row) })
            .where("owner", "=", row.owner)
            .where("sealed", "=", row.sealed);
          if (await hasChanged(change)) resealed += 1;
        }
      }
      return { resealed, unreadable };
    },

    close: () => db.destroy(),
  };
}

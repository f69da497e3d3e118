/** The tables in which processes of one desk agree, by numbered steps. */
import type { SteppedSchema } from "../database/schema-steps.ts";

const FIRST_STEP = `
-- Deliveries that a process answers or has answered, by a hash of what the platform calls them.
create table refdesk_claims (
  delivery text primary key,
  until timestamptz not null,
  is_answered boolean not null default false
);
create index on refdesk_claims (until);
create table refdesk_secrets (
  name text primary key,
  value text not null,
  made_at timestamptz not null default now()
);
-- Which list of commands was registered last, and by which version of the program.
create table refdesk_registrations (
  application text primary key,
  version text not null,
  hash text not null,
  at timestamptz not null
);
create table refdesk_leases (
  name text primary key,
  holder uuid not null,
  until timestamptz not null
);
-- Sessions at a platform, by a hash of the token.
create table refdesk_sessions (
  bot text primary key,
  content text not null,
  saved_at timestamptz not null
);
`;

const SECOND_STEP = `
-- How much was asked within a minute, by a hash of who asked, as rate-limiter-flexible has it. It need not outlive a crash.
create unlogged table refdesk_limits (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
create index on refdesk_limits (expire);
`;

/** Shelves have the locks from 0 on. */
export const COORDINATION_SCHEMA: SteppedSchema = {
  ...{ name: "The tables that processes share", table: "refdesk_coordination_steps", lock: -1 },
  steps: [FIRST_STEP, SECOND_STEP],
};

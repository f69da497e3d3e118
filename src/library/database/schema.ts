/** The tables that hold shelves, by numbered steps. */
import type { Database } from "../../database/connection.ts";
import { makeSteps } from "../../database/schema-steps.ts";

/** What every row of a shelf has: it is valid from one version to another, which is not known while it is open. */
const VERSIONED = `
  shelf integer not null,
  since integer not null,
  until integer not null,
  mark uuid not null`;

const FIRST_STEP = `
-- It bounds how many names are compared with a misspelt one; where it may not be made, the comparing is done here.
do $$ begin create extension if not exists fuzzystrmatch; exception when others then null; end $$;
create table refdesk_shelves (
  shelf integer generated always as identity primary key,
  name text not null unique,
  -- The version that is read, and the last that was published.
  current integer,
  last integer not null default 0
);
create table refdesk_shelf_versions (
  shelf integer not null,
  number integer not null,
  hash text not null,
  -- The analysis by which its words were taken: another finds other words.
  form text not null,
  summary text not null,
  published_at timestamptz not null default now(),
  -- Since when it is not read by what begins; null while it is.
  left_at timestamptz,
  primary key (shelf, number)
);
create table refdesk_shelf_records (${VERSIONED},
  place text collate "C" not null,
  kind smallint not null,
  body text not null,
  tally text not null,
  weight integer not null,
  quotes integer not null,
  reports integer not null,
  changed text collate "C" not null,
  firsts text[] collate "C",
  lasts text[] collate "C",
  roles text,
  primary key (shelf, place, since)
);
create index on refdesk_shelf_records (shelf, kind, place);
create index on refdesk_shelf_records (shelf, kind, weight desc, place);
create index on refdesk_shelf_records (shelf, kind, quotes desc, reports desc, place);
create index on refdesk_shelf_records (shelf, kind, changed desc, place);
create index on refdesk_shelf_records
  (shelf, kind, (firsts[1]), (lasts[1]) desc, place) where firsts is not null;
create index on refdesk_shelf_records (shelf, place) where roles is not null;
create table refdesk_shelf_documents (${VERSIONED},
  place text collate "C" not null,
  kind smallint not null,
  length integer not null,
  title_length integer not null,
  distinct_terms integer not null,
  sequence text not null,
  terms tsvector not null,
  said tsvector not null,
  primary key (shelf, place, since)
);
create index refdesk_shelf_documents_terms on refdesk_shelf_documents using gin (terms);
create table refdesk_shelf_terms (${VERSIONED},
  term text collate "C" not null,
  held integer not null,
  entitled integer not null,
  primary key (shelf, term, since)
);
create table refdesk_shelf_words (${VERSIONED},
  word text collate "C" not null,
  term text collate "C" not null,
  primary key (shelf, word, since)
);
create index on refdesk_shelf_words (shelf, (reverse(word) collate "C"));
create table refdesk_shelf_names (${VERSIONED},
  place text collate "C" not null,
  number integer not null,
  kind smallint not null,
  form text collate "C" not null,
  folded text not null,
  words tsvector not null,
  primary key (shelf, place, number, since)
);
create index on refdesk_shelf_names (shelf, kind, place);
create index on refdesk_shelf_names (shelf, form, place);
create index on refdesk_shelf_names (shelf, (reverse(form) collate "C"));
create index refdesk_shelf_names_words on refdesk_shelf_names using gin (words);
create table refdesk_shelf_han_names (${VERSIONED},
  name text collate "C" not null,
  primary key (shelf, name, since)
);
create table refdesk_shelf_links (${VERSIONED},
  target text collate "C" not null,
  place text collate "C" not null,
  primary key (shelf, target, place, since)
);
create table refdesk_shelf_dates (${VERSIONED},
  date text collate "C" not null,
  primary key (shelf, date, since)
);
create table refdesk_shelf_sources (${VERSIONED},
  source text collate "C" not null,
  position integer not null,
  info text not null,
  visibility text not null,
  makers text[] not null,
  typed text[] not null,
  cited integer not null,
  passages integer not null,
  primary key (shelf, source, since)
);
create table refdesk_shelf_paragraphs (${VERSIONED},
  source text collate "C" not null,
  number integer not null,
  begins integer not null,
  text text not null,
  primary key (shelf, source, number, since)
);
create table refdesk_shelf_evidence (${VERSIONED},
  source text collate "C" not null,
  key uuid not null,
  begins integer not null,
  ends integer not null,
  pairs_before integer not null,
  context_begins integer not null,
  context_ends integer not null,
  first_paragraph integer not null,
  last_paragraph integer not null,
  primary key (shelf, source, key, since)
);
create table refdesk_shelf_passages (${VERSIONED},
  source text collate "C" not null,
  begins integer not null,
  ends integer not null,
  evidence text not null,
  records text not null,
  primary key (shelf, source, begins, ends, since)
);
`;

/** Keeps the files from which versions were made, so that the shelf can be changed and written out without its folder. */
const SECOND_STEP = `
create table refdesk_shelf_files (${VERSIONED},
  folder smallint not null,
  path text collate "C" not null,
  digest text not null,
  content bytea not null,
  primary key (shelf, folder, path, since)
);
create index on refdesk_shelf_files (shelf, since);
create index on refdesk_shelf_files (shelf, until) where until < 2147483647;
-- What a version came from; null where its files are not kept.
alter table refdesk_shelf_versions add column origin text;
-- The version that a folder had last when it was published, and the newest that was written out as files.
alter table refdesk_shelves add column published integer not null default 0;
alter table refdesk_shelves add column exported integer not null default 0;
-- By how many records a value is held, so that it goes with the last of them. Not known of what was published before.
alter table refdesk_shelf_words add column held integer;
alter table refdesk_shelf_han_names add column held integer;
alter table refdesk_shelf_dates add column held integer;
`;

/**
 * Makes the steps that are missing. Where another process makes them, waits for it.
 * @throws {NewerSchemaError} where the tables were made by a newer program
 */
export const prepareSchema = (database: Database): Promise<void> =>
  makeSteps(database, {
    name: "The shelf's tables",
    table: "refdesk_shelf_steps",
    lock: 0,
    steps: [FIRST_STEP, SECOND_STEP],
  });

/** Writes the figures of drafts as the rows of the table in docs/drafts.md. */
import { type Figures, figureOf, GROUPS, type Group, MEASURES, type Measure } from "./draft-gold.ts";

/** What each row of the table measures. */
const LABELS: Readonly<Record<Measure, string>> = {
  quotations: "quotations, P / R",
  speakers: "speaker right when given / given",
  joined: "split and continued joined",
  terms: "terms kept out",
  sums: "sums found",
  values: "value and currency right",
  gifts: "gift or not, P / R",
  donors: "donors right when given / given",
  definitions: "definitions, F1",
  events: "dated sentences, R",
  people: "people with roles, F1, English",
  "han people": "people with roles, F1, Chinese",
};

/** Returns the rows of the table: one a measure, with a column for each group of texts. */
export const figureRows = (figures: Readonly<Record<Group, Figures>>): string[] =>
  MEASURES.map(
    (name) =>
      `| ${LABELS[name]} | ${GROUPS.map((group) => figureOf(name, figures[group][name])).join(" | ")} |`,
  );

/** The figures that each group must reach; a measure of two figures names the lower of both. */
export const FLOORS: Readonly<Record<Measure, number>> = {
  quotations: 0.97,
  speakers: 0.9,
  joined: 0.9,
  terms: 0.98,
  sums: 0.99,
  values: 0.99,
  gifts: 0.88,
  donors: 0.8,
  definitions: 0.85,
  events: 0.9,
  people: 0.85,
  "han people": 0.75,
};

/** The breaks, by what they concern. */
import { asking } from "./asking.ts";
import type { Break } from "./break.ts";
import { checking } from "./checking.ts";
import { delivering } from "./delivering.ts";
import { drafting } from "./drafting.ts";
import { drawing } from "./drawing.ts";
import { failing } from "./failing.ts";
import { finding } from "./finding.ts";
import { hiding } from "./hiding.ts";
import { intake } from "./intake.ts";
import { reviewing } from "./reviewing.ts";
import { serving } from "./serving.ts";
import { settling } from "./settling.ts";
import { statements } from "./statements.ts";
import { storing } from "./storing.ts";

export const BREAKS: readonly Break[] = [
  ...[hiding, checking, statements, asking, finding, drawing, delivering, failing],
  ...[intake, drafting, reviewing, storing, serving, settling],
].flat();

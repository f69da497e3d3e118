/** CSL-JSON as it is pasted: a list of one. */
import type { CslItem } from "./csl.ts";

export const json = (item: CslItem): string => JSON.stringify([item], null, 2);

/** Writes GB/T 7714-2015 entries in the numeric system (顺序编码制). Numbers are left to the list. */

import { type CitationWords, citationWords } from "../language/citation-words.ts";
import type { CslPublication } from "../shelf/csl.ts";
import { formatIsoDate } from "../shelf/csl-dates.ts";
import type { CslName } from "../shelf/csl-names.ts";
import type { CslItem } from "./csl.ts";
import { formatMarkedIsoDate, formatYear } from "./dates.ts";
import { createInitials, filedName } from "./names.ts";
import { joinKnown, placedPublisher } from "./parts.ts";
import { withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

const short = createInitials({ mark: "", between: " ", hyphen: " " });

/** Writes a person as the family name in capitals with initials (8.1.1), an institution as it is (8.1.4). */
const author = (name: CslName): string =>
  filedName(name, {
    given: short,
    family: (family) => family.toUpperCase(),
    between: " ",
    beforeSuffix: " ",
  });

/** Lists up to three authors; of more, the first three and “others” in the source's language (8.1.2). */
function authors(names: readonly CslName[], { otherAuthors }: CitationWords): string {
  const others = names.length > 3 ? [otherAuthors] : [];
  return [...names.slice(0, 3).map(author), ...others].join(", ");
}

/** The mark of each type of source (annex B): newspaper, journal, electronic resource, report, other. */
const MARKS: Readonly<Record<CslItem["type"], string>> = {
  "article-newspaper": "N",
  "article-magazine": "J",
  "article-journal": "J",
  "post-weblog": "EB",
  webpage: "EB",
  report: "R",
  broadcast: "Z",
};

type Access = Pick<CslItem, "accessed" | "URL" | "DOI">;

const isOnline = ({ URL: url, DOI: doi }: Access): boolean => url !== undefined || doi !== undefined;

/** Marks a title with its type, and with /OL where the source has an address. */
const typed = (title: string, mark: string, access: Access): string =>
  `${title}[${mark}${isOnline(access) ? "/OL" : ""}]`;

/** Writes the day on which an online source was read (4.4.2). */
const cited = ({ accessed, URL: url }: Access): string =>
  accessed && url !== undefined ? `[${formatIsoDate(accessed)}]` : "";

const address = ({ URL: url, DOI: doi }: Access): string =>
  joinKnown([url && `${url}.`, doi && `DOI:${doi}.`], " ");

/** Writes “The Daily Post, 2021-08-05(4)”. Inferred dates are in brackets (8.4.3). */
const newspaper = ({ issued, page, "container-title": name }: CslItem): string =>
  joinKnown([name, issued && formatMarkedIsoDate(issued)], ", ") + (page === undefined ? "" : `(${page})`);

/** Writes “Journal of Cake, 2021, 12(3): 10-14”. */
function journal({ issued, volume, issue, page, "container-title": name }: CslItem): string {
  const numbers = issue === undefined ? "" : `(${issue})`;
  const whole = joinKnown([name, issued && formatYear(issued, ""), volume], ", ") + numbers;
  return joinKnown([whole, page], ": ");
}

/** Writes a publisher with the year, or for an online source without one the day in parentheses (8.4.2). */
function imprint(item: CslItem): string {
  const { issued, page } = item;
  const publisher = placedPublisher(item);
  if (publisher === undefined && isOnline(item)) return issued ? `(${formatMarkedIsoDate(issued)})` : "";
  const whole = joinKnown([publisher, issued && formatYear(issued, "")], ", ");
  return joinKnown([whole, item.type === "report" && page], ": ");
}

function published(item: CslItem): string {
  const { type } = item;
  if (type === "article-newspaper") return newspaper(item);
  return type === "article-magazine" || type === "article-journal" ? journal(item) : imprint(item);
}

/** Writes a title with its number and mark, and after “//” what contains a report or a programme. */
function titled(item: CslItem): string {
  const { type, title, number } = item;
  const hasNumber = type === "report" || type === "broadcast";
  const whole = typed(joinKnown([title, hasNumber && number], ": "), MARKS[type], item);
  const container = hasNumber ? item["container-title"] : undefined;
  return container === undefined ? whole : `${whole}//${container}`;
}

/**
 * Writes where the text was read: it is an electronic resource of its own beside the original, which keeps its mark. The
 * standard has no other rule for a republication.
 */
function again(republication: CslPublication): string {
  const { issued, URL: url } = republication;
  const name = republication["container-title"];
  const date = issued ? formatMarkedIsoDate(issued) : "";
  if (url === undefined) return `${joinKnown([name, date], ", ")}.`;
  const when = (date && `(${date})`) + cited(republication);
  return joinKnown([`${typed(name, "EB", republication)}.`, when && `${when}.`, address(republication)], " ");
}

/** Writes an entry. Without an author it begins with the title (8.1.3). */
function gbt(item: CslItem): string {
  const { language, custom } = item;
  const when = published(item) + cited(item);
  return joinKnown(
    [
      item.author && withFullStop(authors(item.author, citationWords(language))),
      `${titled(item)}.`,
      when && `${when}.`,
      address(item),
      custom?.republication && again(custom.republication),
    ],
    " ",
  );
}

/** The style as it is listed. */
export const gbtStyle: CitationStyle = {
  id: "gbt",
  name: "GB/T 7714-2015",
  aliases: ["gb", "gbt7714", "gbt77142015", "gb7714", "gb77142015", "7714", "国标", "國標"],
  offered: "usual",
  numbered: (number) => `[${number}] `,
  accessForm: "[2026-11-30]",
  write: gbt,
};

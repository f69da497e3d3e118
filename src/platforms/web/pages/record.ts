/** One record: what it says, where exactly that stands, who reviewed it, and what else the sources say. */
import { addressesOf, shortOf } from "../../../desk/citations.ts";
import { recordAt } from "../../../desk/lookup.ts";
import { differencesOf } from "../../../desk/pledges.ts";
import type { Words } from "../../../language/messages.ts";
import type { SourceInfo } from "../../../library/library.ts";
import { concerns } from "../../../library/referrers.ts";
import { type Kind, type Ref, refOf } from "../../../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../../../shelf/records.ts";
import { type Child, type Html, html, outward } from "../html.ts";
import { passagePath, recordPath } from "../link-signer.ts";
import { recordItems, reviewers } from "../record-links.ts";
import { partsOf, type RecordPart, type Said } from "../record-parts.ts";
import { type Drawn, placeOf, type Visit } from "../request-context.ts";
import { linkTo } from "../text-fragment.ts";

/** The passage with what somebody said in it marked, where that is only a part of it. */
async function passageWith(evidence: Evidence, quoted: readonly Evidence[], visit: Visit): Promise<Child> {
  const { text, start, end } = await visit.library.context(evidence);
  const inside = await Promise.all(
    quoted
      .filter((one) => one !== evidence && one.source === evidence.source)
      .map((one) => visit.library.context(one)),
  );
  let at = start;
  const all: Child[] = [];
  for (const place of inside.sort((a, b) => a.start - b.start)) {
    if (place.start < at || place.end > end) continue;
    all.push(text.slice(at - start, place.start - start), html`<mark class="said">${place.text}</mark>`);
    at = place.end;
  }
  return [...all, text.slice(at - start)];
}

/** A passage, its place in its source, and the ways there. */
async function passageOf(evidence: Evidence, quoted: readonly Evidence[], visit: Visit): Promise<Html> {
  const { reading, words, href } = visit;
  const say = words.web;
  const { citation, before, after, cut } = await reading.around(evidence);
  const { source, start, end, text } = citation;
  const [address] = addressesOf(source);
  return html`<figure class="evidence">
<blockquote lang="${source.language}"><p>${cut.before && html`<span class="gap">${words.gap}</span> `}<span class="around">${before}</span><mark class="passage">${await passageWith(evidence, quoted, visit)}</mark><span class="around">${after}</span>${cut.after && html` <span class="gap">${words.gap}</span>`}</p></blockquote>
<figcaption><a href="${href(passagePath(source.id, { start, end }))}">${shortOf(source, words)}</a><br>
<span class="quiet">${say.place(start, end, source.length)}${address && html` · ${outward(linkTo(address.url, text), say.live(address.by), address.url)}`}</span>
${evidence.note !== undefined && html`<br><span class="quiet">${words.labelled(words.deskNote)}${evidence.note}</span>`}</figcaption>
</figure>`;
}

const row = ({ label, value, stated, ref }: Said, { words, href }: Visit): Html =>
  html`<div><dt>${label}</dt><dd>${ref ? html`<a href="${href(placeOf(ref))}"${reviewers(words)}>${value}</a>` : stated ? words.quoted(value) : value}</dd></div>`;

async function partOf({ rows, evidence, quoted = [] }: RecordPart, visit: Visit): Promise<Html> {
  const passages = await Promise.all(evidence.map((one) => passageOf(one, quoted, visit)));
  return html`${passages}${rows.length > 0 && html`<dl class="facts">${rows.map((one) => row(one, visit))}</dl>`}`;
}

/** That the accounts of a commitment differ, and on what: each account by who published it. */
async function differing(record: AnyRecord, { library, words }: Visit): Promise<Html | undefined> {
  if (record.kind !== "pledges") return undefined;
  const { accounts } = record;
  const publishers = await Promise.all(
    accounts.map(async ({ passages }) => (await library.context(passages[0]!)).source.publisher),
  );
  const numbers = accounts.map((_, index) => ({ number: index + 1 }));
  const said = (text: string, account: number) => `${text}${words.source.aside(publishers[account] ?? "")}`;
  const on = differencesOf(accounts, numbers, words, said);
  if (on.length === 0) return undefined;
  return html`<div class="note differs" role="note"><p class="label">${words.deskNote}</p><p>${words.pledge.differs}</p>
<ul>${on.map(({ what, each }) => html`<li>${words.pledge.on(what, each)}</li>`)}</ul></div>`;
}

/** Where it was entered, and whether a person has looked at it since. */
const reviewOf = ({ review }: AnyRecord, words: Words): string =>
  review.reviewedBy === null || review.reviewedOn === null
    ? words.web.unreviewed(words.date(review.entered))
    : words.web.reviewed(review.reviewedBy, words.date(review.reviewedOn), words.date(review.entered));

const proof = (sources: readonly SourceInfo[], { words }: Visit): Html =>
  html`<ul class="proof">${sources.map(
    ({ title, sha256, language }) =>
      html`<li><span lang="${language}">${words.source.work(title.text)}</span><br><span class="quiet">${words.labelled(words.sourceCard.rows.hash)}<code>${sha256}</code></span></li>`,
  )}</ul>`;

async function relatedTo(record: AnyRecord, { library }: Visit): Promise<AnyRecord[]> {
  const uses: Ref[] =
    record.kind === "terms" ? [...record.uses, ...record.neighbours.map((id): Ref => `terms/${id}`)] : [];
  const named = await Promise.all([...concerns(record), ...uses].map((ref) => recordAt(ref, library)));
  const speaking = (await library.find({ concerning: refOf(record) })).hits;
  const all = [...named, ...speaking].filter((one) => one !== undefined && one !== record) as AnyRecord[];
  return [...new Map(all.map((one) => [refOf(one), one])).values()];
}

export async function recordPage(kind: Kind, id: string, visit: Visit): Promise<Drawn | undefined> {
  const { library, words, href } = visit;
  const say = words.web;
  const record = await recordAt(`${kind}/${id}`, library);
  if (!record) return undefined;
  const parts = await partsOf(record, visit);
  const evidence = parts.flatMap((part) => part.evidence);
  const sources = new Map<string, SourceInfo>();
  for (const one of evidence) sources.set(one.source, (await library.context(one)).source);
  const heading = (index: number): Child =>
    record.kind === "pledges" &&
    parts.length > 1 &&
    html`<h3>${say.account(sources.get(parts[index]!.evidence[0]!.source)?.publisher ?? "")}</h3>`;
  const drawn = await Promise.all(
    parts.map(async (part, index) => html`${heading(index)}${await partOf(part, visit)}`),
  );
  const related = await relatedTo(record, visit);
  const profile = placeOf(refOf(record));
  const isProfiled = profile !== recordPath(refOf(record));
  const [first] = evidence;
  const description = first && words.quoted((await library.context(first)).text);
  return {
    title: record.label,
    ...(description === undefined ? {} : { description }),
    canonical: recordPath(refOf(record)),
    main: html`<p class="kicker">${say.record} · ${words.search.kinds[kind]}</p>
<h1${reviewers(words)}>${record.label}</h1>
${isProfiled && html`<p><a href="${href(profile)}">${say.profile(record.label)}</a></p>`}
<section aria-labelledby="said"><h2 id="said">${say.said}</h2>${drawn.length > 0 ? drawn : html`<p>${words.define.used(record.label)}</p>`}</section>
${await differing(record, visit)}
${record.notes.length > 0 && html`<div class="note" role="note"><p class="label">${words.deskNotes}</p><ul>${record.notes.map((note) => html`<li${reviewers(words)}>${note}</li>`)}</ul></div>`}
<section aria-labelledby="proof"><h2 id="proof">${say.proof}</h2><p>${reviewOf(record, words)}</p>${proof([...sources.values()], visit)}
${[...sources.values()].some((source) => addressesOf(source).length > 0) && html`<p class="quiet">${say.convenience}</p>`}</section>
${record.aliases.length > 0 && html`<p class="quiet">${words.define.also(record.aliases)}</p>`}
${
  related.length > 0 &&
  html`<section aria-labelledby="related"><h2 id="related">${say.related}</h2>
<ul class="records">${recordItems(related, visit)}</ul></section>`
}`,
  };
}

/**
 * The pages' only script: it adds buttons that copy a passage with its credit, or the link to it. Everything works
 * without it, and it is allowed by its hash alone.
 */
import { createHash } from "node:crypto";

/** Reads the buttons' labels from the page, and everything else from what a reader sees. */
export const COPY_SCRIPT = `(() => {
const { copyPassage, copyLink, copied } = document.body.dataset;
if (!navigator.clipboard || !copyLink) return;
const button = (label, text) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copy";
  made.textContent = label;
  made.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    made.textContent = copied;
    setTimeout(() => { made.textContent = label; }, 2000);
  });
  return made;
};
const plain = (text) => text.replace(/\\s+/g, " ").trim();
for (const figure of document.querySelectorAll("figure.quote, figure.report, figure.evidence")) {
  const credit = figure.querySelector("figcaption");
  const link = credit && credit.querySelector('a[href*="/sources/"]');
  if (!link) continue;
  // Of a passage with what is around it, the passage alone.
  const said = plain((figure.querySelector("mark.passage") || figure.firstElementChild).textContent);
  const by = plain((figure.matches(".evidence") ? link : credit).textContent);
  const buttons = document.createElement("span");
  buttons.className = "copies";
  buttons.append(button(copyPassage, () => said + "\\n" + by + "\\n" + link.href), button(copyLink, () => link.href));
  credit.append(buttons);
}
const offer = () => {
  for (const old of document.querySelectorAll(".text .copy")) old.remove();
  const target = document.getElementById(location.hash.slice(1));
  if (!target || !target.matches(".text .passage")) return;
  const copy = target.cloneNode(true);
  for (const mark of copy.querySelectorAll("sup")) mark.remove();
  const credit = document.querySelector(".card").firstChild.textContent;
  const next = target.nextElementSibling;
  (next && next.matches("sup") ? next : target).after(
    button(copyPassage, () => plain(copy.textContent) + "\\n" + plain(credit) + "\\n" + location.href),
    button(copyLink, () => location.href),
  );
};
addEventListener("hashchange", offer);
offer();
})();`;

/** The script's element. A plain string, since compilers need a helper for a tagged one that ends a script. */
export const COPY_ELEMENT = { html: `<script>${COPY_SCRIPT}</script>` };

/** The source by which a Content-Security-Policy allows the script. */
export const COPY_SCRIPT_SOURCE = `'sha256-${createHash("sha256").update(COPY_SCRIPT).digest("base64")}'`;

/** Reads saved mails (.eml): subject, sender, day and body. A mail is for the desk alone. */
import { TextDecoder } from "@exodus/bytes/encoding.js";
import PostalMime from "postal-mime";
import { cardNotes } from "../../language/en/card-notes.ts";
import { parseName } from "../author-names.ts";
import { blockText } from "../block-text.ts";
import { normalizeLines } from "../decode-bytes.ts";
import type { DocumentFacts, DocumentKind, Found } from "../document.ts";
import { parsePage } from "../parse-page.ts";
import { refusal } from "../refusal.ts";
import { parseMetadataDate } from "../written-dates.ts";

const say = cardNotes.mail;

/** Header fields with which a saved mail begins, and those that at least must be among its header. */
const FIRST_FIELD =
  /^(?:From |(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|Message-ID|MIME-Version|X-[\w-]+|ARC-[\w-]+|DKIM-Signature|Content-[\w-]+|Reply-To|Authentication-Results)\s*:)/i;
const isHeader = (start: string): boolean =>
  FIRST_FIELD.test(start) &&
  /^From\s*:/im.test(start) &&
  /^(?:Date|Message-ID|MIME-Version)\s*:/im.test(start);

const windows1252 = new TextDecoder("windows-1252");

/** Reads control characters as windows-1252, which senders mean: Node's own decoder leaves them as they are. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (character) => windows1252.decode(Uint8Array.of(character.charCodeAt(0))));

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** Returns the day of a date of a mail's header, in the time zone of its sender. */
function dayOf(date: string): string | undefined {
  const [, day, month = "", year] = /(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\s+(\d{4})/.exec(date) ?? [];
  const at = MONTHS.indexOf(month);
  return year === undefined || at < 0 ? undefined : `${year}-${at / 3 + 1}-${day}`;
}

export const mailKind: DocumentKind = {
  name: "mail",
  contentTypes: ["message/rfc822"],
  reads: ({ start, name, contentType }) =>
    (isHeader(start) && !/^\s*</.test(start)) ||
    ((/\.eml$/i.test(name) || contentType === "message/rfc822") && FIRST_FIELD.test(start)),
  async read({ bytes, start }) {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 });
    const isHtml = mail.html !== undefined && mail.html.trim() !== "";
    const body = isHtml ? blockText(parsePage(mail.html!).body) : normalizeLines(mail.text ?? "");
    const text = withoutControls(body)
      .replace(/[ \t]+$/gm, (end) => (isHtml ? "" : end))
      .trim();
    if (text === "") throw refusal("mail", "empty");
    if (text.includes("\ufffd")) throw refusal("encoding", "unreadable");
    const found = <Value>(value: Value, at: string, isGuess?: true): Found<Value> => ({
      value,
      at,
      ...(isGuess ? { isGuess } : {}),
    });
    const { name = "", address = "" } = mail.from ?? {};
    const written = dayOf(/^Date\s*:\s*(.+)$/im.exec(start)?.[1] ?? mail.date ?? "") ?? mail.date;
    const date = written === undefined ? undefined : parseMetadataDate(written);
    const domain = address.split("@")[1];
    const subject = withoutControls(mail.subject ?? "")
      .replace(/\s+/g, " ")
      .trim();
    const facts: DocumentFacts = {
      ...(subject === "" ? {} : { title: found(subject, "Subject") }),
      ...(name === "" ? {} : { authors: found([parseName(withoutControls(name))], "From") }),
      ...(domain ? { publisher: found(domain.toLowerCase(), say.senderAddress, true) } : {}),
      ...(date === undefined ? {} : { issued: found(date, "Date") }),
    };
    return {
      kind: "mail",
      text,
      facts,
      notes: mail.attachments.length > 0 ? [say.attachments(mail.attachments.length)] : [],
      leftOut: [],
      isPrivate: true,
    };
  },
};

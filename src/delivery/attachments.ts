/** Selects the picture or file to send after an answer; the first reply never waits for it. */
import type { Answer, TextFile } from "../desk/answer.ts";
import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../language/messages.ts";
import { memoizeByKey } from "../support/memoize.ts";

/** Draws a picture as PNG, in the language of its answer. */
export type DrawPicture = (picture: Picture, locale: Locale) => Promise<Buffer>;

/** The file name of a picture. */
export const PICTURE_FILE = "refdesk.png";

/** Returns the picture of an answer on its first page, undefined on the others. */
export const firstPagePicture = ({ ask, picture }: Answer): Picture | undefined =>
  ask.from === 1 ? picture : undefined;

/** A picture to draw or a file to send after an answer. */
export type Attachment = Picture | TextFile;

/** Returns the attachment of an answer's first page: its picture, if `draw` is given, or its file. */
export function attachmentOf(answer: Answer, draw: DrawPicture | undefined): Attachment | undefined {
  const { ask, file } = answer;
  return (draw && firstPagePicture(answer)) ?? (ask.from === 1 ? file : undefined);
}

/** What a drawn picture takes, in bytes: it is kept as long as the answer to which it belongs. */
const DRAWN_SIZE = 200_000;

/** Returns what an attachment takes in memory while it is kept, in bytes. */
export const attachmentSize = (attachment: Attachment): number =>
  attachment.type === "file" ? attachment.text.length : DRAWN_SIZE + JSON.stringify(attachment).length;

/** An attachment as the bytes of a file. */
export interface AttachedFile {
  readonly name: string;
  readonly title: string;
  readonly bytes: Buffer;
  /** The description of a picture. */
  readonly alt?: string;
}

/** Returns an attachment as a file, or undefined for a picture that nothing draws. */
export async function attachedFile(
  attachment: Attachment,
  draw: DrawPicture | undefined,
  locale: Locale,
): Promise<AttachedFile | undefined> {
  const { title } = attachment;
  if (attachment.type === "file")
    return { name: attachment.name, title, bytes: Buffer.from(attachment.text) };
  const bytes = await draw?.(attachment, locale);
  return bytes && { name: PICTURE_FILE, title, bytes, alt: attachment.alt };
}

/** Caches the PNG of each picture in each language while it is referenced. A failed drawing is not cached. */
export function memoizePicture(draw: DrawPicture): DrawPicture {
  const drawingsOf = memoizeByKey((_: Picture) => new Map<Locale, Promise<Buffer>>());
  return (picture, locale) => {
    const drawings = drawingsOf(picture);
    const drawn = drawings.get(locale) ?? draw(picture, locale);
    drawings.set(locale, drawn);
    drawn.catch(() => drawings.delete(locale));
    return drawn;
  };
}

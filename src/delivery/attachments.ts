/** What follows an answer: the first reply never waits for a picture or a file. */
import type { Answer, TextFile } from "../desk/answer.ts";
import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../language/messages.ts";

/** Draws a picture as PNG, in the language of the answer that it is of. */
export type DrawPicture = (picture: Picture, locale: Locale) => Promise<Buffer>;

/** The name under which a picture is sent. */
export const PICTURE_FILE = "refdesk.png";

/** What is to be shown of an answer: it stands with its first page. */
export const firstPagePicture = ({ ask, picture }: Answer): Picture | undefined =>
  ask.from === 1 ? picture : undefined;

/** What comes after an answer: the picture of it, or the file that can be taken away. */
export type Attachment = Picture | TextFile;

/** What is to follow an answer: it stands with its first page. A picture needs somebody to draw it. */
export function attachmentOf(answer: Answer, draw: DrawPicture | undefined): Attachment | undefined {
  const { ask, file } = answer;
  return (draw && firstPagePicture(answer)) ?? (ask.from === 1 ? file : undefined);
}

/** Draws each picture once, for as long as something holds it. */
export function memoizePicture(draw: DrawPicture): DrawPicture {
  const drawn = new WeakMap<Picture, Promise<Buffer>>();
  return (picture, locale) => {
    let png = drawn.get(picture);
    if (!png) {
      png = draw(picture, locale);
      drawn.set(picture, png);
      png.catch(() => drawn.delete(picture));
    }
    return png;
  };
}

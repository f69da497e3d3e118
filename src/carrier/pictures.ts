/** What follows an answer that can be shown: the first reply never waits for a picture. */
import type { Answer } from "../desk/answer.ts";
import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../words/words.ts";

/** Draws a picture as PNG, in the language of the answer that it is of. */
export type DrawPicture = (picture: Picture, locale: Locale) => Promise<Buffer>;

/** The name under which a picture is sent. */
export const PICTURE_FILE = "refdesk.png";

/** What is to be shown of an answer: it stands with its first page. */
export const shownOf = ({ ask, picture }: Answer): Picture | undefined =>
  ask.from === 1 ? picture : undefined;

/** Draws each picture once, for as long as something holds it. */
export function onceEach(draw: DrawPicture): DrawPicture {
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

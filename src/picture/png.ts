/** Draws pictures as PNG; loads the drawing libraries and the fonts with the first picture. */
import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../language/messages.ts";

/**
 * Draws a picture as PNG, 1280 pixels wide and as high as its content. Accepts any text, and uses the same fonts on
 * every machine.
 */
export async function drawPng(picture: Picture, locale: Locale): Promise<Buffer> {
  const [{ layOutPicture: layOut }, { paintSheet: paint }] = await Promise.all([
    import("./layout.ts"),
    import("./paint.ts"),
  ]);
  return paint(layOut(picture, locale));
}

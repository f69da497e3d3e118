/** A picture as PNG. The libraries that draw it, and the fonts, are loaded with the first one. */
import type { Picture } from "../desk/picture.ts";
import type { Locale } from "../language/messages.ts";

/**
 * Draws a picture: 1280 pixels wide, as high as what is in it. It is drawn whatever its texts are, and with the same
 * letters on every machine.
 */
export async function drawPng(picture: Picture, locale: Locale): Promise<Buffer> {
  const [{ layOutPicture: layOut }, { paintSheet: paint }] = await Promise.all([
    import("./layout.ts"),
    import("./paint.ts"),
  ]);
  return paint(layOut(picture, locale));
}

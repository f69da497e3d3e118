/** Types of html-encoding-sniffer, which ships none. */
declare module "html-encoding-sniffer" {
  /** Returns the name of the encoding of a page's bytes, by the rules of HTML. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options?: {
      readonly xml?: boolean;
      readonly transportLayerEncodingLabel?: string;
      readonly defaultEncoding?: string;
    },
  ): string;
}

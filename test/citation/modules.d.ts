/** Declares the parts of untyped packages that the tests use. */
declare module "citeproc" {
  /** An element of a style, as the engine reads it. */
  export interface StyleNode {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (StyleNode | string)[];
  }
  export class Engine {
    constructor(
      system: {
        readonly retrieveLocale: (language: string) => StyleNode;
        readonly retrieveItem: (id: string) => object;
      },
      style: StyleNode,
      language?: string,
    );
    setOutputFormat(format: "text"): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): readonly [object, readonly string[]] | false;
    makeCitationCluster(items: readonly { readonly id: string }[]): string;
  }
}

declare module "@citation-js/core" {
  export class Cite {
    constructor(input: string, options: { readonly forceType: string });
    readonly data: readonly Readonly<Record<string, unknown>>[];
    /** Returns CSL-JSON without the fields that its schema lacks. */
    format(name: "data", options: { readonly format: "object" }): readonly object[];
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
declare module "astrocite-ris" {
  export function parse(text: string): readonly Readonly<Record<string, unknown>>[];
}

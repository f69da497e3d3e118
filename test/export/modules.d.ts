/** Declares the part of jsonld that the tests use; the package has no types. */
declare module "jsonld" {
  export interface Loaded {
    readonly contextUrl?: string;
    readonly documentUrl: string;
    readonly document: object;
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<Loaded>;
    readonly safe?: boolean;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<Record<string, unknown>[]>;
    toRDF(document: object, options: Options & { readonly format: "application/n-quads" }): Promise<string>;
  };
  export default jsonld;
}

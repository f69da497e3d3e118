/** As much of react-dom as the preview uses; its own types are a package apart. */
declare module "react-dom/server" {
  import type { ReactNode } from "react";
  export function renderToStaticMarkup(node: ReactNode): string;
}

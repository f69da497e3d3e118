/** Returns the address at which this machine reaches its own server. */
export function localUrl({ host, port }: { readonly host: string; readonly port: number }): string {
  // Where a server listens on every address, none of these can be opened.
  const name = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(host) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

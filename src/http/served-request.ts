/** A request that was answered, as it is counted: never what was typed. */
export interface ServedRequest {
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

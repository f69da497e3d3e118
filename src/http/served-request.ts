/** A request as metrics count it: its route pattern, status and duration, and nothing that was typed. */
export interface ServedRequest {
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

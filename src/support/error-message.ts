/** What a failure says for itself, as one line for a message or a log. */
export const errorMessage = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Stops something that runs; resolves once it has stopped. */
export type StopFunction = () => Promise<void>;

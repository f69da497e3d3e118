/** Ends something that runs. Resolves once it is over. */
export type StopFunction = () => Promise<void>;

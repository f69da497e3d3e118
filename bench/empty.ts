/** The empty program that a one-shot ask is measured beside: it does nothing and exports nothing. */
export {};

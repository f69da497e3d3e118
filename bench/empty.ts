/** The empty program that one-shot asks are compared with. */
export {};

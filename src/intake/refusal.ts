/** Defines the error that says why a file or an address is not taken. */

/** Thrown when something cannot become a source. Its message is for the person who wanted to add it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

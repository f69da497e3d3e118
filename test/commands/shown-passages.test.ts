/** Tests that a sentence in several parts of an answer is shown once, within its longest passage. */
import { expect, it } from "vitest";
import { createShownPassages } from "../../commands/who/shown-passages.ts";
import type { Passage } from "../../src/desk/answer.ts";

const TEXT = "One rose. Two fell, and three stayed. Four left.";
const passage = (text: string, source = 1): Passage => {
  const start = TEXT.indexOf(text);
  return { source, text, start, end: start + text.length };
};

const two = passage("Two fell, and three stayed.");
const half = passage("Two fell");
const both = passage("One rose. Two fell, and three stayed.");
const four = passage("Four left.");
const elsewhere = passage("Two fell", 2);

it("shows the fullest form that there is, once", () => {
  const { fresh, shown } = createShownPassages([half, two, both, four, elsewhere]);
  expect(shown([half])).toBe(false);
  expect(fresh([half])).toEqual([both]);
  expect(fresh([two, both, four])).toEqual([four]);
  expect(fresh([two, four])).toEqual([]);
  expect(shown([half, two, both, four])).toBe(true);
});

it("takes the same words of another source for other words", () => {
  const { fresh, shown } = createShownPassages([half, elsewhere]);
  expect(fresh([half])).toEqual([half]);
  expect(shown([elsewhere])).toBe(false);
  expect(fresh([elsewhere])).toEqual([elsewhere]);
});

it("shows passages that overlap, where none holds the other, both", () => {
  const tail = passage("three stayed. Four left.");
  const { fresh } = createShownPassages([two, tail]);
  expect(fresh([two, tail])).toEqual([two, tail]);
});

it("shows what it was not made for as it is", () => {
  expect(createShownPassages([]).fresh([two, half])).toEqual([two]);
});

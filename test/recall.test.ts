import { expect, test } from "vitest";

import { Recall } from "~/recall";

test("a value is computed once for each text, and a long text's each time", () => {
  const lengths = new Recall<number>(10, 4);
  const asked: string[] = [];
  const lengthOf = (text: string) =>
    lengths.of(text, () => {
      asked.push(text);
      return text.length;
    });
  expect(["ab", "abcde", "ab", "abcde"].map(lengthOf)).toEqual([2, 5, 2, 5]);
  expect(asked).toEqual(["ab", "abcde", "abcde"]);
});

test("what is full is forgotten, so that new texts never fill the memory", () => {
  const known = new Recall<string>(2);
  const asked: string[] = [];
  for (const text of ["a", "b", "c", "c", "a"]) {
    known.of(text, () => {
      asked.push(text);
      return text;
    });
  }
  expect(asked).toEqual(["a", "b", "c", "a"]);
});

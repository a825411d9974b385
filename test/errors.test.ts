import { expect, test } from "vitest";
import { FigureError } from "../src/errors.js";

test("an error says what kind it is, and where", () => {
  const error = new FigureError("unreadable", "no figure", {
    text: "abc",
    at: 0,
  });
  expect(FigureError.is(error)).toBe(true);
  expect(FigureError.is(new Error("no figure"))).toBe(false);
  expect(error.details.at).toBe(0);
});

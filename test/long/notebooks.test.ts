import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Jupyter, throughNbclient } from "../support/jupyter.js";
import { jupyter } from "../support/once.js";

const found = await jupyter();
const notebooks = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));

describe.runIf(found !== undefined).each(["tslab", "trade-figures"])(
  "every notebook runs through nbclient on the kernel %s",
  (kernel) => {
    test.each(notebooks)("%s", (name) => {
      const { errors, shown, last } = throughNbclient(`notebooks/${name}`, kernel, found as Jupyter);
      expect(errors).toEqual([]);
      expect(shown).toBeGreaterThan(0);
      expect(last).toContain("holds");
    });
  },
);

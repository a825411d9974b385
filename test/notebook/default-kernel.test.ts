import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseNotebook } from "../../src/notebook/index.js";

test.each(readdirSync("notebooks").filter((name) => name.endsWith(".ipynb")))(
  "%s opens on the project's kernel",
  (name) => {
    const { metadata } = parseNotebook(readFileSync(`notebooks/${name}`, "utf8"), name);
    expect(metadata["kernelspec"]).toEqual({
      display_name: "TypeScript (trade-figures)",
      language: "typescript",
      name: "trade-figures",
    });
  },
);

// npm run guides: runs the blocks of every guide and writes what they give into it.
import { writeFileSync } from "node:fs";
import { pages, runPage } from "./run.js";

for (const path of pages()) {
  const { written, found } = await runPage(path);
  if (found !== written) writeFileSync(path, found);
  console.log(`${path}: ${found === written ? "as it was" : "written"}`);
}

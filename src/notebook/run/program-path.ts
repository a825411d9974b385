import { join } from "node:path";
import { packageFolder } from "../../data/file/folder.js";

/** Where a program of notebooks lies, built: what `src/bundle.mjs` names "notebook/…". */
export const programPath = (name: string): string => join(packageFolder(), "dist/cjs/notebook", `${name}.js`);

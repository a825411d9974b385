/** Notebooks, for Node: showing values, running notebooks, saving pictures. */
export type { ArticleOptions } from "./annotated/article.js";
export { annotatedPage } from "./annotated/page.js";

import { showLastExpressions } from "./last-expression.js";

export { committedText } from "./committed.js";
export { notebookToHtml, page } from "./html.js";
export { type Cell, type Notebook, notebookText, parseNotebook } from "./ipynb.js";
export type { RunOptions, RunResult } from "./lane.js";
export { DISPLAY, toMimeBundle } from "./mime.js";
export * from "./picture/index.js";
export { run, runAll } from "./run.js";
export { reload, show } from "./show.js";

showLastExpressions();

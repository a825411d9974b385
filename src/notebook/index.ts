/** Notebooks, for Node: showing values, running notebooks, saving pictures. */
import { showLastExpressions } from "./last-expression.js";

export type { ArticleOptions } from "./annotated/article.js";
export { annotatedPage } from "./annotated/page.js";
export { committedText } from "./committed.js";
export { type NotebookHtmlOptions, notebookTitle, notebookToHtml } from "./html.js";
export type { TableOptions } from "./html-table.js";
export { type Cell, type Notebook, notebookText, parseNotebook } from "./ipynb.js";
export type { RunOptions, RunResult } from "./lane.js";
export { DISPLAY, toMimeBundle } from "./mime.js";
export { type NavLink, type PageOptions, page } from "./page.js";
export * from "./picture/index.js";
export { run, runAll } from "./run.js";
export { reload, show } from "./show.js";

showLastExpressions();

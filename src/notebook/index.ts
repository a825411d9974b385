/** Notebooks, for Node: showing values, running notebooks, saving pictures. */
import { showLastExpressions } from "./show/last-expression.js";

export type { ArticleOptions } from "./annotated/article.js";
export { annotatedPage } from "./annotated/page.js";
export { type LivePageOptions, livePage } from "./page/live-page.js";
export { type NotebookHtmlOptions, notebookTitle, notebookToHtml } from "./page/notebook-page.js";
export { type NavLink, type PageOptions, page } from "./page/page.js";
export * from "./picture/index.js";
export { committedText } from "./run/committed.js";
export { type Cell, type Notebook, notebookText, parseNotebook } from "./run/ipynb.js";
export type { RunOptions, RunResult } from "./run/notebook-runner.js";
export { run, runAll } from "./run/run.js";
export type { TableOptions } from "./show/html-table.js";
export { DISPLAY, toMimeBundle } from "./show/mime.js";
export { say } from "./show/say.js";
export { reload, show } from "./show/show.js";

showLastExpressions();

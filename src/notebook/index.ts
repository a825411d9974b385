/** Notebooks, for Node: showing values, running notebooks, saving pictures. */
export type { ArticleOptions } from "./annotated/article.js";
export { annotatedPage } from "./annotated/page.js";
export { notebookToHtml, page } from "./html.js";
export { type Cell, type Notebook, notebookText, parseNotebook } from "./ipynb.js";
export { DISPLAY, toMimeBundle } from "./mime.js";
export * from "./picture/index.js";
export { type RunOptions, type RunResult, run } from "./run.js";
export { reload, show } from "./show.js";

/** Notebooks, for Node: showing values, running notebooks, saving pictures. */
export { type NotebookHtmlOptions, notebookTitle, notebookToHtml } from "./html.js";
export type { TableOptions } from "./html-table.js";
export { type Cell, type Notebook, notebookText, parseNotebook } from "./ipynb.js";
export { DISPLAY, toMimeBundle } from "./mime.js";
export { type NavLink, type PageOptions, page } from "./page.js";
export * from "./picture/index.js";
export { type RunOptions, type RunResult, run } from "./run.js";
export { reload, show } from "./show.js";

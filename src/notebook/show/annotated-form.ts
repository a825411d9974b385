import { escapeHtml, type MimeBundle } from "../../figure/display.js";

/** What `annotatedPage` writes into its head. */
const OURS = '<meta name="generator" content="trade-figures">';

/** Whether a text is an annotated page of the package. Anybody can write its mark: it is shown without rights. */
export function isAnnotatedPage(text: string): boolean {
  return text.startsWith("<!doctype html>") && text.slice(0, 1000).includes(OURS);
}

/** The page in a frame of its own, sandboxed: no script runs in it and no style of it leaves it. */
export function annotatedForm(page: string): MimeBundle {
  const words = page
    .slice(page.indexOf("<body>"))
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return {
    "text/plain": words.length > 2000 ? `${words.slice(0, 2000)}…` : words,
    "text/html": `<iframe sandbox="" title="Annotated text" style="width:100%;height:480px;border:1px solid #8a9099" srcdoc="${escapeHtml(page)}"></iframe>`,
  };
}

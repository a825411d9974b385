import { escapeHtml, type MimeBundle } from "../../figure/display.js";

/** A heading and rows, as a notebook shows them: plain text, and a table whose last column is a number. */
export function showRows(
  heading: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): MimeBundle {
  const cells = (tag: string, row: readonly string[]) =>
    row
      .map((text, i) => {
        const style = i === row.length - 1 ? ' style="text-align:right"' : "";
        return `<${tag}${style}>${escapeHtml(text)}</${tag}>`;
      })
      .join("");
  const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("");
  return {
    "text/plain": [heading, ...rows.map((row) => row.join("  "))].join("\n"),
    "text/html": `<table><caption>${escapeHtml(heading)}</caption><thead><tr>${cells("th", head)}</tr></thead><tbody>${body}</tbody></table>`,
  };
}

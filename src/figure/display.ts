/** What a value gives a notebook: the same content as plain text and as HTML. */
export interface MimeBundle {
  readonly [mime: string]: unknown;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ESCAPES[c] as string);
}

/** A value, its bounds as a quieter second line, and the working behind a disclosure. */
export function display(value: string, range: string, working: string): MimeBundle {
  const second = range === "" ? "" : `<br><small style="opacity:.75">${escapeHtml(range)}</small>`;
  const more = working.includes("\n")
    ? `<details><summary><small>working</small></summary><pre style="white-space:pre-wrap">${escapeHtml(working)}</pre></details>`
    : "";
  return {
    "text/plain": range === "" ? value : `${value}, ${range}`,
    "text/html": `<div><strong>${escapeHtml(value)}</strong>${second}${more}</div>`,
  };
}

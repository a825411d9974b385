/** The day that a Markdown text gives in the lines of YAML at its beginning: "date: 2023-10-23". */
export function markdownDay(text: string): string | undefined {
  if (!/^\ufeff?---\r?\n/.test(text)) return undefined;
  const head = text.slice(0, 5_000);
  const end = /\r?\n(?:---|\.\.\.)\s*(?:\r?\n|$)/.exec(head.slice(3));
  if (end === null) return undefined;
  return /^(?:date|published|pubDate)\s*:\s*["']?(\d{4}-\d\d-\d\d)(?!\d)/m.exec(
    head.slice(0, end.index + 3),
  )?.[1];
}

/**
 * A Markdown text without the stars and lines of its emphasis, each a space instead, so that all places stay: `**82.3%**`
 * is a percentage.
 */
export function withoutEmphasis(text: string): string {
  return text.replace(/(?<![\w*])(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])/g, "  $2  ");
}

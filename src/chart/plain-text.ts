/** Longer labels than this are cut: a chart isn't the place for them, and layout time stays bounded. */
const longest = 600;

/** Text without what can't be seen: control characters, direction overrides and line breaks become spaces. */
export function tidy(text: string): string {
  const flat = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return flat.length > longest ? `${flat.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…` : flat;
}

/** Text for plotly, which reads `<b>`, `<a href>` and entities in every string: here they stay what they are, text. */
export function plain(text: string): string {
  return tidy(text).replace(/[&<>]/g, (mark) => (mark === "&" ? "&amp;" : mark === "<" ? "&lt;" : "&gt;"));
}

/** The same for hover text, in which plotly also fills in `%{…}` templates. */
export function plainHover(text: string): string {
  return plain(text).replace(/%\{/g, "% {");
}

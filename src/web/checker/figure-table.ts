import { h, head, row, visible } from "./dom.js";
import type { Marked } from "./prose.js";
import { filled, type Language, rangeIn, WORDS } from "./words.js";

/** Figures of a text with their intervals, as a table. */
export function figureTable(
  { shown, total }: { readonly shown: readonly Marked[]; readonly total: number },
  text: string,
  language: Language,
): HTMLElement[] {
  const words = WORDS[language];
  const names = [words.figure, words.kind, words.value, words.interval];
  const rows = shown.map(({ start, end, kind, value }) =>
    row(
      names,
      h("td", {}, visible(text.slice(start, end))),
      h("td", {}, words.kinds[kind] ?? kind),
      h("td", {}, visible(value?.value ?? "")),
      h("td", {}, visible(rangeIn(language, value?.range ?? ""))),
    ),
  );
  const table = h(
    "table",
    { class: "cards", role: "table" },
    h("thead", { role: "rowgroup" }, head(names)),
    h("tbody", { role: "rowgroup" }, ...rows),
  );
  const wide = h("div", { class: "wide", tabindex: "0", role: "group", "aria-label": words.figures }, table);
  if (shown.length === total) return [wide];
  const cut = filled(words.firstInTable, { count: shown.length, total });
  return [wide, h("p", { class: "quiet small" }, cut)];
}

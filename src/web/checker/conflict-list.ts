import { button, h, visible } from "./dom.js";
import type { Finding } from "./finding.js";
import { SIGNS } from "./findings.js";
import type { Conflict, ShownRepair } from "./protocol.js";
import { filled, type Language, WORDS } from "./words.js";

interface Doing {
  readonly open: (id: number) => void;
  readonly point: (start: number, end: number) => void;
  readonly repair: (repair: ShownRepair) => void;
}

/** Figures that cannot all be right, and the edit that settles most of the findings about them. */
export function conflictList(
  conflicts: readonly Conflict[],
  findings: readonly Finding[],
  language: Language,
  doing: Doing,
): HTMLElement[] {
  const words = WORDS[language];
  return conflicts.map(({ figures, claims, edit }) => {
    const places = figures.map((one) =>
      button(visible(one.text), "place", () => doing.point(one.start, one.end)),
    );
    const links = claims.flatMap((id) => {
      const one = findings[id];
      if (one === undefined) return [];
      const name = `${SIGNS[one.outcome]} ${words.kinds[one.kind] ?? one.kind}`;
      return [" ", button(name, `place badge ${one.outcome}`, () => doing.open(id))];
    });
    const settled = edit === undefined ? [words.noEdit, ""] : [settles(edit, language), " "];
    return h(
      "li",
      {},
      h("p", {}, ...places.flatMap((one) => [one, " "])),
      h("p", { class: "small" }, filled(words.conflict, { count: claims.length }), ...links),
      h("p", {}, ...settled, edit && button(words.putIn, "plain small", () => doing.repair(edit))),
    );
  });
}

function settles(edit: NonNullable<Conflict["edit"]>, language: Language): string {
  const words = WORDS[language];
  return filled(edit.settles === 1 ? words.settlesOne : words.settles, {
    to: visible(edit.to),
    from: visible(edit.text),
    count: edit.settles,
  });
}

import type { FigureMention, Lists, Span } from "../reading.js";
import { type Body, bodyOf, type Placed, turnedBody } from "./body.js";
import { CellFigure } from "./cell-figure.js";
import { tidied } from "./columns.js";
import type { Grid } from "./grid.js";
import { lawsOf, type TableClaim } from "./laws.js";

const NO_UNIT = "a figure of a table whose heads do not say its unit";

const NO_PERCENT =
  "a share or a change in a table whose unit no head says and too few other figures bear out";

/** A table that was read, for what the text around it says of its figures. */
export interface ReadTable {
  readonly grid: Grid;
  readonly body: Body;
  readonly figures: ReadonlyMap<Placed, CellFigure>;
}

/** Reads the figures of tables and what they say of each other into the lists of a reading. */
export function readTables(grids: readonly Grid[], decimal: "." | ",", found: Lists): ReadTable[] {
  return grids.flatMap((grid) => {
    const body = bodyOf(tidied(grid), decimal);
    if (body === undefined) return [];
    const laws = [lawsOf(body), lawsOf(turnedBody(body))];
    const claims = distinct(laws.flatMap((one) => one.claims));
    const used = new Set(claims.flatMap(placesOf));
    const figures = new Map<Placed, CellFigure>();
    for (const one of body.numbers.flat()) {
      if (one === undefined) continue;
      if (one.unit === undefined) found.unread.push({ ...one.cell, why: NO_UNIT });
      else if (one.assumed && !used.has(one)) found.unread.push({ ...one.cell, why: NO_PERCENT });
      else figures.set(one, new CellFigure(one, one.unit));
    }
    for (const one of figures.values()) found.mentions.push(one);
    for (const claim of claims) addTo(found, claim, (of) => figures.get(of) as FigureMention);
    const told = new Set([...used].map((one) => one.cell.start));
    for (const { of, why } of laws.flatMap((one) => one.unborne)) {
      if (!told.has(of.cell.start)) found.unread.push({ ...of.cell, why });
      told.add(of.cell.start);
    }
    return [{ grid, body, figures }];
  });
}

function addTo(found: Lists, claim: TableClaim, figure: (of: Placed) => FigureMention): void {
  switch (claim.law) {
    case "total":
    case "difference":
      found.sums.push({
        ...spanOf(claim.total),
        rule: `table-${claim.law}`,
        total: figure(claim.total),
        parts: claim.parts.map(({ sign, of }) => ({ sign, amount: figure(of) })),
      });
      return;
    case "share":
      found.shares.push({
        ...spanOf(claim.share),
        rule: "table-share",
        share: figure(claim.share),
        part: figure(claim.part),
        whole: figure(claim.whole),
      });
      return;
    case "growth":
      found.growth.push({
        ...spanOf(claim.rate),
        rule: "table-growth",
        rate: figure(claim.rate),
        sign: claim.rate.value < 0 ? -1 : 1,
        level: figure(claim.level),
        base: figure(claim.base),
        basis: "unsaid",
        forecast: false,
      });
  }
}

function spanOf({ cell: { text, start, end } }: Placed): Span {
  return { text, start, end };
}

function placesOf(claim: TableClaim): Placed[] {
  switch (claim.law) {
    case "total":
    case "difference":
      return [claim.total, ...claim.parts.map(({ of }) => of)];
    case "share":
      return [claim.share, claim.part, claim.whole];
    case "growth":
      return [claim.rate, claim.level, claim.base];
  }
}

/** Read along the rows and along the columns, a law may be found twice. */
function distinct(claims: readonly TableClaim[]): TableClaim[] {
  const seen = new Set<string>();
  return claims.filter((one) => {
    const key = `${one.law} ${placesOf(one).map(({ cell }) => cell.start)}`;
    return !seen.has(key) && seen.add(key);
  });
}

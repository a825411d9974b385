import MarkdownIt from "markdown-it";
import { FigureError } from "../errors.js";
import { said, sayFigure } from "../notation/say.js";
import { Rate } from "../rate/rate.js";
import type { Report } from "./project.js";

/**
 * The words of report.md, each `${…}` replaced by a figure: `${id}` is what a statement came to, `${id.printed}` its
 * print, `${id.verdict}` its verdict, `${exports-jpy 2024-12}` a point of a series; `${id | 2}` prints two decimals.
 * @throws FigureError "bad-data" with line and column for a name that nothing has
 */
export function filled(text: string, report: Report, file = "data/report.md"): string {
  return text.replace(/\$\{([^}\n]*)\}/g, (whole, inside: string, offset: number) => {
    const found = spokenFor(inside.trim(), report);
    if (found !== undefined) return found;
    const before = text.slice(0, offset).split("\n");
    const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
    throw new FigureError(
      "bad-data",
      `${file} line ${line}, column ${column}: ${whole} names no statement or point of a series; there are ${names(report)}`,
      { file, line, column: String(column) },
    );
  });
}

function names(report: Report): string {
  const ids = report.results.map((one) => one.statement.id);
  return [...ids, ...[...report.evidence.series.keys()].map((one) => `${one} PERIOD`)].join(", ");
}

function spokenFor(inside: string, report: Report): string | undefined {
  const found = /^([a-z][\w-]*)(?:\.(printed|verdict|finding)| (\d{4}\S*))?(?:\s*\|\s*(\d))?$/.exec(inside);
  if (found === null) return undefined;
  const [, name = "", part, when, decimals] = found;
  const options = {
    language: report.language,
    ...(decimals === undefined ? {} : { decimals: Number(decimals) }),
  };
  if (when !== undefined) {
    const point = report.evidence.series.get(name)?.find((one) => one.period === when);
    return point?.amount === undefined ? undefined : sayFigure(point.amount, options);
  }
  const result = report.results.find((one) => one.statement.id === name);
  if (result === undefined) return undefined;
  if (part === "verdict") return result.outcome;
  if (part === "finding") return result.says;
  if (part === "printed")
    return result.printed === undefined ? undefined : sayFigure(result.printed, options);
  const { computed } = result;
  // A rate says which way round it is: USD/CNY 7.3139.
  if (Rate.is(computed)) return computed.show(options.decimals ?? 4).split(", ")[0];
  return computed === undefined ? undefined : said(computed, options);
}

/** The words as HTML: no tag of the text's own, no picture from elsewhere. */
export function proseHtml(text: string, report: Report): string {
  const markdown = new MarkdownIt({ html: false, linkify: false }).disable("image");
  return markdown.render(filled(text, report).replace(/<!--[\s\S]*?-->/g, ""));
}

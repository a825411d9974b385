import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Chart, ChartTable, Drawing } from "../../chart/chart.js";
import { dark, light } from "../../chart/style.js";
import { themed } from "../../chart/themed.js";
import { adaptiveSvg } from "./adaptive-svg.js";
import { chartCsv, chartJson } from "./figures-file.js";
import { fontFaces } from "./font.js";
import { htmlText, scriptValue } from "./html-text.js";
import { isChart, type PictureOptions, sized } from "./options.js";
import { pageScript, pageStyle } from "./page-script.js";
import { type PlotlySource, plotlySource } from "./plotly-source.js";
import { SOUND, soundSource } from "./sound-source.js";
import { toSvg } from "./svg.js";

export interface HtmlOptions
  extends Pick<PictureOptions, "width" | "height" | "renderer" | "theme" | "sound"> {
  /**
   * "embed" puts plotly into this piece, compressed; a page needs it once, before or in its first chart.
   * "reuse" leaves it out, and takes it from an earlier chart in the page. "embed" unless told otherwise.
   */
  readonly library?: "embed" | "reuse";
  /** Buttons that save figures and picture, where scripts run. True unless told otherwise: a page may have links of its own. */
  readonly downloads?: boolean;
}

/**
 * A chart as a piece of HTML: a picture that shows where scripts are stripped, and an interactive chart where they
 * run. It makes no request. Both follow the reader's theme and width; the figures follow as a table to unfold.
 * @throws FigureError "missing-package" which names what to install
 * @example await toHtml(second, { library: "reuse" })
 */
export async function toHtml(
  given: Chart | Drawing,
  { theme, ...options }: HtmlOptions = {},
): Promise<string> {
  const chart = theme === undefined ? given : themed(given, theme);
  const wide = sized(chart, { ...options, width: Math.max(options.width ?? 800, 700) });
  const parts = {
    wide: { data: wide.data, layout: wide.layout },
    ...(isChart(chart) ? { narrow: chart.narrow } : {}),
  };
  const id = createHash("sha256")
    .update(JSON.stringify([wide.alt, parts]))
    .digest("hex")
    .slice(0, 16);
  const pictures = await pictureElement(chart, options);
  const table = isChart(chart) ? tableOf(chart.table) : "";
  const library = options.library === "reuse" ? "" : libraryScript([wide]);
  const downloads = options.downloads ?? true;
  const figure = {
    id,
    alt: wide.alt,
    title: wide.title,
    ...parts,
    ...(downloads ? { files: filesOf(chart) } : {}),
    ...(options.sound === true ? { sound: true } : {}),
  };
  return (
    `<figure style="margin:0 0 1em;max-width:960px"><div data-trade-figure="${id}">${pictures}</div>${table}</figure>` +
    `${library}${options.sound === true && library !== "" ? soundScript() : ""}<script>window.__tradeFigures&&window.__tradeFigures.show(${scriptValue(figure)})</script>`
  );
}

/** What the buttons save: the figures as they are, the picture from the page. */
function filesOf(chart: Chart | Drawing): object {
  if (!isChart(chart)) return { name: "chart" };
  const name = chart.title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .replace(/^(.{20,60})-.*$/, "$1");
  return { name: name || "chart", title: chart.title, csv: chartCsv(chart), json: chartJson(chart) };
}

/** The static picture: for phones and for desks, each following the reader's theme. */
async function pictureElement(chart: Chart | Drawing, options: HtmlOptions): Promise<string> {
  const { renderer, height } = options;
  const how = { ...(renderer ? { renderer } : {}), ...(height === undefined ? {} : { height }) };
  const address = async (width: number) => {
    const svg = adaptiveSvg(await toSvg(chart, { ...how, width }));
    return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  };
  const wide = await address(Math.max(options.width ?? 800, 700));
  const alt = htmlText(isChart(chart) ? chart.alt : "chart");
  const image = `<img alt="${alt}" src="${wide}" style="width:100%;height:auto">`;
  if (!isChart(chart)) return `<picture>${image}</picture>`;
  return `<picture><source media="screen and (max-width: 732px)" srcset="${await address(360)}">${image}</picture>`;
}

const FIGURE = /^[−+]?[\d,]+(\.\d+)?%?$/;

function tableOf({ columns, rows }: ChartTable): string {
  const digits = columns.map((_, at) =>
    rows.every((row) => FIGURE.test(row[at] ?? "") || row[at] === "not found"),
  );
  const cell = (at: number) =>
    `style="text-align:${digits[at] ? "right" : "left"};padding:2px 12px 2px 0;vertical-align:top"`;
  const head = columns.map((column, at) => `<th scope="col" ${cell(at)}>${htmlText(column)}</th>`).join("");
  const body = rows
    .map((row) => {
      const cells = row.map((text, at) =>
        at === 0
          ? `<th scope="row" ${cell(at)}>${htmlText(text)}</th>`
          : `<td ${cell(at)}>${htmlText(text)}</td>`,
      );
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("");
  return `<details><summary>The figures of this chart</summary><div style="overflow-x:auto" tabindex="0" role="group" aria-label="The figures of this chart"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`;
}

/** What plays a chart, once a page. */
function soundScript(): string {
  const base64 = gzipSync(soundSource(), { level: 9 }).toString("base64");
  return `<script>${SOUND}${scriptValue(base64)})</script>`;
}

const packed = new Map<PlotlySource["name"], string>();

/** Plotly, the font and what draws: one script that a page needs once. */
export function libraryScript(drawings: readonly Drawing[]): string {
  const source = plotlySource(drawings);
  let base64 = packed.get(source.name);
  if (base64 === undefined) {
    base64 = gzipSync(source.read(), { level: 9 }).toString("base64");
    packed.set(source.name, base64);
  }
  const colours = Object.fromEntries(
    Object.entries(light).map(([name, colour]) => [colour, dark[name as keyof typeof light]]),
  );
  return `<script>(${pageScript})(${scriptValue(base64)},${scriptValue(fontFaces() + pageStyle)},${scriptValue(colours)})</script>`;
}

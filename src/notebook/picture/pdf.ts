import type { Chart, Drawing } from "../../chart/chart.js";
import { chromiumPdf } from "./chromium.js";
import { drawn } from "./drawn.js";
import { fontFile } from "./font.js";
import { roadFor } from "./needs-browser.js";
import { type PictureOptions, type SizedDrawing, sized } from "./options.js";
import { loadPackages } from "./package.js";

interface PdfDocument {
  registerFont(name: string, file: string): void;
  struct(kind: string, options: object, draw: () => void): object;
  addStructure(part: object): void;
  on(event: "data", take: (part: Uint8Array) => void): void;
  on(event: "end", done: () => void): void;
  on(event: "error", failed: (error: unknown) => void): void;
  end(): void;
}

type PdfKit = new (options: object) => PdfDocument;
type SvgToPdf = (pdf: PdfDocument, svg: string, x: number, y: number, options: object) => void;

/** PDF counts 72 points to the inch, CSS 96 pixels. */
const point = 0.75;

/**
 * A chart as a one-page PDF with real letters, tagged as a figure with the chart's alt text.
 * @throws FigureError "missing-package" which names what to install
 */
export async function toPdf(chart: Chart | Drawing, options: PictureOptions = {}): Promise<Uint8Array> {
  const drawing = sized(chart, options);
  const packages = ["pdfkit", "svg-to-pdfkit", "fontkit"] as const;
  if (roadFor(drawing, options.renderer, packages, "a PDF of a chart") === "chromium")
    return chromiumPdf(drawing);
  const [PdfKit, draw] = loadPackages(packages, "a PDF of a chart") as [PdfKit, SvgToPdf];
  return write(PdfKit, draw, await drawn(drawing, (svg) => svg.xml), drawing);
}

function write(PdfKit: PdfKit, draw: SvgToPdf, svg: string, drawing: SizedDrawing): Promise<Uint8Array> {
  const size = [drawing.width * point, drawing.height * point];
  const fixed = new Date(0); // a clock would make each run's bytes differ
  const pdf = new PdfKit({
    size,
    margin: 0,
    tagged: true,
    lang: "en",
    displayTitle: true,
    info: {
      Title: drawing.title,
      Creator: "trade-figures",
      Producer: "pdfkit",
      CreationDate: fixed,
      ModDate: fixed,
    },
  });
  pdf.registerFont("regular", fontFile(400, "ttf"));
  pdf.registerFont("bold", fontFile(600, "ttf"));
  const parts: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("data", (part) => parts.push(part));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on("error", reject);
  });
  const figure = pdf.struct("Figure", { alt: drawing.alt }, () =>
    draw(pdf, withoutEmptyDashes(svg), 0, 0, {
      width: size[0],
      height: size[1],
      fontCallback: (_family: string, bold: boolean) => (bold ? "bold" : "regular"),
    }),
  );
  pdf.addStructure(figure);
  pdf.end();
  return whole;
}

/** Plotly writes dashes of no length where a line meets an axis; pdfkit refuses them, and a tiny one looks the same. */
function withoutEmptyDashes(svg: string): string {
  return svg.replace(/stroke-dasharray:[^;"]*/g, (dashes) =>
    dashes.replace(/(^|[\s,:])0(?:px)?(?=[,;\s]|$)/g, "$10.001px"),
  );
}

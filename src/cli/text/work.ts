import { FigureError, type FigureErrorCode } from "../../errors.js";
import { annotatedArticle } from "../../notebook/annotated/article.js";
import { type Analyse, type Analysis, analyser } from "./analyse.js";
import { within } from "./deadline.js";
import { type Document, documentsOf } from "./input/documents.js";
import { asJson } from "./output/as-json.js";
import { asReport } from "./output/as-report.js";
import { asText } from "./output/as-text.js";
import { coverageOf } from "./output/coverage.js";
import type { Counts, Outcome, Settings, Task } from "./types.js";

/** Does the tasks of a run in one thread: what comes out is text, fit to be sent to another. */
export class Work {
  private readonly settings: Settings;
  private readonly analyse: Analyse;

  private constructor(settings: Settings, analyse: Analyse) {
    this.settings = settings;
    this.analyse = analyse;
  }

  static async of(settings: Settings): Promise<Work> {
    return new Work(settings, await analyser(settings));
  }

  /** What became of each document of a task, in order; `number` is the task's, for ids that are its own. A document that cannot be read ends nothing but itself. */
  async do(task: Task, number: number, before = 0): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    let began = performance.now();
    for await (const document of documentsOf(task, this.settings)) {
      const id = `t${number}d${before + outcomes.length + 1}`;
      outcomes.push(
        "failure" in document
          ? failed(document.name, document.code, document.failure)
          : this.one(document, id, this.settings.maxSeconds - (performance.now() - began) / 1000),
      );
      began = performance.now();
    }
    return outcomes;
  }

  private one(document: Document, id: string, seconds: number): Outcome {
    try {
      // A few lines cannot take long, and a watch would cost as much as they do.
      const isShort = document.text.length <= SHORT && this.settings.maxSeconds >= 5;
      return isShort
        ? this.made(document, id)
        : within(seconds, this.settings.maxSeconds, () => this.made(document, id));
    } catch (error) {
      // A mistake of ours in one text of an archive must not cost the others; it is said, and the run ends with 3.
      if (FigureError.is(error)) return failed(document.name, error.code, error.message);
      const message = error instanceof Error ? error.message : String(error);
      return failed(document.name, "unreadable", `it could not be read: ${message}`);
    }
  }

  private made(document: Document, id: string): Outcome {
    const analysis = this.analyse(document);
    const counts = countsOf(document, analysis);
    const { wants, explain } = this.settings;
    return {
      ok: true,
      name: document.name,
      counts,
      text: wants.text ? asText(document, analysis, this.settings) : "",
      json: wants.json ? asJson(document, analysis, counts, explain) : "",
      page: wants.page ? page(document, analysis, id) : "",
      report: wants.report === undefined ? "" : asReport(wants.report, document, analysis),
      certificates: wants.certificates ? certificates(document, analysis) : "",
    };
  }
}

// What so many characters can cost is bounded by the caps on rates and repairs.
const SHORT = 2048;

function page({ name, publishedOn }: Document, { reading, findings }: Analysis, id: string): string {
  return annotatedArticle(reading, findings, {
    name,
    id,
    ...(publishedOn === undefined ? {} : { publishedOn }),
  });
}

/** The proof of each contradiction, with its place: data/verify has scripts that check them. */
function certificates({ name }: Document, { findings }: Analysis): string {
  return findings
    .flatMap(({ outcome, text, says, proof }) =>
      outcome !== "inconsistent" || proof === undefined
        ? []
        : [JSON.stringify({ document: name, text, says, ...proof })],
    )
    .join("\n");
}

/** What a program is told by the code, and people by the message. */
export function failed(name: string, code: FigureErrorCode, message: string): Outcome {
  return { ok: false, name, code, message, json: JSON.stringify({ name, code, error: message }) };
}

function countsOf({ leftOut = {} }: Document, { reading, findings }: Analysis): Counts {
  const count = (outcome: string) => findings.filter((one) => one.outcome === outcome).length;
  return {
    mentions: reading.mentions.length,
    relations: findings.length,
    consistent: count("consistent"),
    inconsistent: count("inconsistent"),
    undecided: count("undecided"),
    computed: count("computed"),
    ...coverageOf(
      reading,
      findings.flatMap(({ figures }) => figures),
    ),
    leftOut,
  };
}

/** What a kernel is asked, and what a right answer is: one list for the test and for the table of `npm run probes`. */

export interface Cell {
  readonly code: string;
  readonly interrupt?: boolean;
}

/** What came back for a cell. */
export interface Got {
  readonly status: string | null;
  readonly died: boolean;
  readonly lines: number;
  readonly stream: number;
  readonly text: string;
  readonly mimes: readonly (readonly string[])[];
  readonly types: readonly string[];
  readonly error: readonly [string, string] | null;
  readonly count: number | null;
}

export interface Probe {
  readonly title: string;
  readonly cells: readonly Cell[];
  /** Sent at once, as a front-end does when it runs all. */
  readonly together?: boolean;
  right(got: readonly Got[]): boolean;
}

const one = (title: string, code: string, right: (got: Got) => boolean): Probe => ({
  title,
  cells: [{ code }],
  right: ([got]) => got !== undefined && right(got),
});

const NEXT: Cell = { code: "console.log('next');" };
const nextRuns = (got: Got | undefined) => got?.status === "ok" && got.text === "next\n";

const interrupted = (title: string, code: string): Probe => ({
  title,
  cells: [{ code, interrupt: true }, NEXT],
  right: ([got, next]) => got?.status === "error" && nextRuns(next),
});

const failing = (title: string, code: string, name: string, message: string): Probe =>
  one(
    title,
    code,
    ({ status, error }) => status === "error" && error?.[0] === name && error[1].includes(message),
  );

const CHART = [
  "import { baseline, figure } from 'trade-figures';",
  "import { baselineChart } from 'trade-figures/chart';",
  "import { show } from 'trade-figures/notebook';",
  "const now = figure('42.64bn yuan');",
  "const rise = figure('82.3%');",
  "const chart = baselineChart(baseline(now, rise), rise, now, { title: 't', basePeriod: '2022', currentPeriod: '2023', source: { text: 's', date: '2023' } });",
].join("\n");

const isTable = ({ mimes }: Got) => mimes.length === 1 && mimes[0]?.join() === "text/html,text/plain";
const isChart = (got: Got | undefined) =>
  got?.mimes.length === 1 &&
  got.mimes[0]?.join() === "application/vnd.plotly.v1+json,image/png,text/html,text/plain";

export const PROBES: readonly Probe[] = [
  one("20,000 lines in a loop", "for (let i = 0; i < 20000; i++) console.log(i);", (got) => {
    return got.status === "ok" && got.lines === 20_000;
  }),
  one("50 MB of output", "console.log('x'.repeat(50_000_000));", (got) => {
    return got.status === "ok" && got.stream === 50_000_001;
  }),
  failing("a type error", "const n: number = 'a';", "TypeError", "not assignable to type 'number'"),
  failing("a throw", "throw new RangeError('boom');", "RangeError", "boom"),
  failing("an unhandled rejection", "Promise.reject(new Error('lost'));", "Error", "lost"),
  failing("a throw in a timer", "setTimeout(() => { throw new Error('late'); }, 0);", "Error", "late"),
  {
    title: "process.exit, then a cell",
    cells: [{ code: "process.exit(3);" }, NEXT],
    right: ([got, next]) => got?.status === "error" && got.error !== null && nextRuns(next),
  },
  interrupted("an endless loop, interrupted", "while (true) {}"),
  interrupted("an await without end, interrupted", "await new Promise(() => {});"),
  {
    title: "an error, then the next cell",
    cells: [{ code: "throw new Error('first');" }, NEXT],
    right: ([got, next]) => got?.status === "error" && nextRuns(next),
  },
  {
    title: "execution counts",
    cells: [{ code: "1;" }, { code: "2;" }],
    right: ([first, second]) => typeof first?.count === "number" && second?.count === first.count + 1,
  },
  {
    title: "three cells sent at once",
    cells: [
      { code: "console.log('one');" },
      {
        code: "import { show } from 'trade-figures/notebook';\nawait new Promise((r) => setTimeout(r, 50));\nawait show([{ a: 'b' }]);",
      },
      { code: "console.log('three');" },
    ],
    together: true,
    right: ([a, b, c]) =>
      a?.text === "one\n" && b?.mimes.length === 1 && b.text === "" && c?.text === "three\n",
  },
  {
    title: "a throw before cells sent with it",
    cells: [{ code: "throw new Error('stop');" }, NEXT],
    together: true,
    right: ([got, next]) => got?.error?.[1] === "stop" && next?.status === "aborted" && next.text === "",
  },
  {
    title: "figure, interval, rate as last expression",
    cells: [
      {
        code: "import { figure, rate } from 'trade-figures';\nimport { show } from 'trade-figures/notebook';\nfigure('42.64bn yuan')",
      },
      { code: "figure('42.64bn yuan').interval" },
      { code: "rate('USD/CNY', '7.1792', { kind: 'central-parity', on: '2023-10-23' })" },
    ],
    right: (got) => got.every(isTable),
  },
  {
    title: "rows, figures, a verdict as last expression",
    cells: [
      {
        code: "import { compare, figure } from 'trade-figures';\nimport 'trade-figures/notebook';\n[{ rate: '7.1792' }]",
      },
      { code: "[figure('82.3%')]" },
      { code: "compare(figure('$5.83bn'), figure('$5.94bn'))" },
    ],
    right: (got) => got.every(isTable),
  },
  {
    title: "rows and a chart shown",
    cells: [
      {
        code: "import { show } from 'trade-figures/notebook';\nawait show([{ rate: '7.1792', day: '2023-10-23' }]);",
      },
      { code: `${CHART}\nawait show(chart);` },
    ],
    right: ([rows, chart]) => rows !== undefined && isTable(rows) && isChart(chart),
  },
  {
    title: "a chart as last expression",
    cells: [{ code: `${CHART}\nchart` }],
    right: ([chart]) => isChart(chart),
  },
];

/** What a kernel did, in a few words. */
export function deed(probe: Probe, got: readonly Got[]): string {
  const [first, next] = got;
  if (first === undefined) return "no answer";
  const failed = first.error ? `${first.error[0]}: ${short(first.error[1])}` : first.status;
  const what = first.died
    ? "the kernel died"
    : first.status === null
      ? "no answer"
      : first.status === "error"
        ? first.error
          ? `failed: ${failed}`
          : "failed without a word"
        : passed(first);
  if (probe.cells.length === 1) return what;
  if (probe.together || first.mimes.length > 0 || next?.mimes.length)
    return got.map((cell) => `${cell.status}: ${given(cell)}`).join("; ");
  if (probe.title === "execution counts") return `${first.count} and ${next?.count ?? null}`;
  return `${what}; next cell ${nextRuns(next) ? "ran" : "did not run"}`;
}

const given = ({ text, mimes, error }: Got) =>
  [short(text.trim()), ...mimes.map((one) => one.join(" + ")), error?.[1]].filter(Boolean).join(", ") ||
  "nothing";

function passed({ lines, stream, mimes }: Got): string {
  if (mimes.length > 0) return `shown as ${mimes.map((one) => one.join(" + ")).join(", then ")}`;
  if (stream > 1_000_000) return `passed, ${(stream / 1e6).toFixed(0)} MB`;
  return stream === 0
    ? "passed, nothing shown"
    : `passed, ${lines} ${lines === 1 ? "line" : "lines"} of text`;
}

const short = (text: string) => {
  const line = text.split("\n")[0] ?? "";
  return line.length > 44 ? `${line.slice(0, 43)}…` : line;
};

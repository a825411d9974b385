import { at } from "./dom.js";
import type { FromWorker, RateFile, RunOptions, TableFile, Tables, ToWorker } from "./protocol.js";

/**
 * The worker that reads and checks, so that the page never waits. While it reads, it hears nothing: a stop then ends it,
 * and another one takes its place.
 */
export class Checker {
  private worker: Worker | undefined;
  private runs = 0;
  private reading = false;
  private extra: readonly RateFile[] = [];
  private tables: readonly TableFile[] = [];
  private bundled = false;
  private readonly address: string;
  private readonly inside: readonly RateFile[];

  constructor(
    code: string,
    private readonly heard: (message: FromWorker) => void,
    private readonly died: () => void,
  ) {
    this.address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    this.inside = ratesInside();
    this.open();
  }

  run(options: RunOptions): void {
    if (this.reading) this.reopen();
    else this.ask({ ask: "stop", run: this.runs });
    this.runs++;
    this.reading = true;
    this.ask({ ask: "run", run: this.runs, options });
  }

  stop(): void {
    if (!this.reading) this.ask({ ask: "stop", run: this.runs });
    else {
      this.reopen();
      this.heard({ tell: "done", run: this.runs, stopped: true });
    }
  }

  more(id: number): void {
    this.ask({ ask: "more", run: this.runs, id });
  }

  /** Asks for findings in words. */
  told(ids: readonly number[]): void {
    this.ask({ ask: "told", run: this.runs, ids });
  }

  values(from: number, to: number): void {
    this.ask({ ask: "values", run: this.runs, from, to });
  }

  /** Rates that go before those of the page; where they cannot be opened, the worker keeps those it had. */
  add(file: RateFile): void {
    this.extra = [file, ...this.extra.filter((one) => one.name !== file.name)];
    this.sendRates();
  }

  /** Whether to compare with the published figures that the page carries. */
  compare(bundled: boolean): void {
    this.bundled = bundled;
    this.sendTables();
  }

  /** A table of published figures to compare with; where it cannot be read, the worker keeps those it had. */
  addTable(file: TableFile): void {
    this.tables = [file, ...this.tables.filter((one) => one.name !== file.name)];
    this.sendTables();
  }

  dropTables(): void {
    this.tables = [];
    this.sendTables();
  }

  /** The names of the tables that were added. */
  get tableNames(): readonly string[] {
    return this.tables.map(({ name }) => name);
  }

  private sendTables(): void {
    const inside: Tables = this.bundled
      ? JSON.parse(at("figures").textContent ?? "")
      : { name: "", files: [], doubted: [] };
    const names = [...(this.bundled ? [inside.name] : []), ...this.tableNames];
    const tables = { ...inside, name: names.join(", "), files: [...inside.files, ...this.tables] };
    this.ask({ ask: "tables", tables });
  }

  private sendRates(): void {
    this.ask({ ask: "rates", files: [...this.extra, ...this.inside] });
  }

  private open(): void {
    const worker = new Worker(this.address);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.tell === "tables") {
        if (data.problem !== undefined) this.tables = this.tables.slice(1);
      } else if (data.tell !== "rates") {
        if (data.run !== this.runs) return;
        this.reading = false;
      } else if (data.problem !== undefined) this.extra = this.extra.slice(1);
      this.heard(data);
    };
    worker.onerror = () => {
      this.reopen();
      this.died();
    };
    this.worker = worker;
    this.sendRates();
    if (this.bundled || this.tables.length > 0) this.sendTables();
  }

  private reopen(): void {
    this.worker?.terminate();
    this.reading = false;
    this.open();
  }

  private ask(message: ToWorker): void {
    this.worker?.postMessage(message);
  }
}

/** The rates that the page carries: a packed history, and the tables of the data package. */
function ratesInside(): RateFile[] {
  const binary = atob(at("rates-packed").textContent?.trim() ?? "");
  return [
    { name: "rates.csv", content: at("rates-tables").textContent?.trim() ?? "" },
    { name: "majors.bin", content: Uint8Array.from(binary, (c) => c.charCodeAt(0)) },
  ];
}

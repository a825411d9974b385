import { bytesOf } from "../assets.js";
import type { Failure, FromWorker, LiveCell, Shown, ToWorker } from "../protocol.js";

/** What JupyterLite gives an extension, as far as it is used here. */
interface Header {
  readonly msg_id?: string;
}
interface Base {
  readonly parentHeader: Header | undefined;
  readonly executionCount: number;
  readonly isDisposed: boolean;
  dispose(): void;
  stream(content: { readonly name: string; readonly text: string }, header?: Header): void;
  displayData(content: { readonly data: object; readonly metadata: object }, header?: Header): void;
  publishExecuteError(content: object, header?: Header): void;
}
type BaseClass = new (options: object) => Base;
interface KernelSpecs {
  register(kernel: { readonly spec: object; create(options: object): Promise<Base> }): void;
}

const PLOTLY = "application/vnd.plotly.v1+json";

/** A value as Jupyter's messages hold it; a chart in the colours that the app has now. */
function bundleOf({ text, html, markdown, chart }: Shown): object {
  const theme = document.body.dataset["jpThemeLight"] === "false" ? "dark" : "light";
  return {
    "text/plain": text,
    ...(html === undefined ? {} : { "text/html": html }),
    ...(markdown === undefined ? {} : { "text/markdown": markdown }),
    ...(chart === undefined ? {} : { [PLOTLY]: chart.wide[theme] }),
  };
}

const errorOf = ({ name, message, trace }: Failure) => ({
  ename: name,
  evalue: message,
  traceback: [`${name}: ${message}`, ...trace.map((line) => `  at ${line}`)],
});

const broken = (message: string): Failure => ({ name: "Error", message, problems: [], trace: [] });

/**
 * The core of live notebooks as a kernel of JupyterLite. A notebook's kernel is not told which cell it runs, so that the
 * cells of the session are those that ran, in the order in which they ran; one that failed declares nothing.
 */
function kernelClass(Parent: BaseClass, base: string): BaseClass {
  return class extends Parent {
    private readonly worker = new Worker(`${base}worker.js`);
    private readonly cells: LiveCell[] = [];
    private readonly answers = new Map<number, (value: unknown) => void>();
    private ended: ((failure: Failure | undefined) => void) | undefined;
    private last = 0;
    private keys = 0;
    /** What keeps cells from running, once that is known. */
    private readonly opened: Promise<Failure | undefined>;

    constructor(options: object) {
      super(options);
      this.opened = new Promise((done) => {
        this.worker.onerror = ({ message = "the worker could not be started" }) => {
          done(broken(message));
          this.ended?.(broken(message));
        };
        this.worker.onmessage = ({ data }: { readonly data: FromWorker }) => {
          if (data.tell === "ready") done(undefined);
          else this.heard(data);
        };
        this.open().catch((error: Error) => done(broken(`the kernel could not be loaded: ${error.message}`)));
      });
    }

    // A kernel that cannot run says why in each cell: an app that waits for one that never is ready says nothing.
    get ready(): Promise<void> {
      return this.opened.then(() => {});
    }

    override dispose(): void {
      if (this.isDisposed) return;
      this.worker.terminate();
      super.dispose();
    }

    private async open(): Promise<void> {
      const [types, files] = await Promise.all(
        ["types.json", "files.json"].map(async (name) => {
          const found = await fetch(`${base}${name}`);
          if (!found.ok) throw new Error(`${name}: HTTP status ${found.status}`);
          return found.json();
        }),
      );
      const bytes = Object.entries(files as Record<string, string>).map(([path, text]) => ({
        path,
        content: bytesOf(text),
      }));
      this.ask({ ask: "open", types, checks: {}, files: bytes });
    }

    private ask(message: ToWorker): void {
      this.worker.postMessage(message);
    }

    private heard(message: FromWorker): void {
      const header = this.parentHeader;
      if (message.tell === "stream") this.stream({ name: message.name, text: message.text }, header);
      else if (message.tell === "show")
        this.displayData({ data: bundleOf(message.shown), metadata: {} }, header);
      else if (message.tell === "ran") {
        // That of an earlier cell comes late, where an error beside it has ended it.
        if (message.cell === this.last) this.ended?.(message.failure);
      } else if (message.tell === "answer") {
        this.answers.get(message.key)?.(message.value);
        this.answers.delete(message.key);
      }
    }

    /** Asks about a text as if it were the next cell. */
    private async question(ask: "complete" | "hover", text: string, at: number): Promise<unknown> {
      if ((await this.opened) !== undefined) return undefined;
      const cell = this.last + 1;
      const key = ++this.keys;
      this.ask({ ask: "cells", cells: [...this.cells, { id: cell, text }] });
      this.ask({ ask, cell, at, key });
      return new Promise((done) => {
        this.answers.set(key, done);
      });
    }

    async kernelInfoRequest() {
      return {
        implementation: "trade-figures",
        implementation_version: "1",
        protocol_version: "5.3",
        status: "ok",
        banner: "TypeScript with trade-figures",
        help_links: [],
        language_info: {
          name: "typescript",
          version: "5",
          file_extension: ".ts",
          mimetype: "text/typescript",
          codemirror_mode: "typescript",
        },
      };
    }

    async executeRequest({ code }: { readonly code: string }) {
      const broke = await this.opened;
      const cell = { id: ++this.last, text: code };
      this.cells.push(cell);
      const failure =
        broke ??
        (await new Promise<Failure | undefined>((done) => {
          this.ended = done;
          this.ask({ ask: "cells", cells: [...this.cells] });
          this.ask({ ask: "run", cell: cell.id });
        }));
      const execution_count = this.executionCount;
      if (failure === undefined) return { status: "ok", execution_count, user_expressions: {} };
      this.cells.splice(this.cells.indexOf(cell), 1);
      const error = errorOf(failure);
      this.publishExecuteError(error, this.parentHeader);
      return { status: "error", execution_count, ...error };
    }

    async completeRequest({ code, cursor_pos }: { readonly code: string; readonly cursor_pos: number }) {
      const found = (await this.question("complete", code, cursor_pos)) as
        | { readonly from: number; readonly choices: readonly { readonly label: string }[] }
        | undefined;
      return {
        status: "ok",
        matches: (found?.choices ?? []).map(({ label }) => label),
        cursor_start: found?.from ?? cursor_pos,
        cursor_end: cursor_pos,
        metadata: {},
      };
    }

    async inspectRequest({ code, cursor_pos }: { readonly code: string; readonly cursor_pos: number }) {
      const found = (await this.question("hover", code, cursor_pos)) as
        | { readonly says: string; readonly doc: string }
        | undefined;
      const data = found === undefined ? {} : { "text/plain": `${found.says}\n\n${found.doc}`.trim() };
      return { status: "ok", found: found !== undefined, data, metadata: {} };
    }

    async isCompleteRequest() {
      return { status: "complete" };
    }
    async commInfoRequest() {
      return { comms: {}, status: "ok" };
    }
    inputReply(): void {}
    async commOpen(): Promise<void> {}
    async commMsg(): Promise<void> {}
    async commClose(): Promise<void> {}
  };
}

// A container as module federation asks for it, by hand: the app looks for an entry of this name, hands over what it
// shares, and asks for "./extension".
type Shared = Readonly<Record<string, Readonly<Record<string, { get(): Promise<() => unknown> }>>>>;
const NAME = "trade-figures-kernel";
const base = new URL(".", (document.currentScript as HTMLScriptElement).src).href;
const page = globalThis as unknown as { _JUPYTERLAB?: Record<string, unknown> };
page._JUPYTERLAB ??= {};
let shared: Shared = {};
page._JUPYTERLAB[NAME] = {
  init: (scope: Shared) => {
    shared = scope;
  },
  get: async () => {
    const offered = Object.values(shared["@jupyterlite/services"] ?? {})[0];
    if (offered === undefined) throw new Error("this JupyterLite does not share @jupyterlite/services");
    const services = (await offered.get())() as { BaseKernel: BaseClass; IKernelSpecs: unknown };
    const Kernel = kernelClass(services.BaseKernel, base);
    const plugin = {
      id: `${NAME}:plugin`,
      autoStart: true,
      requires: [services.IKernelSpecs],
      activate: (_: unknown, specs: KernelSpecs) =>
        specs.register({
          spec: {
            name: "trade-figures",
            display_name: "TypeScript (trade-figures)",
            language: "typescript",
            argv: [],
            resources: {},
          },
          create: async (options) => new Kernel(options),
        }),
    };
    return () => ({ default: plugin, __esModule: true });
  },
};

/**
 * The project's kernel: `node main.js CONNECTION_FILE`, which `launch.ts` starts. A thin layer over tslab's own kernel
 * that loses nothing: batched streams, `execute_input` and `error` messages, rejections and timers that fail the cell,
 * rich last expressions.
 */
import type { MimeBundle } from "../../figure/display.js";
import { failureFrom } from "../run/failure.js";
import { optimiseLater } from "../run/optimise-later.js";
import { followParent } from "../run/parent.js";
import { Trace } from "../run/trace.js";
import { openChannel } from "../show/channel.js";
import { isRich, toMimeBundle } from "../show/mime.js";
import { type Converter, loadTslab } from "../tslab/tslab.js";
import { Signatures } from "./signatures.js";

optimiseLater();
const connectionFile = process.argv[2] as string;
const { createConverter, createExecutor, jupyter } = loadTslab();

let errors: unknown[][] = [];
let rejections: unknown[] = [];
let pending: Promise<void>[] = [];
let showBundle: (kind: "display_data" | "execute_result", data: MimeBundle) => void = () => undefined;

const exit = process.exit.bind(process);

// A kernel that dies of its settings says nothing to the reader: its first cell says it.
let problem = "";
let converter: Converter | undefined;
const compiler = (): Converter => {
  clearTimeout(loading);
  try {
    converter ??= createConverter(process.cwd(), (text) => {
      problem = `${text}; cells are checked loosely until the kernel is restarted\n`;
    });
    return converter;
  } catch (error) {
    // What is installed cannot compile: a front-end says so of a kernel that ended, not of one that never answers.
    process.stderr.write(`trade-figures kernel: ${error instanceof Error ? error.stack : String(error)}\n`);
    return exit(1);
  }
};
// TypeScript takes a second to load. The front-end has its first answers before that, and goes on with its own start
// beside it; so it is loaded with the first cell, or a moment after the last message. To find the sockets takes a
// front-end a tenth of a second or two.
let loading: NodeJS.Timeout | undefined;
const loadIn = (ms: number) => {
  clearTimeout(loading);
  if (converter === undefined) loading = setTimeout(compiler, ms);
};
const node: Pick<Converter, "convert" | "addModule" | "inspect" | "complete"> = {
  convert: (...cell) => compiler().convert(...cell),
  addModule: (...module) => compiler().addModule(...module),
  inspect: (...place) => compiler().inspect(...place),
  complete: (...place) => compiler().complete(...place),
};
const trace: Trace = new Trace(() => handler.execCount);
const executor = createExecutor(
  process.cwd(),
  { node: { ...node, ...trace.following(node) }, close: () => converter?.close() },
  {
    log(value) {
      if (!isRich(value)) console.log(value);
      else pending.push(toMimeBundle(value).then((data) => showBundle("execute_result", data)));
    },
    error: (...parts) => errors.push(parts),
  },
);
openChannel({ show: (data) => showBundle("display_data", data) });

const handler = new jupyter.JupyterHandlerImpl(executor, false);
const server = new jupyter.ZmqServer(handler, connectionFile);
// What a cell still waits for when it is interrupted, a display that never settles say, is let go.
let letGo: () => void = () => undefined;
process.on("SIGINT", () => {
  executor.interrupt();
  letGo();
});
process.on("uncaughtException", (error) => {
  rejections.push(error);
});
process.on("unhandledRejection", (error) => {
  rejections.push(error);
});
// A cell that calls process.exit, now or in a timer, would take the kernel and its state with it.
process.exit = ((code?: number) => {
  throw new Error(`process.exit(${code ?? ""}) was called: the kernel goes on; restart it from the menu`);
}) as typeof process.exit;

// Where it was started from a snapshot, the launcher leads the group, and waits to hear that all went well.
const launcher = process.send === undefined ? undefined : process.ppid;
followParent(launcher);
const close = server.close.bind(server);
server.close = () => {
  // A cell that listens to something would keep the process; what is on its way to the front-end has this long.
  setTimeout(() => exit(0), 500).unref();
  close();
};

// Before anything of a message is looked at, and silently: see `Signatures`.
let signatures: Signatures | undefined;
const handleShellMessage = server.handleShellMessage.bind(server);
server.handleShellMessage = async (socket: unknown, ...frames: Buffer[]): Promise<void> => {
  signatures ??= new Signatures(String(server.connInfo.key ?? ""));
  if (!signatures.admits(frames)) return;
  loadIn(100);
  try {
    await handleShellMessage(socket, ...frames);
  } catch (error) {
    // A signed message that is not the protocol's: for the one who started the kernel, not for a cell.
    process.stderr.write(`trade-figures kernel: ${error instanceof Error ? error.message : String(error)}\n`);
  }
};

/** The most text that a cell may write, in characters: a front-end holds all of it. */
const MAX_OUTPUT = 64_000_000;

// "Run all" sends every cell at once, and tslab answers them side by side: outputs went to the last of them. Here each
// waits for its turn; an error sends back those that were waiting, as the protocol has it.
let turn: Promise<void> = Promise.resolve();
let arrived = 0;
let sentBack = 0;

// biome-ignore lint/suspicious/noExplicitAny: tslab's messages have no public types.
server.handleExecute = function handleExecute(this: any, socket: any, message: any): Promise<void> {
  const number = ++arrived;
  const done = turn.then(() => (number <= sentBack ? abort : execute).call(this, socket, message));
  turn = done.catch(() => undefined);
  return done;
};

// biome-ignore lint/suspicious/noExplicitAny: tslab's messages have no public types.
async function abort(this: any, socket: any, message: any): Promise<void> {
  answer(this.connInfo.key, socket, message, { status: "aborted" });
}

// biome-ignore lint/suspicious/noExplicitAny: tslab's messages have no public types.
function answer(key: string, socket: any, message: any, content: object): void {
  const reply = message.createReply();
  reply.header.msg_type = "execute_reply";
  reply.content = content;
  reply.signAndSend(key, socket);
}

// biome-ignore lint/suspicious/noExplicitAny: tslab's messages have no public types.
async function execute(this: any, socket: any, message: any): Promise<void> {
  const publish = (type: string, content: object) => {
    const reply = message.createReply();
    reply.header.msg_type = type;
    reply.content = content;
    reply.signAndSend(this.connInfo.key, this.iopub);
  };
  let chunks: { name: string; text: string }[] = [];
  let ended = false;
  const flush = () => {
    for (const chunk of chunks) publish("stream", chunk);
    chunks = [];
  };
  let written = 0;
  const write = (name: string, text: string) => {
    if (written > MAX_OUTPUT) return;
    written += text.length;
    if (written > MAX_OUTPUT) {
      put("stderr", `\nthe cell wrote more than ${MAX_OUTPUT / 1e6} MB: what came after is left out\n`);
      return;
    }
    put(name, text);
  };
  const put = (name: string, text: string) => {
    const last = chunks[chunks.length - 1];
    if (last?.name === name && last.text.length < 1_000_000) last.text += text;
    else chunks.push({ name, text });
    if (ended) flush();
  };
  const timer = setInterval(flush, 50);
  const between = rejections;
  errors = [];
  rejections = [];
  pending = [];
  showBundle = (type, data) => {
    flush();
    publish(type, {
      data,
      metadata: {},
      ...(type === "execute_result" ? { execution_count: handler.execCount } : { transient: {} }),
    });
  };
  publish("execute_input", { code: message.content.code, execution_count: handler.execCount + 1 });
  const { ran } = compiler();
  if (problem !== "") write("stderr", problem);
  problem = "";
  for (const error of between) write("stderr", `Between two cells: ${failureText(error)}\n`);
  const result = await handler.handleExecute(message.content, write, (data: object, update: boolean) => {
    flush();
    publish(update ? "update_display_data" : "display_data", data);
  });
  ran(result.status === "ok", executor.locals);
  const interrupted = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await Promise.race([Promise.all(pending).catch((error) => rejections.push(error)), interrupted]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  clearInterval(timer);
  flush();
  ended = true;
  if (result.status === "ok" && rejections.length > 0) result.status = "error";
  if (result.status === "error") {
    // tslab drops what arrives within 200 ms of an error; the reply waits until that has passed.
    await new Promise((resolve) => setTimeout(resolve, 220));
    const { name, message: text, trace: lines } = failureFrom(rejections, errors, trace);
    Object.assign(result, { ename: name, evalue: text, traceback: lines.length > 0 ? lines : [text] });
    if (message.content.stop_on_error !== false) sentBack = arrived;
    publish("error", { ename: result.ename, evalue: result.evalue, traceback: result.traceback });
  } else if (result.status === "abort") {
    result.status = "aborted";
  }
  answer(this.connInfo.key, socket, message, result);
}

function failureText(error: unknown): string {
  const { name, message } = failureFrom([error], [], trace);
  return `${name}: ${message}`;
}

server.init();
loadIn(1000);
process.send?.("ready");

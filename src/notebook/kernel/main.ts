/**
 * The project's kernel: `node main.js CONNECTION_FILE`. A thin layer over tslab's own kernel that loses nothing: batched
 * streams, `execute_input` and `error` messages, rejections and timers that fail the cell, rich last expressions.
 */
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import type { MimeBundle } from "../../figure/display.js";
import { type Failure, failureFrom } from "../run/failure.js";
import { OutputLimit } from "../run/output-limit.js";
import { endWithParent } from "../run/parent.js";
import { Trace } from "../run/trace.js";
import { openChannel } from "../show/channel.js";
import { isRich, toMimeBundle } from "../show/mime.js";
import { loadTslab } from "../tslab/tslab.js";
import { Signatures } from "./signatures.js";

const connectionFile = process.argv[2] as string;
const signatures = new Signatures(JSON.parse(readFileSync(connectionFile, "utf8")));
// Nothing of the notebook's own folder runs before its first cell does: tslab is the one beside this package.
const { createConverter, createExecutor, jupyter } = loadTslab({ fromWorkingFolder: false });
// Jupyter names itself to the kernels that it starts and that end with it.
if (process.env["JPY_PARENT_PID"] === String(process.ppid)) endWithParent();

let errors: unknown[][] = [];
let rejections: unknown[] = [];
let pending: Promise<void>[] = [];
let showBundle: (kind: "display_data" | "execute_result", data: MimeBundle) => void = () => undefined;

// A kernel that dies of its settings says nothing to the reader: its first cell says it.
let problem = "";
const node = createConverter(process.cwd(), (text) => {
  problem = `${text}; cells are checked loosely until the kernel is restarted\n`;
});
const trace: Trace = new Trace(() => handler.execCount);
const executor = createExecutor(
  process.cwd(),
  { node: { ...node, ...trace.following(node) }, close: () => node.close() },
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
let interrupted: () => void = () => undefined;
process.on("SIGINT", () => {
  executor.interrupt();
  interrupted();
});
let running = false;
let saidBetween: (text: string) => void = () => undefined;
// What a timer of an earlier cell throws belongs to no cell that runs: it is said below the last one.
const thrown = (error: unknown) => {
  if (running) rejections.push(error);
  else saidBetween(`after the cell had ended: ${shown(error)}\n`);
};
process.on("uncaughtException", thrown);
process.on("unhandledRejection", thrown);
// A cell, or a timer that it left behind, that calls process.exit would take the kernel and its state with it.
const exit = process.exit.bind(process);
process.exit = ((code?: number) => {
  throw new Error(`process.exit(${code ?? ""}) was called: the kernel goes on; restart it from the menu`);
}) as typeof process.exit;

// What does not bear the front-end's signature is dropped without a word: an answer would help to forge one.
const handleMessage = server.handleShellMessage;
server.handleShellMessage = async function handleShellMessage(
  this: unknown,
  socket: unknown,
  ...frames: Uint8Array[]
) {
  if (!signatures.accepts(frames)) return;
  await handleMessage.call(this, socket, ...frames).catch(() => undefined);
};
// A cell that listens or waits would keep a kernel alive that was told to end.
const close = server.close;
server.close = function closeAndEnd(this: unknown): void {
  setTimeout(() => exit(0), 1000);
  close.call(this);
};

/** What was thrown, in words; it may be anything, and may throw itself when it is looked at. */
function shown(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
  } catch {
    return "an error that cannot be shown";
  }
}

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
  const limit = new OutputLimit((text) => add("stderr", text));
  const write = (name: string, text: string) => add(name, limit.text(text));
  const add = (name: string, text: string) => {
    if (text === "") return;
    const last = chunks[chunks.length - 1];
    if (last?.name === name && last.text.length < 1_000_000) last.text += text;
    else chunks.push({ name, text });
    if (ended) flush();
  };
  const timer = setInterval(flush, 50);
  errors = [];
  rejections = [];
  pending = [];
  saidBetween = (text) => write("stderr", text);
  showBundle = (type, data) => {
    flush();
    if (!limit.holds(data)) return flush();
    publish(type, {
      data,
      metadata: {},
      ...(type === "execute_result" ? { execution_count: handler.execCount } : { transient: {} }),
    });
  };
  publish("execute_input", { code: message.content.code, execution_count: handler.execCount + 1 });
  if (problem !== "") write("stderr", problem);
  problem = "";
  running = true;
  // A display that never settles must not hold the kernel beyond an interrupt.
  const stop = new Promise<void>((resolve, reject) => {
    interrupted = () => (pending.length > 0 ? reject(new Error("interrupted")) : resolve());
  });
  stop.catch(() => undefined);
  const result = await handler.handleExecute(
    message.content,
    write,
    (message: { data?: Record<string, unknown> }, update: boolean) => {
      flush();
      if (!limit.holds(message.data ?? {})) return flush();
      publish(update ? "update_display_data" : "display_data", message);
    },
  );
  await Promise.race([Promise.all(pending), ...(pending.length > 0 ? [stop] : [])]).catch((error) =>
    rejections.push(error),
  );
  await new Promise((resolve) => setTimeout(resolve, 5));
  running = false;
  clearInterval(timer);
  flush();
  ended = true;
  if (result.status === "ok" && rejections.length > 0) result.status = "error";
  if (result.status === "error") {
    // tslab drops what arrives within 200 ms of an error; the reply waits until that has passed.
    await new Promise((resolve) => setTimeout(resolve, 220));
    const { name, message: text, trace: lines } = failure();
    Object.assign(result, { ename: name, evalue: text, traceback: lines.length > 0 ? lines : [text] });
    if (message.content.stop_on_error !== false) sentBack = arrived;
    publish("error", { ename: result.ename, evalue: result.evalue, traceback: result.traceback });
  } else if (result.status === "abort") {
    result.status = "aborted";
  }
  answer(this.connInfo.key, socket, message, result);
}
/** The failure of the cell; what was thrown may throw itself when it is looked at. */
function failure(): Failure {
  try {
    return failureFrom(rejections, errors, trace);
  } catch {
    return { name: "Error", message: shown(rejections[0] ?? errors[0]?.[0]), trace: [] };
  }
}

server.init();

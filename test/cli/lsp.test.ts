import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { withOptions } from "../../src/cli/lsp/flags.js";

/** Speaks to a language server as an editor does: messages of JSON, each behind its length. */
class Editor {
  private readonly server = spawn(process.execPath, ["dist/esm/cli/main.js", "lsp"], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  private readonly waiting = new Map<number | string, (message: Message) => void>();
  private readonly early: Message[] = [];
  private rest = Buffer.alloc(0);
  private id = 0;
  errors = "";

  constructor() {
    this.server.stdout.on("data", (piece: Buffer) => {
      this.rest = Buffer.concat([this.rest, piece]);
      this.read();
    });
    this.server.stderr.on("data", (piece: Buffer) => {
      this.errors += piece;
    });
  }

  request(method: string, params: object): Promise<Message> {
    const id = ++this.id;
    this.send({ jsonrpc: "2.0", id, method, params });
    return new Promise((done) => this.waiting.set(id, done));
  }

  notify(method: string, params: object): void {
    this.send({ jsonrpc: "2.0", method, params });
  }

  /** The next notification of a kind. */
  next(method: string): Promise<Message> {
    const at = this.early.findIndex((one) => one.method === method);
    if (at !== -1) return Promise.resolve(this.early.splice(at, 1)[0] as Message);
    return new Promise((done) => this.waiting.set(method, done));
  }

  ended(): Promise<number | null> {
    return new Promise((done) => this.server.on("exit", done));
  }

  private send(message: object): void {
    const body = Buffer.from(JSON.stringify(message));
    this.server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.server.stdin.write(body);
  }

  private read(): void {
    for (;;) {
      const head = this.rest.indexOf("\r\n\r\n");
      if (head === -1) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.rest.toString("latin1", 0, head))?.[1]);
      if (this.rest.length < head + 4 + length) return;
      const message = JSON.parse(this.rest.toString("utf8", head + 4, head + 4 + length)) as Message;
      this.rest = this.rest.subarray(head + 4 + length);
      const key = message.id ?? message.method ?? "";
      const done = this.waiting.get(key);
      this.waiting.delete(key);
      if (done !== undefined) done(message);
      else this.early.push(message);
    }
  }
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a message of the protocol, whose fields the test asserts one by one
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly result?: any;
}

const TEXT = "---\ndate: 2023-10-23\n---\n\nExports rose – “sharply” – by 12% to $24.4m from $20.2m.\n";

/** A text with an edit done, as an editor does it. */
function edited(
  text: string,
  { range, newText }: { range: { start: Place; end: Place }; newText: string },
): string {
  const lines = text.split("\n");
  const at = ({ line, character }: Place) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, character);
  return text.slice(0, at(range.start)) + newText + text.slice(at(range.end));
}

test("an editor is told what does not agree, what a figure is, and how to mend it", async () => {
  const editor = new Editor();
  const { result } = await editor.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  expect(result.capabilities).toMatchObject({ hoverProvider: true, textDocumentSync: 2 });
  editor.notify("initialized", {});
  const uri = "file:///a.md";
  editor.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text: TEXT },
  });

  const { params } = await editor.next("textDocument/publishDiagnostics");
  expect(params).toMatchObject({ uri, version: 1 });
  expect(params.diagnostics).toHaveLength(1);
  const [wrong] = params.diagnostics;
  expect(wrong).toMatchObject({ severity: 1, source: "trade-figures", code: "growth-inconsistent" });
  expect(wrong.message).toMatch(/^From “\$20\.2m” to “\$24\.4m” is a rise of 20\.79%/);
  expect(wrong.range.start.line).toBe(4);

  const hover = await editor.request("textDocument/hover", {
    textDocument: { uri },
    position: { line: 4, character: TEXT.split("\n")[4]?.indexOf("$24.4m") },
  });
  expect(hover.result.contents.value).toMatch(/^money: USD 24\.4m, between 24\.35m and 24\.45m/);
  expect(hover.result.contents.value).toMatch(/growth: inconsistent/);
  const beside = await editor.request("textDocument/hover", {
    textDocument: { uri },
    position: { line: 4, character: 2 },
  });
  expect(beside.result).toBeNull();

  const actions = await editor.request("textDocument/codeAction", {
    textDocument: { uri },
    range: wrong.range,
    context: { diagnostics: params.diagnostics },
  });
  const mends = actions.result.filter((one: { kind: string }) => one.kind === "quickfix");
  expect(mends.length).toBeGreaterThan(0);
  const change = mends[0].edit.documentChanges[0];
  expect(change.textDocument).toEqual({ uri, version: 1 });
  const mended = edited(TEXT, change.edits[0]);
  expect(mended).not.toBe(TEXT);

  editor.notify("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: change.edits[0].range, text: change.edits[0].newText }],
  });
  const after = await editor.next("textDocument/publishDiagnostics");
  expect(after.params).toMatchObject({ uri, version: 2, diagnostics: [] });

  // A page's lines are not those of its text: nothing is marked, and nothing fails.
  editor.notify("textDocument/didOpen", {
    textDocument: { uri: "file:///b.html", languageId: "html", version: 1, text: `<p>${TEXT}` },
  });
  expect((await editor.next("textDocument/publishDiagnostics")).params.diagnostics).toEqual([]);
  editor.notify("textDocument/didClose", { textDocument: { uri } });
  expect((await editor.next("textDocument/publishDiagnostics")).params).toEqual({ uri, diagnostics: [] });

  const end = editor.ended();
  expect((await editor.request("shutdown", {})).result).toBeNull();
  editor.notify("exit", {});
  expect(await end).toBe(0);
  expect(editor.errors).toBe("");
});

test("an editor that names published figures is told what contradicts them, with the row and the repair", async () => {
  const editor = new Editor();
  const initializationOptions = { data: ["bundled"], publishedOn: "2024-02-01" };
  await editor.request("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions,
  });
  editor.notify("initialized", {});
  const uri = "file:///c.txt";
  const text = "China's imports from Russia were $139.1bn in 2023.\n";
  editor.notify("textDocument/didOpen", { textDocument: { uri, languageId: "plaintext", version: 1, text } });
  const { params } = await editor.next("textDocument/publishDiagnostics");
  const [wrong, ...more] = params.diagnostics;
  expect(more).toEqual([]);
  expect(wrong).toMatchObject({ severity: 1, code: "published-inconsistent" });
  expect(wrong.message).toMatch(/^The bundled data leave between .*\(trade\.csv line \d+;.* above it/);
  const actions = await editor.request("textDocument/codeAction", {
    textDocument: { uri },
    range: wrong.range,
    context: { diagnostics: params.diagnostics },
  });
  const [nearest] = actions.result;
  expect(edited(text, nearest.edit.documentChanges[0].edits[0])).toBe(text.replace("139", "129"));

  const end = editor.ended();
  await editor.request("shutdown", {});
  editor.notify("exit", {});
  expect(await end).toBe(0);
  expect(editor.errors).toBe("");
});

test("initializationOptions go before the flags of the command, and wrong ones are named", () => {
  const flags = { region: "AU", undecided: true };
  expect(withOptions(flags, undefined)).toBe(flags);
  expect(withOptions(flags, { data: "my-data", undecided: false })).toEqual({
    region: "AU",
    data: ["my-data"],
    undecided: false,
  });
  for (const [options, says] of [
    [{ data: [7] }, /data is a list of paths, such as \["bundled"\]; found \[7\]/],
    [{ daten: "x" }, /there are publishedOn, .*, data, undecided; found "daten"/],
    [{ revision: 1 }, /revision is text; found 1/],
    [["bundled"], /expected an object/],
  ] as const)
    expect(() => withOptions(flags, options)).toThrow(says);
});

import { Readable, Writable } from "node:stream";
import { runProgram } from "../../src/cli/program.js";

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs the command in this process, from its arguments to its exit code: the start of a process takes longer than what
 * most commands do. Each file that uses it starts at least one real process too. Calls take turns, since each has the
 * process's streams, folder and environment for itself.
 */
export function command(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string | Buffer;
  } = {},
): Promise<Ran> {
  const ran = turn.then(() => alone(args, options));
  turn = ran.catch(() => undefined);
  return ran;
}

async function alone(
  args: readonly string[],
  { cwd = ".", env = {}, input }: NonNullable<Parameters<typeof command>[1]>,
): Promise<Ran> {
  const [out, err] = [new Kept(), new Kept()];
  const [folder, environment, exitCode] = [process.cwd(), process.env, process.exitCode];
  const streams = (["stdin", "stdout", "stderr"] as const).map(
    (name) => [name, Object.getOwnPropertyDescriptor(process, name) as PropertyDescriptor] as const,
  );
  const chunks = input === undefined || input.length === 0 ? [] : [Buffer.from(input)];
  const given = { stdin: Readable.from(chunks, { objectMode: false }), stdout: out, stderr: err };
  try {
    for (const [name, value] of Object.entries(given))
      Object.defineProperty(process, name, { value, configurable: true });
    process.chdir(cwd);
    process.env = { ...environment, ...env };
    process.exitCode = undefined;
    await runProgram(args);
    return { code: Number(process.exitCode ?? 0), out: out.text(), err: err.text() };
  } finally {
    for (const [name, descriptor] of streams) Object.defineProperty(process, name, descriptor);
    process.chdir(folder);
    process.env = environment;
    process.exitCode = exitCode;
  }
}

/** A stream that keeps what is written to it. */
class Kept extends Writable {
  private readonly parts: Buffer[] = [];

  override _write(part: Buffer, _: BufferEncoding, done: () => void): void {
    this.parts.push(part);
    done();
  }

  text(): string {
    return Buffer.concat(this.parts).toString("utf8");
  }
}

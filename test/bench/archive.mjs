// npm run bench:archive [-- GB [read | check]]: an archive of so many gigabytes, piped into the command and kept nowhere, and the memory it takes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { machine } from "./measure.mjs";
import { news } from "./news.mjs";

const GB = 1e9;
const size = Number(process.argv[2] ?? 1) * GB;
const command = process.argv[3] ?? "read";
const program = join(import.meta.dirname, "../../dist/esm/cli/main.js");

machine();
// A paragraph with figures, and nine of prose: the usual density of a newspaper. Numbered, so that no two are alike.
const { paragraphs } = news(2e6, 3);
const prose = paragraphs.filter((one) => !/[$%€£¥]|yuan/.test(one));
const documents = paragraphs.slice(0, 1000).map((one, at) => {
  const others = Array.from({ length: 9 }, (_, k) => prose[(at * 9 + k) % prose.length]);
  return [one, ...others].join("\n\n");
});

const child = spawn(process.execPath, [program, command, "-", "--from", "jsonl", "--quiet", "--jobs", "1"], {
  stdio: ["pipe", "pipe", "inherit"],
});
let printed = 0;
child.stdout.on("data", (piece) => {
  printed += piece.length;
});
child.stdin.on("error", () => {});
const ended = once(child, "exit");

/** Megabytes of the process now, and the most it had. */
function memory() {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1000;
  return { now: of("VmRSS"), peak: of("VmHWM") };
}

const start = performance.now();
let written = 0;
let number = 0;
let shown = 0;
const show = () => {
  const { now, peak } = memory();
  console.log(
    `${(written / 1e6).toFixed(0).padStart(6)} MB in ${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s: ${now.toFixed(0).padStart(5)} MB of memory, ${peak.toFixed(0)} MB at most`,
  );
};
while (written < size && child.exitCode === null) {
  let piece = "";
  for (let k = 0; k < 200; k++) {
    const text = `No. ${number}. ${documents[number % documents.length]}`;
    piece += `${JSON.stringify({ id: String(number++), text })}\n`;
  }
  written += Buffer.byteLength(piece);
  if (!child.stdin.write(piece)) await Promise.race([once(child.stdin, "drain"), ended]);
  if (written >= shown) {
    show();
    shown += size / 20;
  }
}
show();
child.stdin.end();
const [code] = await ended;
console.log(`${number} documents, ${(printed / 1e6).toFixed(1)} MB printed, exit code ${code}`);

// npm run bench:lab: `trade-figures lab` in a new project, from the command to a Lab on the screen, and from a new
// notebook to the output of its first cell, in Chromium. The first round of a project is its cold start; then it is
// started by turns for a browser that has shown it before, as a user's has, and for one that has not.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { machine, median } from "./measure.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PATIENCE = 120_000;
const root = resolve(".");
const command = join(root, "dist/esm/cli/main.js");
const programs = join(root, ".venv", process.platform === "win32" ? "Scripts" : "bin");
const CELL = 'import { figure } from "trade-figures";\nString(figure("42.64bn yuan").interval.lower)';

machine();
const home = mkdtempSync(join(tmpdir(), "trade-figures-lab-"));
const project = join(home, "project");
execFileSync(process.execPath, [command, "new", project], { stdio: "ignore" });
symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const options = { executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] };
const viewport = { width: 1280, height: 900 };
// What a browser keeps belongs to an address, and Lab's is the same from start to start.
const port = await freePort();
const browser = await chromium.launch(options);
const usual = await chromium.launchPersistentContext(join(home, "profile"), { ...options, viewport });
try {
  const cold = await start(0, usual);
  const warm = [];
  const fresh = [];
  for (let round = 1; round <= ROUNDS; round++) {
    warm.push(await start(2 * round - 1, usual));
    const context = await browser.newContext({ viewport });
    fresh.push(await start(2 * round, context));
    await context.close();
  }
  const s = (ms) => `${(ms / 1000).toFixed(1)} s`;
  for (const name of Object.keys(cold)) {
    const of = (rounds) => {
      const times = rounds.map((one) => one[name]);
      return `${s(median(times))} (${s(Math.min(...times))} to ${s(Math.max(...times))})`;
    };
    console.log(`${name}: ${of(warm)}, in a new browser ${of(fresh)}, in a new project ${s(cold[name])}`);
  }
} finally {
  await usual.close();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

async function start(round, context) {
  const runtime = join(home, `runtime-${round}`);
  const begun = performance.now();
  const since = (from) => performance.now() - from;
  const lab = spawn(
    process.execPath,
    [
      command,
      "lab",
      "--no-browser",
      "--allow-root",
      `--port=${port}`,
      "--ip=127.0.0.1",
      "--IdentityProvider.token=bench",
    ],
    {
      cwd: project,
      stdio: "ignore",
      env: {
        ...process.env,
        PATH: [programs, process.env.PATH].join(delimiter),
        HOME: home,
        JUPYTER_CONFIG_DIR: join(home, "config"),
        JUPYTER_RUNTIME_DIR: runtime,
        JUPYTERLAB_SETTINGS_DIR: join(home, "settings"),
        JUPYTERLAB_WORKSPACES_DIR: join(home, `workspaces-${round}`),
      },
    },
  );
  const ended = new Promise((done) => lab.once("exit", done));
  const url = await answering(lab, runtime);
  const server = since(begun);
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${url}lab?token=bench`);
    const card = page.locator('.jp-LauncherCard[data-category="Notebook"]', {
      hasText: "TypeScript (trade-figures)",
    });
    await card.waitFor();
    const shown = since(begun);
    const asked = performance.now();
    await card.click();
    const editor = page.locator(".jp-Notebook .jp-CodeCell .cm-content").first();
    await editor.click();
    await editor.fill(CELL);
    // JupyterLab drops what is run before it has a kernel.
    await page.getByText("TypeScript (trade-figures) | Idle").waitFor();
    await page.keyboard.press("Shift+Enter");
    const run = performance.now();
    const output = page.locator(".jp-OutputArea-output").first();
    await output.waitFor();
    assert.match(await output.textContent(), /42635000000/);
    return {
      "lab to an answering server": server,
      "lab to a Lab on the screen": shown,
      "new notebook to its first output": since(asked),
      "first cell run to its output": since(run),
    };
  } finally {
    await page.close();
    await fetch(`${url}api/shutdown`, { method: "POST", headers: { Authorization: "token bench" } });
    await ended;
  }
}

async function answering(lab, runtime) {
  for (let waited = 0; waited < PATIENCE; waited += 20) {
    assert.equal(lab.exitCode, null, "JupyterLab ended");
    const file = names(runtime).find((name) => /^jpserver-.*\.json$/.test(name));
    const text = file === undefined ? "" : readFileSync(join(runtime, file), "utf8");
    // The server may still be writing its file.
    if (text.trimEnd().endsWith("}")) {
      const { url } = JSON.parse(text);
      const status = await fetch(`${url}api/status?token=bench`).catch(() => undefined);
      if (status?.ok) return url;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("JupyterLab did not start in time");
}

function names(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

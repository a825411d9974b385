import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Cell, parseNotebook } from "../../src/notebook/index.js";
import { jupyter } from "../support/jupyter.js";
import { chromiumForTests, launch, PATIENCE } from "./chromium.js";

const found = jupyter();
const program = chromiumForTests();
/** Where the screenshot is kept; CI may publish the folder. */
const SCREENSHOT = resolve("artefacts/jupyterlab.png");

test.runIf(found !== undefined && program !== undefined)(
  "in JupyterLab 4 a notebook runs, its chart shows and answers the pointer, and dollars are no mathematics",
  async () => {
    // Inside the project, where a notebook finds the package by its name.
    const folder = mkdtempSync(resolve("notebooks/.test-"));
    const home = mkdtempSync(join(tmpdir(), "trade-figures-lab-"));
    copyNotebook("01-yuan-and-dollars.ipynb", folder);
    writeNotebook([...cellsWithMoney(), MATHEMATICS], join(folder, "money.ipynb"));
    const { server, address } = await startLab(found as NonNullable<typeof found>, folder, home);
    const browser = await launch(program as string);
    try {
      // High enough for the whole notebook: JupyterLab leaves out what is scrolled away.
      const page = await browser.newPage({ viewport: { width: 1280, height: 6000 } });
      await page.goto(address("lab/tree/notebook.ipynb"));
      await page.getByRole("heading", { name: "Yuan and dollars" }).waitFor();
      await page.getByText("TypeScript (trade-figures) | Idle").waitFor();
      await page.getByRole("menuitem", { name: "Run", exact: true }).click();
      await page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
      const outputs = page.locator(".jp-OutputArea-output");
      await outputs.getByText("every sentence of the answer holds").waitFor();
      // Each output under its own cell: "Run all" sends all cells at once.
      for (const [code, selector] of [
        ["await show(tested,", "table"],
        ["rateBandChart(implied", ".js-plotly-plot .main-svg"],
        ["baselineChart(before", ".js-plotly-plot .main-svg"],
        ["growthBridgeChart(", ".js-plotly-plot .main-svg"],
      ] as const) {
        const cell = page.locator(".jp-CodeCell", { hasText: code });
        await cell.locator(".jp-OutputArea-output").locator(selector).first().waitFor();
      }
      expect(await page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count()).toBe(0);
      await hover(page);
      mkdirSync(dirname(SCREENSHOT), { recursive: true });
      await page.screenshot({ path: SCREENSHOT });
      expect(await page.locator(".hoverlayer .hovertext").first().textContent()).toMatch(/\d/);
      // What is mathematics is set as such, once for each notebook; dollars are not.
      const [mathematics, here] = [page.locator("mjx-container"), ".jp-NotebookPanel:not(.lm-mod-hidden)"];
      await mathematics.first().waitFor();
      expect(await page.locator(here).getByText("were $9.6bn, and imports $11.5bn").count()).toBe(1);
      expect(await mathematics.count()).toBe(1);
      await page.locator(".jp-DirListing-item", { hasText: "money.ipynb" }).dblclick();
      const money = page.locator(here).filter({ hasText: "“$9.6bn” plus “$11.53bn” is" });
      await money.locator("mjx-container").first().waitFor();
      expect(await money.locator("mjx-container").count()).toBe(1);
    } finally {
      await browser.close();
      server.kill();
      for (const one of [folder, home]) rmSync(one, { recursive: true, force: true });
    }
  },
);

/** Moves the pointer onto a point of a chart. */
async function hover(page: Page): Promise<void> {
  const box = await page.locator(".js-plotly-plot .scatterlayer .point").first().boundingBox();
  if (box === null) throw new Error("no point of the chart is visible");
  await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.locator(".hoverlayer .hovertext").first().waitFor();
}

const opened = (name: string) => parseNotebook(readFileSync(join("notebooks", name), "utf8"), name);
const MATHEMATICS: Cell = { cell_type: "markdown", id: "mathematics", metadata: {}, source: ["$x^2$"] };
const SAID = `await say\`Exports were \${figure("$9.6bn")}, and imports \${figure("$11.5bn")}.\`;`;

/** The notebook without its outputs, so that what shows was run; with a sentence of two amounts, and mathematics. */
function copyNotebook(name: string, folder: string): void {
  const cells = opened(name).cells.map((cell) => (cell.outputs ? { ...cell, outputs: [] } : cell));
  const said = `import { say } from "trade-figures/notebook";\n${SAID}`;
  const more: Cell = { cell_type: "code", id: "said", metadata: {}, source: [said], outputs: [] };
  writeNotebook([...cells, more, MATHEMATICS], join(folder, "notebook.ipynb"));
}

/** The cells of all notebooks which show a dollar sign, with their outputs as they are kept. */
function cellsWithMoney(): Cell[] {
  return readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .flatMap((name) => opened(name).cells)
    .map((cell) => (cell.outputs ? { ...cell, source: [] } : cell))
    .filter((cell) => JSON.stringify(cell.outputs ?? cell.source).includes("$"))
    .map((cell, at) => ({ ...cell, id: `money-${at}` }));
}

/** A notebook for the project's kernel. */
function writeNotebook(cells: readonly Cell[], path: string): void {
  const kernelspec = {
    name: "trade-figures",
    display_name: "TypeScript (trade-figures)",
    language: "typescript",
  };
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(path, JSON.stringify(notebook));
}

async function startLab(lab: NonNullable<typeof found>, folder: string, home: string) {
  const server: ChildProcess = spawn(
    lab.python,
    [
      ...["-m", "jupyter", "lab", "--no-browser", "--allow-root", "--port=0", "--ip=127.0.0.1"],
      ...["--IdentityProvider.token=probe", `--ServerApp.root_dir=${folder}`],
    ],
    {
      stdio: "ignore",
      env: {
        ...lab.env,
        HOME: home,
        JUPYTER_CONFIG_DIR: join(home, "config"),
        JUPYTER_RUNTIME_DIR: join(home, "runtime"),
        JUPYTERLAB_SETTINGS_DIR: join(home, "settings"),
        JUPYTERLAB_WORKSPACES_DIR: join(home, "workspaces"),
      },
    },
  );
  const runtime = join(home, "runtime");
  for (let waited = 0; waited < PATIENCE; waited += 200) {
    if (server.exitCode !== null) throw new Error(`JupyterLab ended with ${server.exitCode}`);
    const file = names(runtime).find((name) => /^jpserver-.*\.json$/.test(name));
    if (file !== undefined) {
      const { url } = JSON.parse(readFileSync(join(runtime, file), "utf8")) as { url: string };
      return { server, address: (path: string) => `${url}${path}?token=probe` };
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  server.kill();
  throw new Error("JupyterLab did not start in time");
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

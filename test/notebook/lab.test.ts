import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { parseNotebook } from "../../src/notebook/index.js";
import { jupyter } from "../support/once.js";
import { chromiumForTests, launch, PATIENCE } from "./chromium.js";

const found = await jupyter();
const program = chromiumForTests();
/** Where the screenshot is kept; CI may publish the folder. */
const SCREENSHOT = resolve("artefacts/jupyterlab.png");

test.runIf(found !== undefined && program !== undefined)(
  "in JupyterLab 4 a notebook runs, its chart shows and answers the pointer",
  async () => {
    // Inside the project, where a notebook finds the package by its name.
    const folder = mkdtempSync(resolve("notebooks/.test-"));
    const home = mkdtempSync(join(tmpdir(), "trade-figures-lab-"));
    copyNotebook("01-yuan-and-dollars.ipynb", folder);
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

/** The notebook without its outputs, so that what shows was run; and for the project's kernel. */
function copyNotebook(name: string, folder: string): void {
  const notebook = parseNotebook(readFileSync(join("notebooks", name), "utf8"), name);
  const kernelspec = {
    name: "trade-figures",
    display_name: "TypeScript (trade-figures)",
    language: "typescript",
  };
  const cells = notebook.cells.map((cell) => (cell.outputs ? { ...cell, outputs: [] } : cell));
  writeFileSync(
    join(folder, "notebook.ipynb"),
    JSON.stringify({ ...notebook, cells, metadata: { ...notebook.metadata, kernelspec } }),
  );
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

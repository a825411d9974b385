import { save } from "../../src/notebook/picture/index.js";
import { gallery } from "../gallery-charts.js";

/** Saves charts of the gallery in every form into a folder. */
export async function saveAll(folder: string, every: number): Promise<void> {
  for (const [name, make] of Object.entries(gallery).filter((_, at) => at % every === 0)) {
    for (const ending of ["svg", "png", "pdf", "html", "csv", "json"])
      await save(make(), `${folder}/${name}.${ending}`);
  }
}

// Run in a fresh process by the test that compares two runs.
const folder = process.env["TRADE_FIGURES_TEST_FOLDER"];
if (folder !== undefined) await saveAll(folder, Number(process.env["TRADE_FIGURES_TEST_EVERY"]));

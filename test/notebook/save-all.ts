// Saves charts in every form into a folder: run in a fresh process by the test that compares two runs.
import { save } from "../../src/notebook/picture/index.js";
import { gallery } from "../gallery-charts.js";

const folder = process.env["TRADE_FIGURES_TEST_FOLDER"] as string;
const every = Number(process.env["TRADE_FIGURES_TEST_EVERY"]);
for (const [name, make] of Object.entries(gallery).filter((_, at) => at % every === 0)) {
  for (const ending of ["svg", "png", "pdf", "html", "csv", "json"])
    await save(make(), `${folder}/${name}.${ending}`);
}

// Draws every chart in both themes at the widths of a phone and a desk, for looking at: npm run gallery [name…]
import { save } from "../src/notebook/picture/save.js";
import { gallery } from "./gallery-charts.js";

const folder = "report/gallery";
const asked = process.argv.slice(2);
for (const [name, make] of Object.entries(gallery)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const theme of ["light", "dark"] as const) {
    for (const width of [375, 1280])
      await save(make(), `${folder}/${name}-${theme}-${width}.png`, { theme, width, scale: 1 });
  }
  await save(make(), `${folder}/${name}.html`);
  console.log(name);
}

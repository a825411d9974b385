// Draws every chart in both themes at the widths of a phone and a desk, for looking at: npm run gallery [name…]
import { save } from "../src/notebook/picture/save.js";
import { gallery } from "./gallery-charts.js";

const folder = "report/gallery";
// Under `node -e` the first argument is no file.
const asked = process.argv.slice(1).filter((name) => Object.hasOwn(gallery, name));
for (const [name, make] of Object.entries(gallery)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const theme of ["light", "dark"] as const) {
    for (const width of [375, 1280])
      await save(make(), `${folder}/${name}-${theme}-${width}.png`, { theme, width, scale: 1 });
  }
  await save(make(), `${folder}/${name}.html`);
  console.log(name);
}

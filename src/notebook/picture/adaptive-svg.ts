import { light, palettes } from "../../chart/style.js";

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ");

/**
 * Makes a light SVG follow its reader's theme: each colour of the palette becomes a CSS variable with a dark form.
 * Browsers alone read it so; pictures for files keep plain colours.
 */
export function adaptiveSvg(svg: string): string {
  const names = Object.entries(light).map(([name, colour]) => ({
    name,
    colour,
    text: `rgb(${rgb(colour)})`,
  }));
  const variables = (palette: Readonly<Record<string, string>>) =>
    Object.entries(palette)
      .map(([name, colour]) => `--${name}:${colour}`)
      .join(";");
  const style = `<style>svg{${variables(light)}}@media(prefers-color-scheme:dark){svg{${variables(palettes.dark)}}}</style>`;
  const painted = names.reduce(
    (text, { name, colour, text: written }) =>
      text
        .replaceAll(written, `var(--${name})`)
        .replace(new RegExp(`(style="[^"]*)${colour}`, "g"), `$1var(--${name})`),
    svg,
  );
  return painted.replace(/^<svg[^>]*>/, (start) => `${start}${style}`);
}

/**
 * The house style. Each colour has one part to play, a light and a dark form, and no two parts share a form, so that a
 * drawing made in light colours can be turned into a dark one by exchanging colours alone (see `themed`).
 * The five data colours start from Okabe and Ito's; their lightness was spread until they stay apart for readers with
 * protanopia, deuteranopia and tritanopia, at 3:1 or more against the paper. Text has 4.5:1 or more. A test measures both.
 */
export const light = {
  paper: "#ffffff",
  ink: "#1c1f24",
  muted: "#555b66",
  axis: "#8a9099",
  grid: "#e4e6ea",
  band: "#dbe5f6",
  land: "#eceae4",
  shore: "#a9a69c",
  blue: "#1b4aa5",
  orange: "#e0660b",
  teal: "#00a396",
  plum: "#66124f",
  grey: "#73707a",
} as const;

export type ColourName = keyof typeof light;
export type Theme = "light" | "dark";
export type Palette = Readonly<Record<ColourName, string>>;

export const dark: Palette = {
  paper: "#14181d",
  ink: "#f1f3f5",
  muted: "#b3bac4",
  axis: "#7d858f",
  grid: "#2b3138",
  band: "#223350",
  land: "#262b2f",
  shore: "#5d666d",
  blue: "#5aaaff",
  orange: "#ff9f1a",
  teal: "#86fad2",
  plum: "#b07fa6",
  grey: "#696d77",
};

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark };

/** The colours that tell series apart, in the order of use; `grey` is for what is context. */
export const seriesColours = ["blue", "orange", "teal", "plum"] as const satisfies readonly ColourName[];

/** Inter is shipped with the package (SIL Open Font Licence); the others stand in where a front-end draws by itself. No quotes: plotly's SVG garbles them. */
export const fontFamily = "Inter, Helvetica Neue, Arial, sans-serif";

/** Nothing is set below 12 pixels: a chart is read on a phone as well. Small words are told apart by their colour. */
export const size = { title: 17, text: 13, label: 12, small: 12 } as const;

/** Lines are 1.3 times the size of the letters: plotly's own line height. */
export const lineHeight = 1.3;

export type Layout = "wide" | "narrow";

/** The narrowest width in pixels that each layout is made for. A 375-pixel phone leaves 343 beside a page's margins. */
export const designWidth: Readonly<Record<Layout, number>> = { wide: 700, narrow: 343 };

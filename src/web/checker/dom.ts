type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and children; text goes in as text, never as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  put(element, attributes, children);
  return element;
}

export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag) as SVGElement;
  put(element, attributes, children);
  return element;
}

function put(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
}

/** A row of a table that is a card on a narrow screen: each cell with the name of its column; the roles stay. */
export function row(names: readonly string[], ...cells: readonly HTMLElement[]): HTMLElement {
  for (const [at, cell] of cells.entries()) {
    cell.setAttribute("role", "cell");
    cell.dataset["label"] = names[at] ?? "";
  }
  return h("tr", { role: "row" }, ...cells);
}

/** The names of the columns of such a table. */
export const head = (names: readonly string[]): HTMLElement =>
  h("tr", { role: "row" }, ...names.map((name) => h("th", { scope: "col", role: "columnheader" }, name)));

/** A button that does something. */
export function button(text: string, classes: string, does: () => void): HTMLButtonElement {
  const made = h("button", { type: "button", class: classes }, text);
  made.addEventListener("click", does);
  return made;
}

/** The element of the page with that id. */
export function at<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text for the page: characters that would turn or hide what is after them are shown as a sign. */
export function visible(text: string): string {
  return text.replace(CONTROLS, "\u25a1");
}

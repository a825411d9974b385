import { type Fits, selector } from "./selector.js";
import { Style } from "./style.js";

// The part of the DOM that plotly draws with, and no more: a general one takes three times as long for a chart.

const spaces = {
  svg: "http://www.w3.org/2000/svg",
  html: "http://www.w3.org/1999/xhtml",
  xlink: "http://www.w3.org/1999/xlink",
  xml: "http://www.w3.org/XML/1998/namespace",
} as const;

export class DomText {
  readonly nodeType = 3;
  readonly nodeName = "#text";
  parentNode: DomElement | null = null;
  previousSibling: DomNode | null = null;
  nextSibling: DomNode | null = null;
  constructor(
    readonly ownerDocument: DomDocument,
    public data: string,
  ) {}
  get textContent(): string {
    return this.data;
  }
  get nodeValue(): string {
    return this.data;
  }
  cloneNode(): DomText {
    return new DomText(this.ownerDocument, this.data);
  }
}

export type DomNode = DomElement | DomText;

const isElement = (node: DomNode | null): node is DomElement => node !== null && node.nodeType === 1;

export class DomElement {
  readonly nodeType = 1;
  parentNode: DomElement | null = null;
  previousSibling: DomNode | null = null;
  nextSibling: DomNode | null = null;
  firstChild: DomNode | null = null;
  lastChild: DomNode | null = null;
  private readonly attributes = new Map<string, string>();
  private ownStyle: Style | undefined;

  constructor(
    readonly ownerDocument: DomDocument,
    readonly namespaceURI: string,
    readonly localName: string,
  ) {}

  get tagName(): string {
    return this.localName;
  }
  get nodeName(): string {
    return this.localName;
  }

  // Attributes

  getAttribute(name: string): string | null {
    if (name === "style" && this.ownStyle !== undefined) return this.ownStyle.cssText;
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }
  setAttribute(name: string, value: unknown): void {
    if (name === "style") this.style.cssText = String(value);
    else this.attributes.set(name, String(value));
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
    if (name === "style") this.ownStyle = undefined;
  }
  getAttributeNS(space: string | null, name: string): string | null {
    return this.getAttribute(prefixed(space, name));
  }
  setAttributeNS(space: string | null, name: string, value: unknown): void {
    this.setAttribute(prefixed(space, name), value);
  }
  removeAttributeNS(space: string | null, name: string): void {
    this.removeAttribute(prefixed(space, name));
  }
  get id(): string {
    return this.getAttribute("id") ?? "";
  }
  set id(value: string) {
    this.setAttribute("id", value);
  }
  get className(): string {
    return this.getAttribute("class") ?? "";
  }
  set className(value: string) {
    this.setAttribute("class", value);
  }
  hasClass(name: string): boolean {
    const own = this.attributes.get("class");
    if (own === undefined || own.length < name.length) return false;
    return own === name || own.split(/\s+/).includes(name);
  }
  get style(): Style {
    if (this.ownStyle === undefined) {
      this.ownStyle = new Style();
      this.attributes.set("style", ""); // its place among the attributes
    }
    return this.ownStyle;
  }
  /** A property of its own style. */
  declared(property: string): string {
    return this.ownStyle?.getPropertyValue(property) ?? "";
  }

  // The tree

  get childNodes(): DomNode[] {
    const all: DomNode[] = [];
    for (let at = this.firstChild; at !== null; at = at.nextSibling) all.push(at);
    return all;
  }
  get children(): DomElement[] {
    return this.childNodes.filter(isElement);
  }
  get parentElement(): DomElement | null {
    return this.parentNode;
  }
  get firstElementChild(): DomElement | null {
    let at = this.firstChild;
    while (at !== null && !isElement(at)) at = at.nextSibling;
    return at;
  }
  get nextElementSibling(): DomElement | null {
    let at = this.nextSibling;
    while (at !== null && !isElement(at)) at = at.nextSibling;
    return at;
  }
  get previousElementSibling(): DomElement | null {
    let at = this.previousSibling;
    while (at !== null && !isElement(at)) at = at.previousSibling;
    return at;
  }
  contains(node: DomNode | null): boolean {
    for (let at = node; at !== null; at = at.parentNode) if (at === this) return true;
    return false;
  }
  insertBefore<T extends DomNode>(node: T, before: DomNode | null): T {
    if ((node as DomNode) === before) return node;
    node.parentNode?.removeChild(node);
    const after = before === null ? this.lastChild : before.previousSibling;
    node.parentNode = this;
    node.previousSibling = after;
    node.nextSibling = before;
    if (after === null) this.firstChild = node;
    else after.nextSibling = node;
    if (before === null) this.lastChild = node;
    else before.previousSibling = node;
    return node;
  }
  appendChild<T extends DomNode>(node: T): T {
    return this.insertBefore(node, null);
  }
  append(...nodes: (DomNode | string)[]): void {
    for (const node of nodes)
      this.appendChild(typeof node === "string" ? new DomText(this.ownerDocument, node) : node);
  }
  removeChild<T extends DomNode>(node: T): T {
    const { previousSibling: left, nextSibling: right } = node;
    if (left === null) this.firstChild = right;
    else left.nextSibling = right;
    if (right === null) this.lastChild = left;
    else right.previousSibling = left;
    node.parentNode = node.previousSibling = node.nextSibling = null;
    return node;
  }
  replaceChild<T extends DomNode>(node: DomNode, old: T): T {
    this.insertBefore(node, old);
    return this.removeChild(old);
  }
  replaceWith(node: DomNode): void {
    this.parentNode?.replaceChild(node, this);
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  cloneNode(deep = false): DomElement {
    const copy = this.ownerDocument.createElementNS(this.namespaceURI, this.localName);
    for (const [name] of this.attributes) copy.setAttribute(name, this.getAttribute(name));
    if (deep) for (const child of this.childNodes) copy.appendChild(child.cloneNode(true));
    return copy;
  }
  get textContent(): string {
    let text = "";
    for (let at = this.firstChild; at !== null; at = at.nextSibling) text += at.textContent;
    return text;
  }
  set textContent(text: unknown) {
    while (this.firstChild !== null) this.removeChild(this.firstChild);
    const written = String(text ?? "");
    if (written !== "") this.append(written);
  }
  /** No markup is read here: a figure's own text never becomes elements. */
  set innerHTML(text: unknown) {
    this.textContent = text;
  }

  // Finding

  matches(text: string): boolean {
    return selector(text)(this);
  }
  closest(text: string): DomElement | null {
    const fits = selector(text);
    for (let at: DomElement | null = this; at !== null; at = at.parentNode) if (fits(at)) return at;
    return null;
  }
  querySelector(text: string): DomElement | null {
    return first(this, selector(text));
  }
  querySelectorAll(text: string): DomElement[] {
    return every(this, selector(text), []);
  }
  getElementsByTagName(name: string): DomElement[] {
    return this.querySelectorAll(name);
  }

  // A picture has no reader who points at it.
  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true;
  }
  /** Rules of a style sheet are for what a reader points at. */
  get sheet() {
    return { insertRule: () => undefined };
  }
  getContext(): null {
    return null;
  }
  getBoundingClientRect() {
    return { x: 0, y: 0, left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
  }

  /** As XML: what XMLSerializer writes for an element of a page. */
  get xml(): string {
    const space = this.namespaceURI !== this.parentNode?.namespaceURI && !this.attributes.has("xmlns");
    let text = `<${this.localName}${space ? ` xmlns="${this.namespaceURI}"` : ""}`;
    for (const [name] of this.attributes) text += ` ${name}="${inAttribute(this.getAttribute(name) ?? "")}"`;
    if (this.firstChild === null) return `${text}/>`;
    text += ">";
    for (let at = this.firstChild as DomNode | null; at !== null; at = at.nextSibling)
      text += isElement(at) ? at.xml : inText(at.data);
    return `${text}</${this.localName}>`;
  }
}

export class DomDocument {
  readonly nodeType = 9;
  readonly documentElement: DomElement;
  readonly head: DomElement;
  readonly body: DomElement;
  defaultView: unknown;

  /** @param svgElement how elements of an SVG are made: with sizes, where something knows them */
  constructor(readonly svgElement: typeof DomElement = DomElement) {
    this.documentElement = this.createElement("html");
    this.head = this.documentElement.appendChild(this.createElement("head"));
    this.body = this.documentElement.appendChild(this.createElement("body"));
  }
  createElement(name: string): DomElement {
    return new DomElement(this, spaces.html, name.toLowerCase());
  }
  createElementNS(space: string, name: string): DomElement {
    return new (space === spaces.svg ? this.svgElement : DomElement)(this, space, name);
  }
  createTextNode(text: string): DomText {
    return new DomText(this, text);
  }
  getElementById(id: string): DomElement | null {
    return this.documentElement.querySelector(`#${id}`);
  }
  querySelector(text: string): DomElement | null {
    const fits = selector(text);
    return fits(this.documentElement) ? this.documentElement : first(this.documentElement, fits);
  }
  querySelectorAll(text: string): DomElement[] {
    const fits = selector(text);
    return every(this.documentElement, fits, fits(this.documentElement) ? [this.documentElement] : []);
  }
  addEventListener(): void {}
  removeEventListener(): void {}
}

function first(element: DomElement, fits: Fits): DomElement | null {
  for (let at = element.firstChild; at !== null; at = at.nextSibling) {
    if (!isElement(at)) continue;
    const found = fits(at) ? at : first(at, fits);
    if (found !== null) return found;
  }
  return null;
}

function every(element: DomElement, fits: Fits, found: DomElement[]): DomElement[] {
  for (let at = element.firstChild; at !== null; at = at.nextSibling) {
    if (!isElement(at)) continue;
    if (fits(at)) found.push(at);
    every(at, fits, found);
  }
  return found;
}

function prefixed(space: string | null, name: string): string {
  if (name.includes(":")) return name;
  if (space === spaces.xlink) return `xlink:${name}`;
  return space === spaces.xml ? `xml:${name}` : name;
}

const written: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};
const inText = (text: string): string => text.replace(/[&<>]/g, (sign) => written[sign] as string);
const inAttribute = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (sign) => written[sign] as string);

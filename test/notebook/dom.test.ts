import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { DomDocument, type DomElement } from "../../src/notebook/picture/dom.js";
import { svgTree } from "./svg-tree.js";

// jsdom is the oracle: what plotly asks of a document has one answer.

const space = "http://www.w3.org/2000/svg";
const page =
  `<svg xmlns="${space}" class="main-svg"><g class="a trace"><g class="trace"><path class="a" d="M0,0"/><clipPath id="c"><rect/></clipPath></g></g>` +
  `<text class="a-b trace a" data-index="3">t &amp; "u" &lt;</text><path style="fill: url(&quot;#c;d&quot;); stroke-width: 2px;"/></svg>`;
const theirs = () => {
  const { window } = new JSDOM(page, { contentType: "image/svg+xml" });
  return { root: window.document.documentElement, write: new window.XMLSerializer() };
};

test("elements find by a selector what jsdom finds", () => {
  const [plain, ours] = [theirs().root, svgTree(page)];
  for (const selector of [
    ..."g path clipPath .a .trace g.trace .a.trace .trace.a text.a .a-b none .none svg * #c".split(" "),
    ..."path:not([d])|[data-index]|g[class*=tra]|[class^=a]|[class=a]|path:first-child|g:hover".split("|"),
    ..."g > path|g>path|g path|.a g path|#c> rect|g,text|path,.trace,g|svg > .trace|:first-child".split("|"),
    '.a-b[data-index="3"]',
  ]) {
    const names = (found: Iterable<Element | DomElement>) =>
      [...found].map((one) => `${one.localName}.${one.getAttribute("class")}`);
    expect(names(ours.querySelectorAll(selector)), selector).toEqual(names(plain.querySelectorAll(selector)));
    expect(ours.querySelector(selector)?.localName, selector).toBe(plain.querySelector(selector)?.localName);
    const [one, two] = [ours, plain].map((root) => [...root.querySelectorAll("*")] as Element[]);
    expect(
      one?.map((element) => element.matches(selector)),
      selector,
    ).toEqual(two?.map((element) => element.matches(selector)));
  }
  for (const wrong of ["", "g:nth-child(2)", "g + g"]) expect(() => ours.querySelectorAll(wrong)).toThrow();
});

/** The same calls on either: what d3 makes of a chart. */
function changed(root: Element): void {
  const document = root.ownerDocument;
  const g = root.appendChild(document.createElementNS(space, "g"));
  g.setAttribute("class", "one two");
  g.style.setProperty("fill-opacity", "0.5");
  g.style.stroke = "red";
  g.style.removeProperty("fill-opacity");
  const text = document.createElementNS(space, "text");
  root.insertBefore(text, root.firstChild);
  text.textContent = 'an "é" <b> & one\nmore';
  text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
  text.setAttribute("title", 'say "it" <\t&');
  const copy = root.querySelector("text.a-b")!.cloneNode(true) as Element;
  g.appendChild(copy);
  g.insertBefore(text, copy); // moves
  copy.textContent = "";
  root.querySelector("clipPath")!.remove();
  const path = root.querySelector("path")!;
  path.replaceWith(document.createTextNode("gone"));
  path.removeAttribute("class");
  g.replaceChild(path, copy);
}

test("a tree that is built and changed is written as XMLSerializer writes it", () => {
  const { root, write } = theirs();
  const ours = svgTree(page);
  expect(ours.xml).toBe(write.serializeToString(root));
  changed(root);
  changed(ours as unknown as Element);
  expect(ours.xml).toBe(write.serializeToString(root));
  const kinds = (one: Element) => [
    one.childNodes.length,
    one.firstElementChild?.localName,
    one.lastChild?.nodeName,
    [...one.childNodes].map((node) => node.previousSibling?.nodeName),
    one.textContent,
    one.contains(one.firstElementChild),
  ];
  expect(kinds(ours as unknown as Element)).toEqual(kinds(root));
});

test("a figure's text never becomes elements", () => {
  const { body } = new DomDocument();
  body.innerHTML = "<img src=x onerror=alert(1)>";
  expect(body.children).toEqual([]);
  expect(body.xml).toContain("&lt;img");
});

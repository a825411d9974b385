import { Parser } from "htmlparser2";
import { DomDocument, type DomElement } from "../../src/notebook/picture/dom.js";

/** An SVG's text as the elements that pictures are drawn with. */
export function svgTree(svg: string): DomElement {
  const document = new DomDocument();
  let at = document.body;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        at = at.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));
        for (const [key, value] of Object.entries(attributes)) at.setAttribute(key, value);
      },
      ontext: (text) => at.append(text),
      onclosetag() {
        at = at.parentNode as DomElement;
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return document.body.firstElementChild as DomElement;
}

interface Element {
  readonly localName: string;
  readonly firstElementChild: Element | null;
  readonly nextElementSibling: Element | null;
  getAttribute(name: string): string | null;
}

type Select = (this: Element, selector: string) => unknown;

interface Selects {
  querySelector: Select;
  querySelectorAll: Select;
}

/** A name, classes, or both: `g.trace.bars`. */
const SIMPLE = /^([a-zA-Z]+)?((?:\.[\w-]+)*)$/;

/**
 * Lets elements find by name and class what lies in them by a walk: plotly asks so a thousand times a chart, and jsdom's
 * general way takes several times as long. Other selectors go that way as before.
 */
export function selectQuickly({ prototype }: { prototype: object }): void {
  const own = prototype as Selects;
  const { querySelector: one, querySelectorAll: all } = own;
  const known = new Map<string, ((element: Element) => boolean) | undefined>();
  const test = (selector: string) => {
    if (!known.has(selector)) known.set(selector, simple(selector));
    return known.get(selector);
  };
  own.querySelector = function (selector) {
    const fits = test(selector);
    return fits === undefined ? one.call(this, selector) : (inside(this, fits, [], true)[0] ?? null);
  };
  own.querySelectorAll = function (selector) {
    const fits = test(selector);
    return fits === undefined ? all.call(this, selector) : inside(this, fits, [], false);
  };
}

function simple(selector: string): ((element: Element) => boolean) | undefined {
  const [, name, classes = ""] = (selector !== "" && SIMPLE.exec(selector)) || [];
  if (name === undefined && classes === "") return undefined;
  const wanted = classes.split(".").slice(1);
  return (element) => {
    if (name !== undefined && element.localName !== name) return false;
    if (wanted.length === 0) return true;
    const own = element.getAttribute("class");
    if (own === null) return false;
    const has = own.split(/\s+/);
    return wanted.every((one) => has.includes(one));
  };
}

function inside(
  element: Element,
  fits: (element: Element) => boolean,
  found: Element[],
  first: boolean,
): Element[] {
  for (let at = element.firstElementChild; at !== null; at = at.nextElementSibling) {
    if (fits(at)) found.push(at);
    if (first && found.length > 0) break;
    inside(at, fits, found, first);
    if (first && found.length > 0) break;
  }
  return found;
}

/** What a selector asks of an element. */
export interface Selectable {
  readonly localName: string;
  readonly parentNode: Selectable | null;
  readonly previousElementSibling: Selectable | null;
  getAttribute(name: string): string | null;
  hasClass(name: string): boolean;
}

export type Fits = (element: Selectable) => boolean;

/** What one element must be: a name, an id, classes, attributes, its place. */
const PART =
  /([\w-]+|\*)|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:([*^]?=)"?([^"\]]*)"?)?\]|:not\(([^)]*)\)|:([\w-]+)/y;

const known = new Map<string, Fits>();

/** A selector as a question to an element: names, ids, classes, attributes, `:first-child`, `:not`, what lies in what. */
export function selector(text: string): Fits {
  let found = known.get(text);
  if (found === undefined) {
    if (known.size >= 2000) known.clear(); // ids of drawings that are long gone
    const ways = text.split(",").map((way) => steps(way.trim()));
    found = ways.length === 1 ? (ways[0] as Fits) : (element) => ways.some((fits) => fits(element));
    known.set(text, found);
  }
  return found;
}

/** `a b` and `a > b`, from right to left. */
function steps(way: string): Fits {
  const parts = way.replace(/\s*>\s*/g, " >").split(/\s+/);
  return parts.slice(1).reduce(
    (outer: Fits, part) => {
      const child = part.startsWith(">");
      const fits = one(child ? part.slice(1) : part);
      return (element) => {
        if (!fits(element)) return false;
        for (let at = element.parentNode; at !== null; at = at.parentNode) {
          if (outer(at)) return true;
          if (child) return false;
        }
        return false;
      };
    },
    one(parts[0] as string),
  );
}

function one(text: string): Fits {
  const tests: Fits[] = [];
  let at = 0;
  while (at < text.length) {
    PART.lastIndex = at;
    const found = PART.exec(text);
    if (found === null) break;
    at = PART.lastIndex;
    const [, name, id, className, attribute, how, value = "", not, place] = found;
    if (name !== undefined) {
      if (name !== "*") tests.push((element) => element.localName === name);
    } else if (id !== undefined) tests.push((element) => element.getAttribute("id") === id);
    else if (className !== undefined) tests.push((element) => element.hasClass(className));
    else if (attribute !== undefined) {
      tests.push((element) => {
        const own = element.getAttribute(attribute);
        if (own === null || how === undefined) return own !== null;
        return how === "=" ? own === value : how === "^=" ? own.startsWith(value) : own.includes(value);
      });
    } else if (not !== undefined) {
      const fits = selector(not);
      tests.push((element) => !fits(element));
    } else if (place === "first-child") tests.push((element) => element.previousElementSibling === null);
    else if (place === "hover") tests.push(() => false);
    else break;
  }
  if (text === "" || at < text.length) throw new SyntaxError(`no selector that a picture knows: ${text}`);
  return tests.length === 1 ? (tests[0] as Fits) : (element) => tests.every((fits) => fits(element));
}

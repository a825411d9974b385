/** `fill-opacity` as `fillOpacity`. */
const scripted = remembered((name) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));
const written = remembered((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

function remembered(make: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) {
      found = make(name);
      known.set(name, found);
    }
    return found;
  };
}

/** A declaration, whose value may hold semicolons in quotes or brackets. */
const DECLARATION = /([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])*)/g;

/** The inline style of an element. Its declarations are its own properties: `style.fill`. */
export class Style {
  [property: string]: unknown;

  setProperty(name: string, value: unknown): void {
    this[scripted(name)] = String(value);
  }

  getPropertyValue(name: string): string {
    const value = this[scripted(name)];
    return typeof value === "string" ? value : "";
  }

  removeProperty(name: string): void {
    delete this[scripted(name)];
  }

  get cssText(): string {
    let text = "";
    for (const name of Object.keys(this)) {
      const value = this[name];
      if (value !== "" && value != null) text += `${text && " "}${written(name)}: ${value};`;
    }
    return text;
  }

  set cssText(text: string) {
    for (const name of Object.keys(this)) delete this[name];
    for (const [, name = "", value = ""] of text.matchAll(DECLARATION)) this.setProperty(name, value.trim());
  }
}

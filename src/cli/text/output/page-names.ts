/** The names of pages in a folder: nothing in them can lead out of it, and no two are the same. */
export class PageNames {
  private readonly taken = new Map<string, number>([["index", 1]]);
  private readonly blocked: (file: string) => boolean;

  /** @param blocked whether a file of that name must be left alone */
  constructor(blocked: (file: string) => boolean = () => false) {
    this.blocked = blocked;
  }

  /** The file for the page of a document. */
  of(name: string): string {
    const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "");
    const short = tail(plain).replace(/^[.-]+/, "");
    const base = short === "" ? "text" : short;
    for (;;) {
      // Names that differ in capitals only are one file on some machines.
      const key = base.toLowerCase();
      const count = (this.taken.get(key) ?? 0) + 1;
      this.taken.set(key, count);
      const next = count === 1 ? base : `${base}-${count}`;
      if (count > 1) {
        if (this.taken.has(next.toLowerCase())) continue;
        this.taken.set(next.toLowerCase(), 1);
      }
      if (!this.blocked(`${next}.html`)) return `${next}.html`;
    }
  }
}

// Files count bytes, at most 255 of them, and a number and the ending have to fit too.
const MAX_BYTES = 200;

/** The end of a name: at most 80 characters, and as many bytes as a file system takes. */
function tail(name: string): string {
  const kept: string[] = [];
  let bytes = 0;
  for (const character of [...name].slice(-80).reverse()) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    kept.push(character);
  }
  return kept.reverse().join("");
}

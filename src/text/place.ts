/** Lines and columns of a text, both from 1; a column counts JavaScript string units, as editors do. */
export class Places {
  private readonly starts: number[] = [0];
  private readonly first: number;

  /** @param first the number of the first line, of a text that is a piece of another */
  constructor(text: string, first = 1) {
    this.first = first;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  of(offset: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + this.first, column: offset - (this.starts[low] as number) + 1 };
  }
}

export function trueProse(
  words: number,
  seed?: number,
): Generator<{ readonly text: string; readonly options: { readonly publishedOn?: string } }>;

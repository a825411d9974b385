export const questions: readonly { readonly id: string; readonly title: string }[];
export function amounts(count?: number): [yuan: string, rate: string][];
export function cents(row: readonly [yuan: string, rate: string] | readonly string[]): string;

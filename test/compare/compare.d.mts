type Answer =
  | string
  | readonly string[]
  | { readonly value?: string; readonly lower?: string; readonly upper?: string };
export type Answers = Readonly<Record<string, Answer>>;
export function askJavascript(): Promise<Answers>;
export function askPython(): Answers;
export function askR(): Answers;
export function judged(question: unknown, answer: object | string): string;

import type { Answers, judged } from "./compare.mjs";
export function rowsOf(question: unknown, answers: Answers, judge: typeof judged): string[];
export function pageOf(answers: Answers, judge: typeof judged): string;
export function codeShown(): string[];

import { type Sayable, type SayOptions, sentence } from "../../notation/say.js";
import { DISPLAY } from "./mime.js";
import { show } from "./show.js";

/**
 * A sentence as a notebook shows it: Markdown, with its dollar signs kept from being read as mathematics. A backslash
 * keeps JupyterLab from taking them out before Markdown is read, an element of their own from finding two in one text.
 */
async function tell(text: string): Promise<void> {
  const markdown = text.replace(/\\?\$/g, "<span>\\$</span>");
  await show({ [DISPLAY]: () => ({ "text/plain": text, "text/markdown": markdown }) });
}

/**
 * Shows a sentence whose figures come from results, each with the digits that its interval carries and the hedge that
 * it demands. Called with options it gives the same for another language or other digits.
 * @example await say`Trade was ${total}, up ${growth}.`
 * @example await say({ language: "zh" })`进口${imports}。`
 */
export function say(words: TemplateStringsArray, ...of: Sayable[]): Promise<void>;
export function say(options: SayOptions): (words: TemplateStringsArray, ...of: Sayable[]) => Promise<void>;
export function say(first: TemplateStringsArray | SayOptions, ...of: Sayable[]): unknown {
  if (Array.isArray(first)) return tell(sentence()(first as unknown as TemplateStringsArray, ...of));
  return (words: TemplateStringsArray, ...values: Sayable[]) =>
    tell(sentence(first as SayOptions)(words, ...values));
}

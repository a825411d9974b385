import type { RuleLanguage } from "../../language/rule.js";
import type { StoryLanguage } from "../../language/story.js";

/** What the language of the text knows of verbs and of sentences together. */
export interface Words {
  readonly story: StoryLanguage;
  readonly rules: RuleLanguage;
}

import type { RelationRule, RuleLanguage } from "../../language/rule.js";

const made = new WeakMap<readonly RelationRule[], Map<RuleLanguage, RuleLanguage>>();

/** A language's rules with a caller's own, which are tried beside them; the same lists give the same object. */
export function withRules(language: RuleLanguage, own: readonly RelationRule[] | undefined): RuleLanguage {
  if (own === undefined || own.length === 0) return language;
  const known = made.get(own) ?? new Map<RuleLanguage, RuleLanguage>();
  const found = known.get(language) ?? { ...language, rules: [...language.rules, ...own] };
  made.set(own, known.set(language, found));
  return found;
}

export { verify, verifyWitness } from "./certificate.js";
export { conflicts } from "./conflicts.js";
export { decide } from "./decide.js";
export { propagate } from "./enclose.js";
export { range } from "./range.js";
export type {
  Certificate,
  CertificateDefinition,
  CertificateLine,
  Conflict,
  Conflicts,
  Constraint,
  Decision,
  Enclosure,
  End,
  Limits,
  Range,
  RangeEnd,
  System,
  Term,
} from "./system.js";

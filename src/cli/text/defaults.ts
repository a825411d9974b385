import type { Settings } from "./types.js";

/** What a run does where nothing else is asked: checks texts, and wants nothing printed. */
export const DEFAULTS: Settings = {
  mode: "check",
  field: "text",
  idField: "id",
  explain: false,
  quiet: false,
  unread: false,
  colour: false,
  brief: false,
  wants: { text: false, json: false, page: false },
  // A book has less. A text that is figures from end to end takes hundreds of times its size in memory, and a text from
  // elsewhere may be one.
  maxBytes: 4 * 1024 * 1024,
  // A text of the largest size takes some seconds; what takes a minute was made to.
  maxSeconds: 60,
  maxMemory: 2048,
};

// What the builds of both pages do with a script, a style sheet and a table before they go into a page.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** A script's text as a script element can hold it: neither an end of one nor the start of a comment may stand in it. */
export const inScript = (text) =>
  text.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

/** Style sheets as one line, without comments. */
export const styleOf = (...paths) =>
  paths
    .map((path) => readFileSync(path, "utf8"))
    .join("\n")
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .trim();

/** The rows of a CSV file, by the names of its columns. */
export const rowsOf = (path) => parse(readFileSync(path, "utf8"), { columns: true });

/** The day that python-docx's template gives every document. */
const TEMPLATE = "2013-12-23";

/**
 * The day of a Word document by its properties (docProps/core.xml): the stretch from when it was made to when it was last
 * saved, 2024-05-13/2024-05-15, or the day where both are one.
 */
export function wordDay(xml: string): string | undefined {
  // A library that writes Word files leaves its own template's properties: they say nothing about this document.
  const [from, to] = ["created", "modified"]
    .map((name) => new RegExp(`<dcterms:${name}[^>]{0,200}>\\s*(\\d{4}-\\d\\d-\\d\\d)`).exec(xml)?.[1])
    .filter((day) => day !== undefined && day !== TEMPLATE);
  return from === undefined || to === undefined || from >= to ? (to ?? from) : `${from}/${to}`;
}

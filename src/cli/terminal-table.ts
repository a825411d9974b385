import Table from "cli-table3";

/** Rows under a header, without borders: it reads in a terminal and pastes into a mail. */
export function terminalTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const bare = Object.fromEntries(
    [
      "top",
      "top-mid",
      "top-left",
      "top-right",
      "bottom",
      "bottom-mid",
      "bottom-left",
      "bottom-right",
      "left",
      "left-mid",
    ]
      .concat(["mid", "mid-mid", "right", "right-mid"])
      .map((name) => [name, ""]),
  );
  const table = new Table({
    head: [...head],
    chars: { ...bare, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

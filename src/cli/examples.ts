/** Examples for the end of a command's help. */
export function examples(...commands: string[]): string {
  return `\nExamples:\n${commands.map((command) => `  $ trade-figures ${command}`).join("\n")}`;
}

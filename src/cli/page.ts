import { Command } from "commander";
import { packageFolder, writeWhole } from "../data/index.js";
import { checkerPage } from "../report/site.js";
import { examples } from "./examples.js";
import { print } from "./output.js";

export function pageCommand(): Command {
  return new Command("page")
    .description("write the checker as one file: a page that checks texts in any browser, without a network")
    .argument("[file]", "where to write it", "checker.html")
    .addHelpText("after", examples("page", "page ~/Desktop/checker.html"))
    .action((file: string) => {
      writeWhole(file, checkerPage(packageFolder()));
      print(`written: ${file}; open it in a browser, or give it to somebody`, undefined, false);
    });
}

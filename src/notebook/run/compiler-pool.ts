import { Child } from "./child-process.js";
import type { ToWorkshop } from "./compile-and-draw-process.js";

/** The processes that compile, one for each folder of notebooks: tslab's compiler belongs to where it was made. */
export class Compilers {
  private readonly folders = new Map<string, Child<ToWorkshop>>();

  in(folder: string): Child<ToWorkshop> {
    const child = this.folders.get(folder) ?? new Child<ToWorkshop>("compile-and-draw-process", [], folder);
    this.folders.set(folder, child);
    return child;
  }

  close(): void {
    for (const child of this.folders.values()) child.stop();
    this.folders.clear();
  }
}

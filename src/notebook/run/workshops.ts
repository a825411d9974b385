import { availableParallelism } from "node:os";
import { Child, Ended } from "./child-process.js";
import type { ToWorkshop } from "./compile-and-draw-process.js";
import { CompiledCells } from "./compiled-cells.js";
import { KeptDrawings, type ToDraw } from "./kept-drawings.js";
import { snapshot } from "./snapshot.js";

export type Workshop = Child<ToWorkshop>;

/** It takes a process as long to start as to draw ten charts: others start only where there are cores to spare for it. */
const DRAWING = Math.ceil(availableParallelism() / 2);
/** A chart that takes this long may have no end: another process draws what waits. */
const LONG_MS = 10_000;

/** The processes that serve all notebooks of a run: they are slow to start, and keep nothing of a notebook. */
export class Workshops {
  private readonly compilers = new Map<string, Workshop>();
  private readonly compiled = new Map<string, CompiledCells>();
  private readonly idle: Workshop[] = [];
  private readonly drawing = new Set<Workshop>();
  private readonly waiting: (() => void)[] = [];
  private drawn: KeptDrawings | undefined;

  /** The cells of a folder that earlier runs compiled. */
  cells(folder: string): CompiledCells {
    const cells = this.compiled.get(folder) ?? new CompiledCells(folder);
    this.compiled.set(folder, cells);
    return cells;
  }

  /** What compiles for a folder of notebooks: tslab's compiler belongs to where it was made. */
  compiler(folder: string): Workshop {
    const child =
      this.compilers.get(folder) ??
      new Child<ToWorkshop>("compile-and-draw-process", [], folder, undefined, snapshot());
    this.compilers.set(folder, child);
    return child;
  }

  /**
   * Draws in a process that draws nothing else meanwhile, so that a chart without end holds up no other notebook.
   * @param inUse is told which process that is, while it draws
   */
  async draw(asked: ToDraw, folder: string, inUse = new Set<Workshop>()): Promise<unknown> {
    this.drawn ??= new KeptDrawings();
    const known = this.drawn.find(asked);
    if (known !== undefined) return known;
    await this.turn();
    const child = this.idle.pop() ?? new Child<ToWorkshop>("compile-and-draw-process", [], folder);
    for (const set of [this.drawing, inUse]) set.add(child);
    try {
      const drawn = await child.ask(asked);
      this.idle.push(child);
      return drawn;
    } catch (error) {
      // One that ended is not asked again.
      if (!(error instanceof Ended)) this.idle.push(child);
      throw error;
    } finally {
      for (const set of [this.drawing, inUse]) set.delete(child);
      this.waiting.shift()?.();
    }
  }

  /** Waits for a process that draws nothing, or for the right to start one. */
  private async turn(): Promise<void> {
    let most = DRAWING;
    while (this.idle.length === 0 && this.drawing.size >= most) {
      await new Promise<void>((go) => {
        const late = setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(free), 1);
          most = availableParallelism();
          go();
        }, LONG_MS);
        const free = () => {
          clearTimeout(late);
          go();
        };
        this.waiting.push(free);
      });
    }
  }

  close(): void {
    for (const child of [...this.compilers.values(), ...this.idle, ...this.drawing]) child.stop();
  }
}

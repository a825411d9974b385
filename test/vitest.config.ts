import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Where test files wait for a kernel, a browser or a command: these begin first, and what is short fills the rest. */
const LONG = ["test/notebook/", "test/web/", "test/package/", "test/types/", "test/cli/", "test/report/"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((folder) => moduleId.includes(folder));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => turn(a) - turn(b));
  }
}

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/long/**"],
    // The files of a worker load the package once.
    isolate: false,
    // Most of a test's code runs a few times: V8 optimises it after nine times as much, for a fifth less processor time.
    execArgv: ["--interrupt-budget=600000"],
    globalSetup: ["test/support/setup.ts"],
    sequence: { sequencer: LongestFirst },
    // Many files wait for a kernel, a browser or a command: two workers more than there are cores.
    maxWorkers: Math.max(2, availableParallelism()) + 2,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});

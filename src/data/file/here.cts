// A CommonJS file in both builds: only there is __dirname, and both kinds of module can import it.
// No type annotation: vitest runs the sources, and does not strip types from a .cts file.
import { isAbsolute } from "node:path";

/** The folder that this file lies in; the working folder where a bundler has left nothing of it but a dot. */
export const here = isAbsolute(__dirname) ? __dirname : process.cwd();

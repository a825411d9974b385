// A CommonJS file in both builds: only there is __dirname, and both kinds of module can import it.
// No type annotation: vitest runs the sources, and does not strip types from a .cts file.
/** The folder that this file lies in. */
export const here = __dirname;

// Answers of z3 in a process of its own: its threads would keep a test's process alive.
//   node z3.mjs FILE      FILE: a JSON list of SMT-LIB scripts, each a system; prints a JSON list of [answer, milliseconds]
import { readFileSync } from "node:fs";
import { init } from "z3-solver";

const { Z3 } = await init();
const context = Z3.mk_context(Z3.mk_config());
const answers = [];
for (const script of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const start = performance.now();
  const text = `(reset)(set-option :timeout ${process.argv[3] ?? 60000})${script}(check-sat)`;
  const answer = await Z3.eval_smtlib2_string(context, text);
  answers.push([answer.trim(), performance.now() - start]);
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));

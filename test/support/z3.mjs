// Answers of z3 in a process of its own: its threads would keep a test's process alive.
//   node z3.mjs FILE [MILLISECONDS]     FILE: a JSON list of SMT-LIB scripts; prints a JSON list of [answer, milliseconds of processors]
import { readFileSync } from "node:fs";
import { init } from "z3-solver";

const [file, limit = "60000"] = process.argv.slice(2);
const { Z3 } = await init();
Z3.global_param_set("timeout", limit);
const context = Z3.mk_context(Z3.mk_config());
const answers = [];
for (const script of JSON.parse(readFileSync(file, "utf8"))) {
  const start = process.cpuUsage();
  const solver = Z3.mk_simple_solver(context);
  Z3.solver_inc_ref(context, solver);
  // Not `eval_smtlib2_string`: it reads its text in a thread, when the text may be gone.
  Z3.solver_from_string(context, solver, script);
  const answer = await Z3.solver_check(context, solver);
  Z3.solver_dec_ref(context, solver);
  const { user, system } = process.cpuUsage(start);
  answers.push([answer > 0 ? "sat" : answer < 0 ? "unsat" : "unknown", (user + system) / 1000]);
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));

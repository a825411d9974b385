import { jupyter } from "./jupyter.js";

/** Before any test: Jupyter in `.venv`, made once from requirements.txt. */
export default function setup(): void {
  jupyter();
}

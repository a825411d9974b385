import { writeFileSync } from "node:fs";
import { drawing } from "./rooms.js";

writeFileSync("src/rooms.svg", drawing());

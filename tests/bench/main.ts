import { benchChecker } from "./checker";
import { benchCompute } from "./compute";
import { benchFrame } from "./frame";
import { benchLoad } from "./load";

/** `npm run bench` measures everything, `npm run bench -- checker` one part; `frame` and `load` need `npm run build`. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  checker: benchChecker,
  compute: benchCompute,
  frame: benchFrame,
  load: benchLoad,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => parts[name] === undefined);
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(", ")}. Known are ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
console.log(`node ${process.version} on ${process.platform} ${process.arch}, ${new Date().toISOString().slice(0, 10)}`);
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  await part();
}

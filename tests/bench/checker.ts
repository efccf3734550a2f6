import { existsSync, readdirSync, readFileSync } from "node:fs";
import { checkDerivation } from "../../src/check/checkDerivation";
import { compileDerivation } from "../../src/derivation/compile";
import { coldStart } from "./coldStart";
import { judgeCorpus } from "./judgeCorpus";
import { judgeEdited } from "./judgeEdited";
import { judgeIdentities } from "./judgeIdentities";
import { judgeMutants } from "./judgeMutants";
import { benchSideBySide } from "./sideBySide";

const corpus = "../shared/corpus";
const identities = "../shared/reference/identities-dev.json";
const library = "src/library";

/** How often the checker is right: on known steps, on identities, on mutants of the library, and under many seeds. */
export async function benchChecker(): Promise<void> {
  for (const name of ["gold-dev", "mutants-dev"]) {
    const path = `${corpus}/${name}.jsonl`;
    if (!existsSync(path)) continue;
    const { misses, milliseconds, ...rest } = judgeCorpus(path);
    console.log(name, { ...rest, milliseconds: Math.round(milliseconds) });
    for (const miss of misses) console.log(`  ${miss}`);
  }
  if (existsSync(identities)) console.log("identities-dev", judgeIdentities(identities));
  const documents = readdirSync(library)
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(`${library}/${file}`, "utf8"));
  console.log("mutants of the library", judgeMutants(documents));
  console.log("library under 200 seeds", judgeSeeds(documents, 200));
  console.log("growth", growth());
  console.log("opened again", judgeEdited());
  console.log("first 20 displays of a process", await coldStart());
  await benchSideBySide(
    ["gold-dev", "mutants-dev"].map((name) => `${corpus}/${name}.jsonl`),
    documents,
  );
}

/** Steps that hold with seed 1 must hold with every seed. */
function judgeSeeds(
  documents: readonly string[],
  seeds: number,
): { readonly checks: number; readonly falseAlarms: number } {
  let checks = 0;
  let falseAlarms = 0;
  for (const text of documents) {
    const derivation = compileDerivation(text);
    const first = checkDerivation(derivation).verdicts;
    for (let seed = 2; seed <= seeds; seed += 1) {
      checkDerivation(derivation, { seed }).verdicts.forEach((verdict, at) => {
        if (first[at]?.kind !== "holds") return;
        checks += 1;
        if (verdict?.kind !== "holds") falseAlarms += 1;
      });
    }
  }
  return { checks, falseAlarms };
}

/** Milliseconds to compile and check documents of many displays. */
function growth(): Readonly<Record<string, number>> {
  const display = (at: number) => `$$\n(x_{${at}} + ${at})^2 = x_{${at}}^2 + ${2 * at} x_{${at}} + ${at * at}\n$$\n`;
  const times: Record<string, number> = {};
  for (const count of [20, 200, 1000, 2000]) {
    const text = Array.from({ length: count }, (_, at) => display(at + 1)).join("\n");
    const began = performance.now();
    checkDerivation(compileDerivation(text, { maxFormulas: 10_000, maxCharacters: 10_000_000 }));
    times[`${count} displays`] = Math.round(performance.now() - began);
  }
  return times;
}

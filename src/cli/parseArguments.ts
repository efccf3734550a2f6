import { parseArgs } from "node:util";
import { type Format, formats, type Invocation, type Misuse, type Options } from "./Options";

const declared = {
  format: { type: "string" },
  seed: { type: "string" },
  samples: { type: "string" },
  strict: { type: "boolean" },
  watch: { type: "boolean", short: "w" },
  quiet: { type: "boolean", short: "q" },
  gradients: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

type OptionName = keyof typeof declared;

/** Fewer points than the engine asks for before it says "holds" would leave every step unchecked. */
const samplesRange = { least: 24, most: 100_000 };
const defaultSeed = 1;
const seedRange = { least: 0, most: 0xffff_ffff };

/** Reads the words after the program's name; a leading `check` is the command and may be left out. */
export function parseArguments(words: readonly string[]): Invocation {
  const args = words[0] === "check" ? words.slice(1) : words;
  const { tokens } = parseArgs({ args, options: declared, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<OptionName, string | undefined>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind !== "option") continue;
    if (!isOptionName(token.name)) return misuse(unknownOption(token.rawName));
    if (declared[token.name].type === "boolean") {
      if (token.value !== undefined) return misuse({ code: "needless-value", option: token.rawName });
    } else if (token.value === undefined || (token.value.startsWith("--") && !token.inlineValue)) {
      return misuse({ code: "missing-value", option: token.rawName });
    }
    given.set(token.name, token.value);
  }
  if (given.has("help")) return { kind: "help" };
  if (given.has("version")) return { kind: "version" };
  return invocation(given, paths);
}

function invocation(given: ReadonlyMap<OptionName, string | undefined>, paths: readonly string[]): Invocation {
  const format = given.get("format") ?? "text";
  if (!isFormat(format)) return misuse({ code: "bad-format", value: format });
  const seed = wholeNumber("seed", given.get("seed"), seedRange);
  if (typeof seed === "object" && seed !== null) return misuse(seed);
  const samples = wholeNumber("samples", given.get("samples"), samplesRange);
  if (typeof samples === "object" && samples !== null) return misuse(samples);
  const options: Options = {
    format,
    seed: seed ?? defaultSeed,
    samples,
    strict: given.has("strict"),
    watch: given.has("watch"),
    quiet: given.has("quiet"),
    gradients: given.has("gradients"),
  };
  const fault = pathsMisuse(paths, options);
  return fault === null ? { kind: "check", options, paths } : misuse(fault);
}

function pathsMisuse(paths: readonly string[], options: Options): Misuse | null {
  const inputs = paths.filter((path) => path === "-").length;
  if (paths.length === 0) return { code: "no-files" };
  if (inputs > 1) return { code: "standard-input-twice" };
  return inputs > 0 && options.watch ? { code: "watched-input" } : null;
}

function wholeNumber(
  option: string,
  value: string | undefined,
  range: { readonly least: number; readonly most: number },
): number | null | Misuse {
  if (value === undefined) return null;
  const number = Number(value);
  const accepted = /^\d+$/.test(value) && number >= range.least && number <= range.most;
  return accepted ? number : { code: "bad-number", option: `--${option}`, value, ...range };
}

function misuse(fault: Misuse): Invocation {
  return { kind: "misuse", misuse: fault };
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(declared, name);
}

function isFormat(value: string): value is Format {
  return (formats as readonly string[]).includes(value);
}

/** The declared option that a mistyped one begins like, or is one slip away from. */
function unknownOption(rawName: string): Misuse {
  const typed = rawName.replace(/^-+/, "");
  const near = Object.keys(declared).find(
    (name) => typed.length > 1 && (name.startsWith(typed) || slipsApart(name, typed) <= 2),
  );
  return { code: "unknown-option", option: rawName, nearest: near === undefined ? null : `--${near}` };
}

/** Levenshtein distance. */
function slipsApart(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 0; i < left.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j++) {
      const swap = (row[j] ?? 0) + (left[i] === right[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

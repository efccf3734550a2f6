import type { Expression } from "../formula/Expression";
import { parseFormula } from "../formula/parse";
import type { Language } from "./readLine";

const member = "((?:\\\\[a-zA-Z]+\\s*)?(?:\\{[a-zA-Z]\\}|[a-zA-Z])?)";
const dots = "(?:\\\\[lc]?dots[bcmio]?|\\.\\.\\.|…)";
const list = new RegExp(
  `${member}_\\{?1\\}?\\s*,\\s*(?:\\1_\\{?2\\}?\\s*,\\s*)?${dots}\\s*,\\s*\\1_\\{?([a-zA-Z])\\}?(?![a-zA-Z0-9])`,
);

/** `x_1, \dots, x_n` in running text: x has n members. The sum over all of them, Σ_{i=1}^n x_i, says so. */
export function listedMembers(tex: string, { vocabulary, macros }: Language): Expression | null {
  const [, name = "", count = ""] = list.exec(tex) ?? [];
  if (name.trim() === "") return null;
  const sum = parseFormula(`\\sum_{i=1}^{${count}} ${name}_i`, vocabulary, macros);
  return sum.ok ? sum.value : null;
}

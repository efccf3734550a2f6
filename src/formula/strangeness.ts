import type { FormulaErrorCode } from "./FormulaError";
import type { Token } from "./Token";

/** Mathematics that is known and out of reach. */
const unsupported: ReadonlySet<string> = new Set(
  [
    "int iint iiint oint lim limsup liminf arg argmax argmin det binom langle rangle lfloor lceil arctan",
    "arcsin arccos inf sup Pr forall exists pm mp otimes oplus to leftarrow sim cup cap",
    "setminus emptyset dd coprod wedge vee neg atop choose cancelto perp therefore because div",
    "xrightarrow uparrow downarrow",
  ]
    .join(" ")
    .split(" "),
);

/** Misplaced rather than strange where they are found. */
const ordinary: ReadonlySet<string> = new Set(
  [
    "frac sqrt sum prod partial end right. right| right|2 { } | tag cdot times odot quad over circ ne le",
    "ge in approx propto equiv Rightarrow",
  ]
    .join(" ")
    .split(" "),
);

/** Why a token that can't be read where it stands can't be. */
export function strangeness({ kind, text }: Token): FormulaErrorCode {
  if (kind === "mark") return text === "!" || text === "|" ? "unsupported" : "unexpected";
  if (kind !== "command" || ordinary.has(text)) return "unexpected";
  if (text === "dots") return "dots";
  return unsupported.has(text) ? "unsupported" : "unknown-command";
}

import { isZero } from "../derivation/heads";
import { type Considered, isVacuous } from "./considerReading";
import { conditionWords } from "./describeVerdict";
import type { Finding } from "./judge";
import { type OtherReading, otherReadings, type Reading, usualReadings } from "./otherReadings";
import { printCondition } from "./printCondition";
import type { Posed } from "./Question";
import { remark } from "./remark";
import { supposing } from "./supposing";
import type { Remark } from "./Verdict";

/** Judges the step under a reading. */
export type Run = (reading: Reading) => Considered;

export interface Held {
  readonly condition: Remark;
  readonly finding: Finding;
  readonly posed: Posed;
}

/** All that a step may hold under, by each way to take what the text says of it; made only as far as it is asked for. */
export function* readingsOf(bases: readonly Reading[], posed: Posed): Generator<OtherReading> {
  for (const base of bases) {
    yield* otherReadings(base, posed);
    yield* supposedReadings(base);
  }
}

/** The first reading under which both sides agree about something. */
export function heldUnder(readings: Iterable<OtherReading>, run: Run): Held | null {
  for (const { condition, reading, unless } of readings) {
    const there = agreeing(reading, run);
    // A condition under which both sides are 0, as a recurrence that starts at zero and stays there, explains nothing.
    if (there === null || isVacuous(there.posed)) continue;
    if (there.finding.onlyZero && !isZero(reading.question.left) && !isZero(reading.question.right)) continue;
    if (unless === undefined || agreeing(unless, run) === null) return { ...there, condition };
  }
  return null;
}

function agreeing(reading: Reading, run: Run): (Considered & { readonly kind: "judged" }) | null {
  const considered = run(reading);
  return considered.kind === "judged" && considered.finding.kind === "agree" ? considered : null;
}

/** Equations that running text supposes, each alone and all together: Su = λu, a constant gradient g_t = g. */
function* supposedReadings(literal: Reading): Generator<OtherReading> {
  const { supposed } = literal;
  const lists = supposed.length < 2 ? supposed.map((one) => [one]) : [...supposed.map((one) => [one]), supposed];
  for (const conditions of lists) {
    const reading = supposing(literal, conditions);
    if (reading !== null)
      yield { condition: remark("supposed", "", conditions.map(printCondition).join(",\\ ")), reading };
  }
}

/** A condition on top of what an undefined function is usually meant to be: σ is the logistic function, and … */
export function heldUnderUsual(literal: Reading, posed: Posed, run: Run): Held | null {
  for (const usual of usualReadings(literal, posed)) {
    const base = run(usual.reading);
    if (base.kind !== "judged" || base.finding.kind !== "differ") continue;
    const held = heldUnder(otherReadings(usual.reading, base.posed), run);
    if (held !== null)
      return {
        ...held,
        condition: remark("and", `${conditionWords(usual.condition)} and ${conditionWords(held.condition)}`),
      };
  }
  return null;
}

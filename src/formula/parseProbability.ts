import type { Expression } from "./Expression";
import type { Parser, Stretch } from "./Parser";
import { conditionalBar, isSeparator } from "./parseArguments";
import { nameWith, variable } from "./parseSymbol";
import { relationOf } from "./relations";
import { cutAt, positionsIn } from "./stretches";

/** Names by which probabilities go; another function of an equation, f(x=2), is not read. */
const probabilities = /^(?:(?:hat|tilde|bb|cal) )?(?:p|P|q|Q|Pr)$/u;

/** P(t=1 | z) right here: an event between a probability's parentheses. */
export function seesEvent(parser: Parser, name: string): boolean {
  if (!probabilities.test(name) || !parser.sees("mark", "(") || parser.partner() < 0) return false;
  return equalsIn(parser, { start: parser.at + 1, end: parser.partner() }).length > 0;
}

/**
 * P(t=1 | z) is a function "P_t=" of z with index 1, and P(y=k) a symbol "P_y=" with index k: the events of one
 * variable are the entries of one distribution. Events by anything but = are refused.
 */
export function probability(parser: Parser, name: string, outer: readonly Expression[], start: number): Expression {
  const inside = parser.bracketed();
  const span = parser.spanFrom(start);
  const bar = conditionalBar(parser, inside);
  const cuts = [...positionsIn(parser, inside, isSeparator), ...(bar === null ? [] : [bar])];
  const args: Expression[] = [];
  const indices: Expression[] = [...outer];
  const words: string[] = [];
  for (const part of cutAt(
    inside,
    cuts.toSorted((one, other) => one - other),
  )) {
    const [equals, more] = equalsIn(parser, part);
    if (equals === undefined) {
      args.push(parser.expressionIn(part, span));
      continue;
    }
    const event = parser.expressionIn({ start: part.start, end: equals }, span);
    const value = parser.expressionIn({ start: equals + 1, end: part.end }, span);
    if (more !== undefined || event.kind !== "variable" || !isOutcome(value))
      parser.refuse("unsupported", `${name}(… = …)`, span);
    words.push(`${event.name}=`);
    indices.push(...event.indices, value);
  }
  const full = nameWith(name, words, "");
  return args.length === 0
    ? variable(full, indices, span)
    : { kind: "call", name: full, args, primes: 0, indices, span };
}

/** Whether a name is that of a probability of events, as "P_t=". */
export function isOfEvents(name: string): boolean {
  return name.endsWith("=");
}

function isOutcome(value: Expression): boolean {
  return value.kind === "number" || value.kind === "variable";
}

function equalsIn(parser: Parser, stretch: Stretch): readonly number[] {
  return positionsIn(parser, stretch, (token) => relationOf(token) === "=");
}

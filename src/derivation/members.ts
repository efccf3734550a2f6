import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { walk } from "../formula/traverse";
import { type Head, mentionedNames } from "./heads";

type ByName = ReadonlyMap<string, readonly Definition[]>;

/** The m_0 of m_t = f(m_{t-1}): with a number for it the recurrence has its start. */
export function isFirstMember(head: Head, byName: ByName): boolean {
  return numberOf(head) === 0 && isRecurrent(head, byName);
}

/**
 * m_2 = … after m_t = f(m_{t-1}): what the recurrence gives there, so that the equation claims it. One that is made of
 * other symbols with a meaning, a^{(3)} = z^{(3)}, says that this member is another one.
 */
export function isLaterMember(head: Head, body: Expression, byName: ByName): boolean {
  const number = numberOf(head);
  if (number === null || number < 2 || !isRecurrent(head, byName)) return false;
  return ![...mentionedNames(body)].some((name) => name !== head.name && byName.has(name));
}

function numberOf({ indices, parameters }: Head): number | null {
  const [index] = indices;
  return indices.length === 1 && parameters.length === 0 && index?.kind === "number" ? Number(index.text) : null;
}

/** Whether the letter's definition leads back to the name at a shifted index, directly or through another symbol. */
function isRecurrent({ name }: Head, byName: ByName): boolean {
  const general = (byName.get(name) ?? []).filter(({ indices }) =>
    indices.some((index) => index.kind === "variable" && index.indices.length === 0),
  );
  return general.some(
    ({ body }) =>
      isShiftedIn(body, name) ||
      [...mentionedNames(body)].some((other) => (byName.get(other) ?? []).some((one) => isShiftedIn(one.body, name))),
  );
}

function isShiftedIn(body: Expression, name: string): boolean {
  let found = false;
  walk(body, (part) => {
    if (part.kind === "variable" && part.name === name) found ||= part.indices.some(({ kind }) => kind === "sum");
  });
  return found;
}

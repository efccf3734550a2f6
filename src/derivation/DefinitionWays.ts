import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { type Head, headKey, mentionedKeys, settledKeys } from "./heads";

/** Which definitions are made of which. */
export class DefinitionWays {
  private readonly byKey = new Map<string, Definition>();
  /** Keys of all that bodies are made of: nothing else can be led back to. */
  private readonly referenced = new Set<string>();

  remember(key: string, definition: Definition): void {
    this.byKey.set(key, definition);
    for (const used of freeKeys(definition, definition.body)) this.referenced.add(used);
  }

  /** Whether what `body` is made of leads back to the head: such an equation says something about known symbols. */
  leadBack(head: Head, body: Expression, except: Definition | null = null): boolean {
    const target = headKey(head);
    if (!this.referenced.has(target)) return false;
    const seen = new Set<string>();
    const open = [...freeKeys(head, body)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === target) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      const definition = this.byKey.get(next);
      if (definition !== undefined && definition !== except) open.push(...freeKeys(definition, definition.body));
    }
    return false;
  }
}

/** What a definition's body is made of besides its own parameters. */
function freeKeys(head: Head, body: Expression): readonly string[] {
  const bound = new Set(head.parameters.flatMap((parameter) => [...mentionedKeys(parameter)]));
  return [...settledKeys(body)].filter((key) => !bound.has(key));
}

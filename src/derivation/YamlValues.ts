import { isScalar, isSeq, type Node } from "yaml";
import type { Span } from "../formula/Span";
import { isMisspelt } from "./isMisspelt";
import type { Problem } from "./Problem";

/** Reads single values of a document's YAML, and notes what can't be read with its place in the document. */
export class YamlValues {
  protected readonly problems: Problem[] = [];

  /** @param start offset of the YAML in the document. */
  constructor(private readonly start: number) {}

  protected numbers(node: Node | null): number | readonly number[] | null {
    return isSeq(node) ? this.list(node) : number(node);
  }

  protected list(node: Node | null): readonly number[] | null {
    if (!isSeq(node)) return null;
    const values = (node.items as readonly Node[]).map(number);
    return values.length === 0 || values.length > 1000 || values.includes(null) ? null : (values as number[]);
  }

  protected text(node: Node | null): string | null {
    if (!isScalar(node) || node.value === null) return null;
    const { value } = node;
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
  }

  protected expectKey(node: Node | null, known: readonly string[]): void {
    const key = this.text(node) ?? "";
    if (known.includes(key)) return;
    this.problem("unknown-field", `${key}|${known.find((field) => isMisspelt(key, field)) ?? ""}`, this.spanOf(node));
  }

  protected refuse<T>(node: Node | null, field: string, value: T): T {
    this.problem("bad-declaration", field, this.spanOf(node));
    return value;
  }

  protected problem(code: "front-matter" | "unknown-field" | "bad-declaration", detail: string, span: Span): void {
    this.problems.push({ code, severity: "warning", detail, span });
  }

  protected spanOf(node: Node | null): Span {
    const range = node?.range;
    return range === null || range === undefined ? { start: 0, end: 3 } : this.span(range[0], range[1]);
  }

  protected span(start: number, end: number): Span {
    return { start: this.start + start, end: this.start + Math.max(start, end) };
  }
}

function number(node: Node | null): number | null {
  return isScalar(node) && typeof node.value === "number" && Number.isFinite(node.value) ? node.value : null;
}

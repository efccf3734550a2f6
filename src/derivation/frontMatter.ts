import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { Span } from "../formula/Span";
import type { Formula, Scenario, Source } from "./Derivation";
import { isMisspelt } from "./isMisspelt";
import type { Problem } from "./Problem";
import { YamlValues } from "./YamlValues";

/** What a document's front matter says, its formulas not yet read. */
export interface FrontMatter {
  readonly title: string | null;
  readonly source: Source | null;
  readonly inputs: readonly InputField[];
  readonly where: readonly Formula[];
  readonly scenarios: readonly ScenarioField[];
  readonly sizes: Readonly<Record<string, number>>;
  /** Offset of the document's text after the front matter. */
  readonly end: number;
  readonly problems: readonly Problem[];
}

/** One entry of `inputs:`. A bare number is a value, and a size where the name is one. */
export interface InputField {
  readonly name: string;
  readonly value: number | readonly number[] | null;
  readonly range: readonly [number, number] | null;
  readonly choices: readonly number[] | null;
  readonly set: "one-hot" | "simplex" | "integer" | null;
  readonly span: Span;
}

export interface ScenarioField extends Scenario {
  /** Slug or title of the section it belongs to; null for all. */
  readonly section: string | null;
}

const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
const longest = 50_000;
const fields = ["title", "source", "inputs", "where", "scenarios", "sizes"];

export function readFrontMatter(text: string): FrontMatter {
  const match = text.startsWith("---") || text.startsWith("\uFEFF---") ? block.exec(text) : null;
  if (match === null || match.index !== 0) return { ...nothing, end: 0, problems: [] };
  const start = match[0].indexOf("\n") + 1;
  return new FrontMatterReader(match[1] ?? "", start, match[0].length).read();
}

const nothing = { title: null, source: null, inputs: [], where: [], scenarios: [], sizes: {} } as const;

class FrontMatterReader extends YamlValues {
  constructor(
    private readonly yaml: string,
    start: number,
    private readonly end: number,
  ) {
    super(start);
  }

  read(): FrontMatter {
    const empty = () => ({ ...nothing, end: this.end, problems: this.problems });
    if (this.yaml.length > longest) {
      this.problem("front-matter", "too long", { start: 0, end: 3 });
      return empty();
    }
    const document = parseDocument(this.yaml, {
      version: "1.2",
      schema: "core",
      maxAliasCount: 0,
      uniqueKeys: true,
    } as object);
    const [error] = document.errors;
    if (error !== undefined) {
      this.problem(
        "front-matter",
        error.message.split("\n")[0]?.replace(/ at line.*$/, "") ?? "",
        this.span(error.pos[0], error.pos[1]),
      );
      return empty();
    }
    const root = document.contents;
    if (root === null) return empty();
    if (!isMap(root)) {
      this.problem("front-matter", "fields expected, as in `title: …`", this.spanOf(root));
      return empty();
    }
    const found = new Map<string, Node | null>();
    for (const pair of root.items) {
      const key = this.text(pair.key) ?? "";
      found.set(key, pair.value);
      this.checkField(key, pair.key);
    }
    return {
      title: this.text(found.get("title") ?? null),
      source: this.source(found.get("source") ?? null),
      inputs: this.inputs(found.get("inputs") ?? null),
      where: this.formulas(found.get("where") ?? null),
      scenarios: this.scenarios(found.get("scenarios") ?? null),
      sizes: this.sizes(found.get("sizes") ?? null),
      end: this.end,
      problems: this.problems,
    };
  }

  /** A stranger's fields are none of our business, unless one is nearly ours. */
  private checkField(key: string, node: Node | null): void {
    if (fields.includes(key)) return;
    const meant = fields.find((field) => isMisspelt(key, field));
    if (meant !== undefined) this.problem("unknown-field", `${key}|${meant}`, this.spanOf(node));
  }

  private source(node: Node | null): Source | null {
    if (!isMap(node)) return null;
    const known = ["title", "author", "url", "licence", "license"];
    for (const { key } of node.items) this.expectKey(key as Node | null, known);
    const get = (key: string) => this.text((node.get(key, true) as Node | undefined) ?? null);
    return {
      title: get("title") ?? "",
      author: get("author"),
      url: safeAddress(get("url")),
      licence: get("licence") ?? get("license"),
    };
  }

  private inputs(node: Node | null): readonly InputField[] {
    if (node === null) return [];
    if (!isMap(node)) return this.refuse(node, "inputs", []);
    return node.items.flatMap(({ key, value }) => {
      const name = this.text(key as Node | null);
      if (name === null) return this.refuse(key as Node | null, "inputs", []);
      return [this.input(name, value as Node | null, this.spanOf(key as Node | null))];
    });
  }

  private input(name: string, node: Node | null, span: Span): InputField {
    const plain: InputField = { name, value: null, range: null, choices: null, set: null, span };
    if (!isMap(node)) {
      const value = this.numbers(node);
      if (value === null) this.problem("bad-declaration", name, node === null ? span : this.spanOf(node));
      return { ...plain, value };
    }
    for (const { key } of node.items) this.expectKey(key as Node | null, ["value", "range", "choices", "set"]);
    const get = (key: string) => (node.get(key, true) as Node | undefined) ?? null;
    const value = this.declared(get("value"), name, (part) => this.numbers(part));
    const range = this.declared(get("range"), name, (part) => interval(this.list(part)));
    const choices = this.declared(get("choices"), name, (part) => this.list(part));
    const set = this.declared(get("set"), name, (part) => setName(this.text(part)));
    return { ...plain, value, range, choices, set };
  }

  private declared<T>(node: Node | null, name: string, read: (node: Node) => T | null): T | null {
    if (node === null) return null;
    const value = read(node);
    if (value === null) this.problem("bad-declaration", name, this.spanOf(node));
    return value;
  }

  private formulas(node: Node | null): readonly Formula[] {
    if (node === null) return [];
    const items = isSeq(node) ? (node.items as readonly Node[]) : [node];
    return items.flatMap((item) => {
      const tex = this.text(item);
      if (tex === null) return this.refuse(item, "where", []);
      const quoted = isScalar(item) && (item.type === "QUOTE_DOUBLE" || item.type === "QUOTE_SINGLE");
      const bare = /^\$+([\s\S]*?)\$+$/.exec(tex.trim())?.[1] ?? tex;
      const offset = this.spanOf(item).start + (quoted ? 1 : 0) + Math.max(0, tex.indexOf(bare));
      return [{ tex: bare, segments: [{ at: 0, source: offset }] }];
    });
  }

  private scenarios(node: Node | null): readonly ScenarioField[] {
    if (node === null) return [];
    if (!isSeq(node)) return this.refuse(node, "scenarios", []);
    return (node.items as readonly Node[]).flatMap((item) => {
      if (!isMap(item)) return this.refuse(item, "scenarios", []);
      for (const { key } of item.items) this.expectKey(key as Node | null, ["name", "look", "values", "section"]);
      const get = (key: string) => (item.get(key, true) as Node | undefined) ?? null;
      const name = this.text(get("name"));
      const values = get("values");
      if (name === null || !isMap(values)) return this.refuse(item, "scenarios", []);
      const entries = values.items.flatMap(({ key, value }) => {
        const number = this.numbers(value as Node | null);
        const input = this.text(key as Node | null);
        if (number === null || input === null) return this.refuse(key as Node | null, "scenarios", []);
        return [[input, number] as const];
      });
      return [
        {
          name,
          look: this.text(get("look")) ?? "",
          values: Object.fromEntries(entries),
          section: this.text(get("section")),
        },
      ];
    });
  }

  private sizes(node: Node | null): Readonly<Record<string, number>> {
    if (node === null) return {};
    if (!isMap(node)) return this.refuse(node, "sizes", {});
    const entries = node.items.flatMap(({ key, value }) => {
      const size = this.numbers(value as Node | null);
      const name = this.text(key as Node | null);
      if (name === null || typeof size !== "number" || !Number.isInteger(size) || size < 1 || size > 50)
        return this.refuse(key as Node | null, "sizes", []);
      return [[name, size] as const];
    });
    return Object.fromEntries(entries);
  }
}

function interval(values: readonly number[] | null): readonly [number, number] | null {
  const [low, high] = values ?? [];
  return values?.length === 2 && low !== undefined && high !== undefined && low < high ? [low, high] : null;
}

function setName(text: string | null): InputField["set"] {
  return text === "one-hot" || text === "simplex" || text === "integer" ? text : null;
}

/** Only addresses that a reader may follow: no scripts, no data. */
function safeAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
}

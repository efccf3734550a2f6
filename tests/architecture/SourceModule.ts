import { parseSync } from "vite";

/** What the rules of the house ask of a source file. */
export interface SourceModule {
  /** From the project's root, with slashes: "src/formula/parse.ts". */
  readonly path: string;
  readonly imports: readonly string[];
  /** Names that the file exports, "default" and "*" included. */
  readonly exports: readonly string[];
  /** Interfaces, type aliases and classes that it declares. */
  readonly types: readonly string[];
  /** True where it declares nothing itself and only passes on what others export. */
  readonly onlyPassesOn: boolean;
  /** Names it refers to, and members of globals as "Math.random"; `new Function` as "new Function". */
  readonly names: ReadonlySet<string>;
}

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Reads a module as the bundler's own parser does; types included. */
export function readModule(path: string, text: string): SourceModule {
  const { program, errors } = parseSync(path, text, { sourceType: "module" });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const nodes = [...descendants(program as unknown as SyntaxNode)];
  const body = (program as unknown as { body: readonly SyntaxNode[] }).body;
  return {
    path,
    imports: nodes.flatMap(importedFrom),
    exports: body.flatMap(exportedNames),
    types: nodes.flatMap(declaredType),
    onlyPassesOn:
      body.length > 0 && body.every(isImportOrPassedOn) && body.some(({ type }) => type.startsWith("Export")),
    names: new Set(nodes.flatMap(usedNames)),
  };
}

function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* descendants(child);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Static and dynamic imports, passed-on exports, types by `import("…")`, and workers by `new URL("…", import.meta.url)`. */
function importedFrom(node: SyntaxNode): string[] {
  if (node.type === "NewExpression" && nameOf(node.callee) === "URL") {
    const [address] = node.arguments as readonly unknown[];
    return literal(address).filter((text) => text.startsWith("."));
  }
  const importing = [
    "ImportDeclaration",
    "ExportNamedDeclaration",
    "ExportAllDeclaration",
    "ImportExpression",
    "TSImportType",
  ];
  return importing.includes(node.type) ? literal(node.source ?? node.argument) : [];
}

function literal(node: unknown): string[] {
  return isNode(node) && node.type === "Literal" && typeof node.value === "string" ? [node.value] : [];
}

function exportedNames(node: SyntaxNode): string[] {
  if (node.type === "ExportAllDeclaration") return ["*"];
  if (node.type === "ExportDefaultDeclaration") return ["default"];
  if (node.type !== "ExportNamedDeclaration") return [];
  const specifiers = node.specifiers as readonly SyntaxNode[];
  const passed = specifiers.map(({ exported }) => nameOf(exported));
  return isNode(node.declaration) ? [...passed, ...declaredNames(node.declaration)] : passed;
}

function declaredNames(declaration: SyntaxNode): string[] {
  if (declaration.type !== "VariableDeclaration") return [nameOf(declaration.id)];
  return (declaration.declarations as readonly SyntaxNode[]).map(({ id }) => nameOf(id));
}

function declaredType(node: SyntaxNode): string[] {
  const declares = ["TSInterfaceDeclaration", "TSTypeAliasDeclaration", "TSEnumDeclaration", "ClassDeclaration"];
  return declares.includes(node.type) ? [nameOf(node.id)] : [];
}

function isImportOrPassedOn(node: SyntaxNode): boolean {
  if (node.type === "ImportDeclaration" || node.type === "ExportAllDeclaration") return true;
  return node.type === "ExportNamedDeclaration" && !isNode(node.declaration);
}

function usedNames(node: SyntaxNode): string[] {
  if (node.type === "Identifier") return [nameOf(node)];
  if (node.type === "MemberExpression" && isNode(node.object))
    return [`${nameOf(node.object)}.${nameOf(node.property)}`];
  return node.type === "NewExpression" ? [`new ${nameOf(node.callee)}`] : [];
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node.name === "string" ? node.name : "";
}

import ts from "typescript";

export interface Import {
  specifier: string;
  /** Erased by the compiler: nothing of the other module runs. */
  isTypeOnly: boolean;
  line: number;
}

/**
 * Every way one file can reach another: `import`, `import type`, `export … from`, `import()`, `import("…")` as a type,
 * `import x = require()`, `require()`, `new URL("…", import.meta.url)` and `import.meta.glob`.
 *
 * `import { type A } from "x"` counts as a use of values: with `verbatimModuleSyntax` it still loads x.
 */
export function importsOf(path: string, text: string): Import[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, isTypeOnly: boolean) => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ specifier: node.text, isTypeOnly, line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportEqualsDeclaration(node)) {
      if (ts.isExternalModuleReference(node.moduleReference)) add(node.moduleReference.expression, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    } else if (ts.isCallExpression(node)) {
      visitCall(node, add);
    } else if (ts.isNewExpression(node) && node.expression.getText(source) === "URL") {
      // Only beside import.meta.url does the bundler follow it; elsewhere it is an address like any other.
      if (node.arguments?.[1]?.getText(source) === "import.meta.url") add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function visitCall(node: ts.CallExpression, add: (node: ts.Node | undefined, isTypeOnly: boolean) => void): void {
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  if (isImport || isRequire) add(node.arguments[0], false);
  if (node.expression.getText().startsWith("import.meta.glob")) {
    const [patterns] = node.arguments;
    if (patterns && ts.isArrayLiteralExpression(patterns)) patterns.elements.forEach((element) => add(element, false));
    else add(patterns, false);
  }
}

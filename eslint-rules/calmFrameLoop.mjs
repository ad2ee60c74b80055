// Sixty times a second: no React state (it would render the tree) and no `new` (it would wake the collector).

/**
 * The function a `useFrame` argument stands for: written in place, or named and defined in the same file.
 * @param {any} argument @param {import("eslint").SourceCode} source
 */
function functionOf(argument, source) {
  if (/Function/.test(argument?.type ?? "")) return argument;
  if (argument?.type !== "Identifier") return undefined;
  for (let scope = source.getScope(argument); ; scope = /** @type {any} */ (scope.upper)) {
    const definition = /** @type {any} */ (scope.set.get(argument.name)?.defs[0]?.node);
    if (definition) return unwrap(definition.type === "VariableDeclarator" ? definition.init : definition);
    if (!scope.upper) return undefined;
  }
}

/** `useCallback(f, [])` and the like hand their first argument on. @param {any} node */
function unwrap(node) {
  if (node?.type === "CallExpression") return unwrap(node.arguments[0]);
  return /Function/.test(node?.type ?? "") ? node : undefined;
}

/** @param {any} node @param {Record<string, string[]>} keys @param {(node: any) => void} visit */
function walk(node, keys, visit) {
  visit(node);
  for (const key of keys[node.type] ?? []) {
    for (const child of [node[key]].flat()) if (child?.type) walk(child, keys, visit);
  }
}

/** @type {import("eslint").Rule.RuleModule} */
export const calmFrameLoop = {
  meta: {
    type: "problem",
    docs: { description: "no state and no allocation inside useFrame" },
    messages: {
      state: "`{{name}}` inside useFrame: React state must not change every frame; write to a ref or to the DOM.",
      allocation: "`new` inside useFrame: make it once outside and reuse it.",
    },
    schema: [],
  },
  create(context) {
    const source = context.sourceCode;
    return {
      CallExpression(/** @type {any} */ call) {
        const name = call.callee.name ?? call.callee.property?.name;
        if (name !== "useFrame") return;
        const body = functionOf(call.arguments[0], source);
        if (!body) return;
        walk(body, source.visitorKeys, (node) => {
          if (node.type === "NewExpression") context.report({ node, messageId: "allocation" });
          if (node.type !== "CallExpression") return;
          // `setDelay(…)` is state; `matrix.setPosition(…)` is three, `store.setState(…)` is state again.
          const bare = node.callee.type === "Identifier" ? node.callee.name : "";
          const member = node.callee.property?.name ?? "";
          const setter = /^set[A-Z]/.test(bare) ? bare : member === "setState" ? member : undefined;
          if (setter) context.report({ node, messageId: "state", data: { name: setter } });
        });
      },
    };
  },
};

// Every visible word lives in `src/text`, in both languages. A word written into JSX would exist in one of them only.

const attributes = new Set([
  "title",
  "label",
  "description",
  "placeholder",
  "alt",
  "error",
  "aria-label",
  "aria-description",
  "aria-placeholder",
  "aria-roledescription",
  "aria-valuetext",
]);

const hasLetters = (/** @type {unknown} */ text) => typeof text === "string" && /\p{L}/u.test(text);

/**
 * The literals an expression may evaluate to: through `a ? b : c`, `a && b`, templates and `a + b`.
 * @param {any} node
 * @returns {any[]}
 */
function literalsOf(node) {
  switch (node?.type) {
    case "Literal":
      return hasLetters(node.value) ? [node] : [];
    case "TemplateLiteral":
      return node.quasis.some((/** @type {any} */ quasi) => hasLetters(quasi.value.cooked)) ? [node] : [];
    case "ConditionalExpression":
      return [...literalsOf(node.consequent), ...literalsOf(node.alternate)];
    case "LogicalExpression":
      return [...literalsOf(node.left), ...literalsOf(node.right)];
    case "BinaryExpression":
      return node.operator === "+" ? [...literalsOf(node.left), ...literalsOf(node.right)] : [];
    case "JSXExpressionContainer":
    case "TSAsExpression":
    case "TSNonNullExpression":
      return literalsOf(node.expression);
    default:
      return [];
  }
}

/** @type {import("eslint").Rule.RuleModule} */
export const noLiteralWords = {
  meta: {
    type: "problem",
    docs: { description: "visible words come from the text room" },
    messages: { word: "A visible word: it belongs into src/text, in both languages." },
    schema: [],
  },
  create(context) {
    const report = (/** @type {any} */ node) => context.report({ node, messageId: "word" });
    return {
      JSXText(/** @type {any} */ node) {
        if (hasLetters(node.value)) report(node);
      },
      JSXExpressionContainer(/** @type {any} */ node) {
        if (node.parent.type !== "JSXAttribute") literalsOf(node).forEach(report);
      },
      JSXAttribute(/** @type {any} */ node) {
        const { name } = node.name;
        if (typeof name === "string" && attributes.has(name)) literalsOf(node.value).forEach(report);
      },
    };
  },
};

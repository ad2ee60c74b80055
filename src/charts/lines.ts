/** Lines no wider than `width`: broken between words, within Chinese anywhere but before a closing mark. */
export function broken(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces =
    text.match(
      /[\p{Script=Han}\u3000-\u303f\uff00-\uffef][，。；：！？、）”》]*|[^\s\p{Script=Han}]+(?: %)?\s*|\s+/gu,
    ) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** A text that keeps nothing else in memory. One that was cut out of another keeps the whole of that: a page for one of its addresses. */
export function byItself(text: string): string {
  return Buffer.from(text).toString();
}

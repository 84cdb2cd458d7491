const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', amp: '&' };

/** The words of a stretch of our own HTML: no tags, no character references, white space folded. */
export function plainText(html: string): string {
  return decoded(html.replace(/<(?:[^">]|"[^"]*")*>/g, ''))
    .replace(/[ \t\n\r]+/g, ' ')
    .trim();
}

/** The value of an attribute of our own HTML: no character references. */
export function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (reference, hex?: string, decimal?: string, name = '') =>
    hex || decimal
      ? String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
      : (characters[String(name)] ?? reference),
  );
}

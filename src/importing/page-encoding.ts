/**
 * A page as text, by the encoding that it says and that its bytes bear out; UTF-8 where they are that, whatever is said.
 * @param sent the encoding that was sent with it, which counts more than what it says itself
 */
export function decodedPage(bytes: Buffer, sent?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // ISO 2022 is ASCII to look at.
    const beginning = text.slice(0, 50_000);
    if (!beginning.includes('\u001b$') && !beginning.includes('\u001b(')) return text;
  } catch {
    // Another one.
  }
  const head = bytes.toString('latin1', 0, 4096);
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  const candidates = [
    sent ?? said?.[1] ?? said?.[2] ?? '',
    ...(head.includes('\u001b$') ? ['iso-2022-jp'] : []),
    'euc-jp',
    'shift_jis',
    'gb18030',
    'big5',
    'euc-kr',
    'windows-1256',
    'windows-1251',
    'windows-1252',
  ];
  let best = { text: '', score: -Infinity };
  candidates.forEach((name, index) => {
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes);
      // What is said counts more than what it looks like.
      const score = likelihood(text) + (index === 0 && name ? (sent ? 2 : 0.25) : 0) - index * 0.001;
      if (score > best.score) best = { text, score };
    } catch {
      // The bytes are none of it.
    }
  });
  return best.text || new TextDecoder('windows-1252').decode(bytes);
}

/** How much of what is not ASCII looks like a text: frequent letters, and no mixture of scripts. */
function likelihood(text: string): number {
  // eslint-disable-next-line no-control-regex
  const others = text.match(/[^\u0000-\u007f]/gu) ?? [];
  if (others.length === 0) return 0;
  const share = (pattern: RegExp) => others.filter((letter) => pattern.test(letter)).length / others.length;
  const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
  const odd = share(/[\p{Co}\p{Cn}\uff61-\uff9f\u0080-\u009f]|[\u00a1-\u00bf\u00d7\u00f7]/u);
  const scripts = [/[一-鿿぀-ヿ、。「」，！？：；]/u, /[가-힣]/u, /[؀-ۿ]/u, /[Ѐ-ӿ]/u, /[À-ÖØ-öø-ÿŒœ‘’“”–—…€«»]/u].map(
    share,
  );
  // Half of what is written in Japanese is kana; Han alone is Chinese or a wrong guess.
  // No word has letters of both.
  const mixed =
    text.match(/[a-z](?=[\u0400-\u04ff\u0600-\u06ff])|[\u0400-\u04ff\u0600-\u06ff](?=[a-z])/gi)?.length ?? 0;
  return Math.max(...scripts) - odd * 2 + kana * 0.3 - mixed / others.length;
}

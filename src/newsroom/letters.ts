/** How long a text is in letters of the Latin alphabet: a Chinese, Japanese or Korean character is as wide as two. */
export function lettersOf(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

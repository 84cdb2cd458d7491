const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Says of the times of the last three days how long ago they are; the time itself is told on pointing. */
export function times(): void {
  for (const time of document.querySelectorAll('time')) {
    const age = Date.now() - Date.parse(time.dateTime);
    const [unit, length] = units.find(([, size]) => age >= size) ?? [];
    // A plain date has no hour; an hour alone, whose whole time is told on pointing, has no room for more words.
    if (!unit || age > 3 * units[0][1] || !time.dateTime.includes('T') || time.title) continue;
    // Words that run over two lines would move what stands below; tall letters of two lines overlap.
    const [first, ...rest] = time.getClientRects();
    if (!first || rest.some(({ top }) => top > first.top + first.height / 2)) continue;
    const { lang } = time.closest<HTMLElement>('[lang]') ?? document.documentElement;
    time.style.minWidth = `${time.getBoundingClientRect().width}px`;
    time.style.display = 'inline-block';
    time.title = time.textContent;
    // Paper stays, and the time on it has to.
    addEventListener('beforeprint', () => (time.textContent = time.title));
    time.textContent = new Intl.RelativeTimeFormat(lang).format(-Math.floor(age / length), unit);
  }
}

import type { Page } from 'playwright-core';

/** How far the page scrolls sideways, and the words that stand beyond its edges but in no box that scrolls by itself. */
export function overflow(page: Page): Promise<Overflow> {
  return page.evaluate(overflowHere);
}

interface Overflow {
  sideways: number;
  beyond: string[];
}

/** The same of the page in which it runs. */
export function overflowHere(): Overflow {
  const width = document.documentElement.clientWidth;
  const scrollsByItself = (element: Element | null): boolean =>
    element !== null &&
    element !== document.body &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrollsByItself(element.parentElement));
  const beyond: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = text.textContent?.trim();
    if (!words || scrollsByItself(text.parentElement) || text.parentElement?.closest('rp')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right } of range.getClientRects()) {
      if (left >= -1 && right <= width + 1) continue;
      beyond.push(
        `<${text.parentElement?.localName ?? ''}> ${words.slice(0, 60)} (${Math.round(left)} to ${Math.round(right)})`,
      );
      break;
    }
  }
  return { sideways: (document.scrollingElement?.scrollWidth ?? 0) - width, beyond };
}

import type { Page } from 'playwright-core';

/** Widths of the signs at which words are parted in a part of a page, in pixels. */
export function partedSigns(page: Page, part: string): Promise<number[]> {
  return page.locator(`${part} .soft`).evaluateAll((signs) =>
    signs.flatMap((sign) => {
      const sides = [sign.previousSibling, sign.nextSibling].map((side, index) => {
        const range = document.createRange();
        range.selectNodeContents(side ?? sign);
        return [...range.getClientRects()].at(index - 1)?.top;
      });
      return sides[0] === sides[1] ? [] : [sign.getBoundingClientRect().width];
    }),
  );
}

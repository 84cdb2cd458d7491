import type { Page } from 'playwright-core';

/**
 * Changes a page as browsers do that translate: each text is another, and longer, in elements of their own; the title is
 * another, and the root has another language. What is marked `translate="no"` stays.
 * @param how `words` are twice as long each, or there are twice as many
 */
export function translate(page: Page, how: 'words' | 'texts' = 'words'): Promise<void> {
  return page.evaluate((twice) => {
    const other = (text: string) =>
      twice === 'words' ? text.replace(/[^\s\u200b]+/g, '$&$&') : text.replace(/^\s*(\S.*\S|\S)\s*$/s, '$& $1');
    const root = document.documentElement;
    root.lang = 'eo';
    root.classList.add('translated-ltr');
    document.title = other(document.title);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (texts.nextNode()) all.push(texts.currentNode as Text);
    for (const text of all) {
      const within = text.parentElement;
      if (!text.data.trim() || !within?.translate || within.closest('script, style, noscript')) continue;
      const outer = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      const inner = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      outer.append(inner);
      inner.append(other(text.data));
      if (within.localName === 'option') text.data = other(text.data);
      else text.replaceWith(outer);
    }
    for (const element of document.querySelectorAll('[title], [alt], [aria-label], [placeholder]'))
      for (const name of ['title', 'alt', 'aria-label', 'placeholder']) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, other(value));
      }
  }, how);
}

/**
 * The ways to pass the article on: the share sheet of the system where it has one. What else a script adds to them comes
 * when the reader points at the article, opens a part of it, takes the keyboard, or arrives at a passage that is gone.
 */
export function share(): void {
  const article = document.querySelector<HTMLElement>('[data-passage]');
  const ways = document.querySelector<HTMLDetailsElement>('[data-share]');
  if (!article || !ways) return;
  ways.firstElementChild?.addEventListener('click', (event) => {
    if (!('share' in navigator) || ways.open) return;
    event.preventDefault();
    const url = ways.querySelector('p')?.textContent.trim();
    navigator.share({ title: document.title, url }).catch(({ name }: Error) => {
      ways.open = name !== 'AbortError';
    });
  });
  const off = new AbortController();
  const load = () => {
    off.abort();
    void import('./passing-on.ts').then(({ passOn }) => passOn(article, ways));
  };
  article.addEventListener('pointerover', load, off);
  article.addEventListener('toggle', load, { capture: true, signal: off.signal });
  addEventListener('keydown', load, off);
  addEventListener('hashchange', load, off);
  // The browser may not have gone to its target yet.
  if (document.getElementById(location.hash.slice(1))?.matches('.retired')) load();
}

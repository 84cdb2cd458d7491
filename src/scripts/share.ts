import { permalink } from './permalink.ts';
import type { Shared } from './shared.ts';

/** Milliseconds after which a script that did not come is asked for again. */
const rest = 5000;

/**
 * The ways to pass the article on: the share sheet of the system where it has one. What else a script adds to them comes
 * when the reader points at the article, opens a part of it, takes the keyboard, or arrives at a passage that is gone.
 */
export function share(): void {
  const article = document.querySelector<HTMLElement>('[data-passage]');
  const ways = document.querySelector<HTMLDetailsElement>('[data-share]');
  const text = article?.querySelector<HTMLElement>('[data-text]');
  if (!article || !ways || !text) return;
  const { title } = document;
  const shared: Shared = { article, text, ways, permalink, title, words: text.textContent };
  ways.firstElementChild?.addEventListener('click', (event) => {
    if (!('share' in navigator) || ways.open) return;
    event.preventDefault();
    navigator.share({ title, url: permalink }).catch(({ name }: Error) => {
      ways.open = name !== 'AbortError';
    });
  });
  let next = 0;
  const load = ({ type, timeStamp }: Event) => {
    if (timeStamp + (type === 'toggle' ? rest : 0) < next) return;
    next = Infinity;
    import('./passing-on.ts').then(
      (module) => module.passOn(shared),
      () => (next = timeStamp + rest),
    );
  };
  article.addEventListener('pointerover', load);
  article.addEventListener('toggle', load, true);
  addEventListener('keydown', load);
  addEventListener('hashchange', load);
  // The browser may not have gone to its target yet.
  if (document.getElementById(location.hash.slice(1))?.matches('.retired')) load(new Event('load'));
}

import { remove, savedStories, tellWorker, type SavedStory } from './saved-stories.ts';

/** The list of saved stories, `[data-saved]`, each made from the template in it. */
export function savedList(): void {
  const list = document.querySelector<HTMLElement>('[data-saved]');
  const template = list?.querySelector('template');
  if (!list || !template) return;
  const show = () => {
    const stories = savedStories() ?? [];
    const items = stories.map((story) => itemOf(story, template));
    list.replaceChildren(template, ...items);
    document.querySelector<HTMLElement>('[data-saved-none]')?.toggleAttribute('hidden', stories.length > 0);
  };
  list.addEventListener('click', ({ target }) => {
    const item = (target as Element).closest('button') && (target as Element).closest('li');
    if (!item) return;
    const next = item.nextElementSibling ?? item.previousElementSibling;
    remove(item.querySelector('a')?.getAttribute('href') ?? '');
    item.remove();
    // The keyboard stays in the list.
    (next?.querySelector('button') ?? document.querySelector<HTMLElement>('main a, main'))?.focus();
    if (!list.querySelector('li')) show();
  });
  addEventListener('storage', show);
  addEventListener('pageshow', ({ persisted }) => persisted && show());
  show();
}

function itemOf(story: SavedStory, template: HTMLTemplateElement): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const set = (selector: string, text: string | undefined) => {
    const element = item.querySelector<HTMLElement>(selector);
    if (text) element?.append(text);
    else element?.remove();
    return element;
  };
  const words = set('div', ' ');
  if (words) [words.lang, words.dir] = [story.language, story.direction];
  set('.kicker', story.kicker);
  set('a', story.headline)?.setAttribute('href', story.href);
  set('time', story.date?.text)?.setAttribute('datetime', story.date?.iso ?? '');
  const kept = item.querySelector<HTMLElement>('.kept');
  // A copy that the browser has thrown away, or that was never made, is asked for again.
  void globalThis.caches?.match(story.href).then((copy) => {
    if (copy) kept?.removeAttribute('hidden');
    else tellWorker({ save: story.href });
  });
  return item;
}

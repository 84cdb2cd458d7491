import { path } from './permalink.ts';
import { remove, save, savedStories, type SavedStory } from './saved-stories.ts';

/** The button that saves the story of this page, `[data-tool="save"]`; `data-pressed` is what it says then. */
export function saveButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-tool="save"]');
  if (!button || !savedStories()) return;
  const label = button.textContent;
  // As it is written: a browser may translate it at any time from now on.
  const story = storyOfPage();
  const isSaved = () => savedStories()?.some(({ href }) => href === path) ?? false;
  const show = () => {
    const pressed = isSaved();
    button.setAttribute('aria-pressed', String(pressed));
    button.textContent = pressed ? (button.dataset['pressed'] ?? label) : label;
  };
  button.addEventListener('click', () => {
    if (isSaved()) remove(path);
    else save(story);
    show();
  });
  // Another window may have changed it, and so may have the list before one came back here.
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  show();
  button.hidden = false;
}

function storyOfPage(): SavedStory {
  const text = (selector: string) => document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
  const kicker = [...document.querySelectorAll('main .kicker > *')].map((part) => part.textContent).join(' · ');
  const time = document.querySelector<HTMLTimeElement>('main time');
  const { lang, dir } = document.documentElement;
  return {
    href: path,
    headline: text('main h1') ?? document.title,
    kicker: kicker || text('.navigation [aria-current]'),
    date: time ? { iso: time.dateTime, text: time.title || time.textContent } : undefined,
    language: lang,
    direction: dir,
  };
}

/** A story that a reader has saved, as its page named it. */
export interface SavedStory {
  /** Path of its page. */
  href: string;
  headline: string;
  /** Kicker or section. */
  kicker?: string;
  date?: { iso: string; text: string };
  language: string;
  direction: string;
}

// Papers at one host have one store.
const key = `${import.meta.env.BASE_URL.slice(1)}broadsheet-saved`;

/** What is saved on this device, the newest first; `undefined` where the browser keeps nothing for this site. */
export function savedStories(): SavedStory[] | undefined {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(list) ? (list as SavedStory[]).filter(isStory) : [];
  } catch (error) {
    return error instanceof SyntaxError ? [] : undefined;
  }
}

/** Keeps a story and a copy of its page. */
export function save(story: SavedStory): void {
  if (write([story, ...others(story.href)])) tellWorker({ save: story.href, files: shownFiles() });
}

/** Removes a story and the copy of its page. */
export function remove(href: string): void {
  if (write(others(href))) tellWorker({ drop: href });
}

/** What the service worker can be asked for; it hears it as soon as there is one. */
export interface Errand {
  /** Path of a page to keep until it is dropped. */
  save?: string;
  drop?: string;
  /** Path of the page that asks. */
  seen?: string;
  /** Paths of pages to keep for a while. */
  keep?: string[];
  /** Addresses of files that this page has loaded. */
  files?: string[];
}

export function tellWorker(errand: Errand): void {
  // Without HTTPS, and in some private windows, there is no such thing.
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(errand));
}

/** Files that the page has loaded: they are in the browser's cache, and cost nothing to keep. */
export function shownFiles(): string[] {
  return performance.getEntriesByType('resource').map(({ name }) => name);
}

function others(href: string): SavedStory[] {
  return (savedStories() ?? []).filter((story) => story.href !== href);
}

function write(list: SavedStory[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

function isStory(story: Partial<SavedStory> | null): boolean {
  return typeof story?.headline === 'string' && /^\/(?!\/)/.test(String(story.href));
}

import { path } from './permalink.ts';
import { shownFiles, tellWorker } from './saved-stories.ts';

const dayPage = /^\/(\d{4}\/\d\d\/\d\d\/)?$/;
const storyPage = /^\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/;
const mostStories = 40;

/**
 * Copies of what was visited, and of the stories of an edition whose front page was, to be read without a network.
 * `service-worker.ts` makes and serves them.
 */
export function offlineCopies(): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  if (import.meta.env.DEV) {
    // A preview may follow a built paper at the same address.
    void serviceWorker.getRegistrations().then((all) => all.forEach((each) => void each.unregister()));
    return;
  }
  const first = !serviceWorker.controller;
  addEventListener('load', () =>
    whenIdle(() => {
      serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`).catch(() => undefined);
      // The worker sees to each page from the second on; the first was there before it.
      if (first) tellWorker({ seen: path, files: shownFiles() });
      const stories = storiesOfEdition();
      if (stories.length > 0 && isNew(stories.join())) tellWorker({ keep: stories });
    }),
  );
}

function storiesOfEdition(): string[] {
  const { saveData, effectiveType = '' } =
    (navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection ?? {};
  if (
    saveData ||
    effectiveType.includes('2g') ||
    !dayPage.test(import.meta.env.BASE_URL === '/' ? path : path.slice(import.meta.env.BASE_URL.length - 1))
  )
    return [];
  const linked = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/"]')].map(({ pathname }) => pathname);
  return [...new Set(linked)]
    .filter((each) =>
      storyPage.test(import.meta.env.BASE_URL === '/' ? each : each.slice(import.meta.env.BASE_URL.length - 1)),
    )
    .slice(0, mostStories);
}

/** Whether these stories were not yet fetched by this window. */
function isNew(stories: string): boolean {
  try {
    const known = sessionStorage.getItem('broadsheet-edition') === stories;
    sessionStorage.setItem('broadsheet-edition', stories);
    return !known;
  } catch {
    return false;
  }
}

function whenIdle(work: () => void) {
  // Safari has no idle time.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1000);
}

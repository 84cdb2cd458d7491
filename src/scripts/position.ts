import { keep, kept, whenSeen } from './device.ts';
import { path } from './permalink.ts';

/** By path: the block of the text that stood at the top of the screen, and when, in milliseconds. */
type Places = Record<string, [block: number, at: number]>;

const most = 100;

/** Keeps the place where reading stopped, and leads back to it. A text that was read to its end has none. */
export function position(): void {
  const text = document.querySelector('[data-text]');
  if (text) whenSeen(() => follow(text, [...text.children]));
}

function follow(text: Element, blocks: Element[]): void {
  const stopped = blocks[kept<Places>('places')?.[path]?.[0] ?? -1];
  if (stopped) offer(stopped);
  // The last that a page is told on every way out of it.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    const places = kept<Places>('places') ?? {};
    const top = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
    if (text.getBoundingClientRect().bottom <= innerHeight) delete places[path];
    else if (top > 0) places[path] = [top, Date.now()];
    keep(
      'places',
      Object.fromEntries(
        Object.entries(places)
          .sort(([, a], [, b]) => b[1] - a[1])
          .slice(0, most),
      ),
    );
  });
}

function offer(stopped: Element): void {
  const bar = document.querySelector<HTMLElement>('[data-bar="resume"]');
  const [{ type } = { type: '' }] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // On the way back, or to a place in the text, the browser goes there by itself.
  if (!bar || location.hash || type === 'reload' || type === 'back_forward') return;
  if (stopped.getBoundingClientRect().top < innerHeight) return;
  // First of all, for those who go by keyboard.
  document.querySelector('main')?.prepend(bar);
  bar.hidden = false;
  bar.addEventListener('click', (event) => {
    event.preventDefault();
    bar.hidden = true;
    if (!(event.target as Element).closest('a')) return;
    stopped.scrollIntoView();
    // Reading on by keyboard begins there, too.
    (stopped as HTMLElement).tabIndex = -1;
    (stopped as HTMLElement).focus({ preventScroll: true });
  });
  const reached = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    bar.hidden = true;
    reached.disconnect();
  });
  reached.observe(stopped);
}

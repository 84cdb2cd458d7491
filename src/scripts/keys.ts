import { open } from './display.ts';

const deeds: Record<string, string> = {
  '/': 'search',
  n: 'next',
  j: 'next',
  p: 'previous',
  k: 'previous',
  f: 'front',
  s: 'save',
  d: 'settings',
  t: 'top',
  '?': 'help',
};

/** Shortcuts of one key, unless they are switched off, a field has the keyboard or a sheet is open. */
export function keys(): void {
  for (const [key, deed] of Object.entries(deeds)) {
    const letter = document.createElement('kbd');
    letter.textContent = key;
    letter.translate = false;
    lineOf(deed)?.append(letter);
  }
  document.addEventListener('keydown', (event) => {
    const deed = deeds[event.key.toLowerCase()];
    const { ctrlKey, altKey, metaKey, repeat, isComposing, defaultPrevented } = event;
    if (!deed || ctrlKey || altKey || metaKey || repeat || isComposing || defaultPrevented) return;
    if (document.documentElement.dataset.keys || document.querySelector('dialog[open]')) return;
    if ((event.target as Element).closest('input, select, textarea, [contenteditable]')) return;
    if (done(deed)) event.preventDefault();
  });
}

function lineOf(deed: string): HTMLElement | null {
  return document.querySelector(`[data-deed="${deed}"]`);
}

/** Whether there was something to do. */
function done(deed: string): boolean {
  const field = deed === 'search' && document.querySelector<HTMLElement>('main [type="search"]');
  const save = deed === 'save' && document.querySelector<HTMLElement>('[data-tool="save"]:not([hidden])');
  const place =
    (deed === 'next' || deed === 'previous') &&
    document.querySelector<HTMLAnchorElement>(`[rel~="${deed === 'next' ? 'next' : 'prev'}"]`)?.href;
  const address = place || lineOf(deed)?.dataset.href;
  if (field) field.focus();
  else if (save) save.click();
  else if (address) location.assign(address);
  else if (deed === 'settings') open('display');
  else if (deed === 'help') open('keys');
  else if (deed === 'top') scrollTo(0, 0);
  else return false;
  return true;
}

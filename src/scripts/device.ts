/** What is kept on the device under a name; `undefined` when there is nothing, or the device keeps nothing. */
export function kept<T>(name: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, or nothing in place of an empty one. */
export function keep(name: string, value: object): void {
  try {
    if (Object.keys(value).length > 0) localStorage.setItem(name, JSON.stringify(value));
    else localStorage.removeItem(name);
  } catch {
    // A full or closed store: the page works as before, and forgets.
  }
}

/** Calls back when the reader sees the page, which browsers may render before the link is followed. */
export function whenSeen(callback: () => void): void {
  if ((document as Document & { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', callback, { once: true });
  else callback();
}

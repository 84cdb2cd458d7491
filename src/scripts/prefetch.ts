/** Fetches a page on a reader's intent to open it, where the browser does not follow the speculation rules. */
export function prefetch(): void {
  const { connection } = navigator as Navigator & { connection?: { saveData: boolean } };
  if (HTMLScriptElement.supports?.('speculationrules') || connection?.saveData) return;
  const fetched = new Set([location.pathname]);
  const intent = ({ target }: Event) => {
    const link = (target as Element).closest?.('a');
    if (link?.origin !== location.origin || fetched.has(link.pathname)) return;
    if (
      !link.pathname.endsWith('/') ||
      /^\/(search|saved)\//.test(
        import.meta.env.BASE_URL === '/' ? link.pathname : link.pathname.slice(import.meta.env.BASE_URL.length - 1),
      )
    )
      return;
    fetched.add(link.pathname);
    // As `<link rel="prefetch">` it would fall under `default-src`, which allows nothing.
    fetch(link.pathname, { priority: 'low' }).catch(() => fetched.delete(link.pathname));
  };
  document.addEventListener('pointerover', intent);
  document.addEventListener('touchstart', intent, { passive: true });
}

import type { Enlargeable } from './enlargeable.ts';

/** A button on each picture of an article that opens it as large as the window. Decoration has none. */
export function enlargePictures(): void {
  const article = document.querySelector<HTMLElement>('[data-enlarge]');
  if (!article) return;
  const { picture: name = '', enlarge = '', close = '', next = '', previous = '', position = '' } = article.dataset;
  const pictures: Enlargeable[] = [];
  for (const image of article.querySelectorAll<HTMLImageElement>('.photo:not(.video) > picture > img')) {
    const figure = image.closest('figure');
    if (!figure || !image.alt) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'enlarge';
    const caption = figure.querySelector(':scope > figcaption .caption')?.textContent.trim();
    button.setAttribute('aria-label', `${enlarge}: ${caption || image.alt}`);
    image.parentElement?.after(button);
    const number = pictures.push({ image, button, figure }) - 1;
    const open = async () => {
      try {
        const module = await import('./lightbox.ts');
        module.openLightbox(pictures, number, { name, close, next, previous, position });
      } catch {
        // Without a network the script may not be there; the picture is.
        location.assign(image.currentSrc);
      }
    };
    button.addEventListener('click', () => void open());
    // The button lets the pointer through, so that the picture keeps its own menu.
    image.addEventListener('click', () => void open());
  }
}

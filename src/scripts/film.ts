/** Shows a film in the place of its poster when a reader asks for it; before that nothing of it is loaded. */
export function films(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-film]')) {
    const poster = link.closest('figure')?.querySelector('picture');
    const image = poster?.querySelector('img');
    if (!poster || !image) continue;
    const play = (event: MouseEvent) => {
      // A film opened in a window of its own is what the reader has asked for.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      poster.replaceWith(filmOf(link, image));
      link.closest('figure')?.querySelector('video')?.focus();
      link.remove();
    };
    link.addEventListener('click', play);
    image.addEventListener('click', play);
  }
}

function filmOf(link: HTMLAnchorElement, poster: HTMLImageElement): HTMLVideoElement {
  const film = document.createElement('video');
  Object.assign(film, { controls: true, autoplay: true, playsInline: true, src: link.href, poster: poster.currentSrc });
  // The shape of the poster is kept, so that nothing moves.
  film.style.aspectRatio = `${poster.width} / ${poster.height}`;
  film.setAttribute('aria-label', poster.alt || link.textContent.trim());
  const captions = link.dataset['film'];
  if (captions) {
    const track = document.createElement('track');
    Object.assign(track, {
      kind: 'captions',
      src: captions,
      srclang: document.documentElement.lang,
      default: true,
    });
    film.append(track);
  }
  return film;
}

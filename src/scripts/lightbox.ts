import type { Enlargeable, LightboxWords } from './enlargeable.ts';
import styles from './lightbox.css?inline';
import { zooming } from './zoom.ts';

let sheet: CSSStyleSheet | undefined;

/**
 * Opens pictures in a `dialog`, one at a time: buttons, arrow keys and swipes lead to the others, round and round;
 * pinching, tapping twice, the wheel with Ctrl, and + and - enlarge further.
 */
export function openLightbox(pictures: readonly Enlargeable[], first: number, words: LightboxWords): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
  }
  let shown = first;
  const dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  dialog.setAttribute('aria-label', words.name);
  const rightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
  const close = buttonWith('lightbox-close', words.close, () => dialog.close());
  const position = document.createElement('p');
  position.setAttribute('role', 'status');
  const stage = document.createElement('div');
  stage.className = 'lightbox-stage';
  const caption = document.createElement('div');
  caption.className = 'lightbox-caption';
  const steps = document.createElement('div');
  steps.className = 'lightbox-steps';
  const zoom = zooming(stage, { swiped: (toTheLeft) => step(toTheLeft === rightToLeft ? -1 : 1) });

  const show = () => {
    const picture = pictures[shown];
    if (!picture) return;
    position.textContent = pictures.length > 1 ? positionIn(words.position, shown + 1, pictures.length) : '';
    const image = largeOf(picture.image);
    stage.replaceChildren(image);
    zoom.of(image);
    const line = picture.figure.querySelector(':scope > figcaption')?.cloneNode(true);
    caption.replaceChildren(...(line ? line.childNodes : []));
  };
  const step = (by: number) => {
    shown = (shown + by + pictures.length) % pictures.length;
    if (pictures.length > 1) show();
  };
  if (pictures.length > 1)
    steps.append(
      buttonWith('lightbox-previous', words.previous, () => step(-1)),
      buttonWith('lightbox-next', words.next, () => step(1)),
    );

  const keys: Record<string, () => void> = {
    ArrowRight: () => step(rightToLeft ? -1 : 1),
    ArrowLeft: () => step(rightToLeft ? 1 : -1),
    Home: () => step(-shown),
    End: () => step(pictures.length - 1 - shown),
    '+': () => zoom.by(1.5),
    '-': () => zoom.by(1 / 1.5),
    '0': () => zoom.by(0),
  };
  dialog.addEventListener('keydown', (event) => {
    // The page below hears none of it.
    event.stopPropagation();
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    pictures[first]?.button.focus({ preventScroll: true });
  });
  dialog.append(position, close, stage, caption, steps);
  document.body.append(dialog);
  show();
  dialog.showModal();
}

function buttonWith(className: string, text: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

function positionIn(words: string, number: number, count: number): string {
  const figures = new Intl.NumberFormat(document.documentElement.lang);
  return words.replace('{number}', figures.format(number)).replace('{count}', figures.format(count));
}

/** The picture as the page shows it, and its largest file as soon as that is there. */
function largeOf(shown: HTMLImageElement): HTMLImageElement {
  const image = new Image();
  image.alt = shown.alt;
  image.draggable = false;
  image.src = shown.currentSrc || shown.src;
  const source = [...(shown.parentElement?.querySelectorAll('source') ?? [])].find(({ srcset }) =>
    srcset.includes(new URL(image.src).pathname),
  );
  const candidates = (source ?? shown).srcset.split(/,\s+/).map((candidate) => candidate.split(' '));
  const [file, width] = candidates.reduce((a, b) => (parseInt(b[1] ?? '0') > parseInt(a[1] ?? '0') ? b : a), []);
  // Not larger than it is: nothing is gained by that.
  if (width) image.style.maxWidth = `${parseInt(width)}px`;
  const large = new Image();
  large.src = file ?? image.src;
  large.decode().then(
    () => (image.src = large.src),
    () => undefined,
  );
  return image;
}

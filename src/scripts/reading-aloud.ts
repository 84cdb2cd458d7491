interface Sentence {
  block: Element;
  words: string;
}

let stop = () => {};

/**
 * Reads a text aloud, block by block, and marks the one that is read (`data-aloud`).
 * Sentence by sentence: browsers break off what is long, and not all can pause; going on begins with the sentence.
 */
export function readAloud(text: HTMLElement, lang: string): void {
  stop();
  const bar = document.querySelector<HTMLElement>('[data-bar="listen"]');
  const [pauseButton, stopButton] = bar?.querySelectorAll('button') ?? [];
  if (!bar || !pauseButton || !stopButton) return;
  const sentences = sentencesOf(text, lang);
  const off = new AbortController();
  let next = 0;
  let paused = false;
  let marked: Element | undefined;

  const mark = (block?: Element) => {
    if (block === marked) return;
    marked?.removeAttribute('data-aloud');
    block?.setAttribute('data-aloud', '');
    block?.scrollIntoView({ block: 'center' });
    marked = block;
  };
  const speak = () => {
    const sentence = sentences[next];
    if (!sentence) return stop();
    mark(sentence.block);
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.lang = lang;
    utterance.onend = () => {
      if (paused || off.signal.aborted) return;
      next += 1;
      speak();
    };
    utterance.onerror = ({ error }) => {
      if (error !== 'canceled' && error !== 'interrupted') stop();
    };
    speechSynthesis.speak(utterance);
  };
  const pauseOrGoOn = () => {
    paused = !paused;
    pauseButton.textContent = (paused ? pauseButton.dataset.goOn : pauseButton.dataset.pause) ?? '';
    if (paused) speechSynthesis.cancel();
    else speak();
  };
  stop = () => {
    off.abort();
    speechSynthesis.cancel();
    mark();
    if (bar.contains(document.activeElement)) document.querySelector<HTMLElement>('[data-tool="listen"]')?.focus();
    bar.hidden = true;
    stop = () => {};
  };

  pauseButton.textContent = pauseButton.dataset.pause ?? '';
  pauseButton.addEventListener('click', pauseOrGoOn, off);
  stopButton.addEventListener('click', () => stop(), off);
  addEventListener('pagehide', () => stop(), off);
  for (const other of document.querySelectorAll<HTMLElement>('[data-bar]')) other.hidden = true;
  document.querySelector('main')?.prepend(bar);
  bar.hidden = false;
  pauseButton.focus({ preventScroll: true });
  speechSynthesis.cancel();
  speak();
}

function sentencesOf(text: HTMLElement, lang: string): Sentence[] {
  return [...text.querySelectorAll('p, h2, h3, h4, li, dt, dd')]
    .filter(
      (block) => !block.closest('.contents, figure, [data-footnotes], .related-block') && !block.querySelector('p, li'),
    )
    .flatMap((block) => sentencesIn(block.textContent, lang).map((words) => ({ block, words })))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

function sentencesIn(words: string, lang: string): string[] {
  if (!Intl.Segmenter) return [words];
  return Array.from(new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(words), ({ segment }) => segment);
}

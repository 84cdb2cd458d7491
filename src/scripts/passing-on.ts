import styles from './passing-on.css?inline';
import { keep, kept } from './device.ts';
import type { Shared } from './shared.ts';
import { textDirective } from './text-fragment.ts';

/** Copies links, quotations and citations, and says so. Words come from the `data-` of the article. */
export function passOn({ article, text, ways, permalink, title, words: original }: Shared): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const { dataset: words } = article;
  const say = sayer(article);
  const copy = async (what: string, done = '') => {
    try {
      await navigator.clipboard.writeText(what);
      say(done);
    } catch {
      say(`${words.notCopied} ${what}`, true);
    }
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      if (button.dataset.copy === 'link') void copy(permalink, words.linkCopied);
      else void copy(citationBeside(button), words.citationCopied);
    });
  }
  closeBesides(ways);
  askForServer(ways);
  const linkTo = (passage: Element) => void copy(`${permalink}#${passage.id}`, words.linkCopied);
  besidePassages(text, words.passage ?? '', linkTo);
  overSelection(article, text, {
    linkTo,
    quote: (quotation, passage, directive) => {
      const [open = '', innerOpen = '', innerClose = '', close = ''] = words.marks?.split('|') ?? [];
      const inside = quotation.replaceAll(open, innerOpen).replaceAll(close, innerClose);
      // Words of a translation are nowhere in the page that the link leads to.
      const target = passage.id + (text.textContent === original ? directive : '');
      void copy(`${open}${inside}${close}\n${title}\n${permalink}#${target}`, words.quoteCopied);
    },
  });
  const arrived = () => {
    if (document.getElementById(location.hash.slice(1))?.matches('.retired')) say(words.moved ?? '');
  };
  addEventListener('hashchange', arrived);
  arrived();
}

function citationBeside(button: Element): string {
  const citation = button.previousElementSibling;
  const text = citation?.textContent.trim() ?? '';
  // Lines matter in an entry for BibTeX alone.
  return citation?.localName === 'code' ? text : text.replace(/\s+/g, ' ');
}

/** Says a sentence at the foot of the screen, for some seconds or until the next one. */
function sayer(article: HTMLElement): (sentence: string, stays?: boolean) => void {
  const said = document.createElement('p');
  said.className = 'bar said';
  said.setAttribute('role', 'status');
  article.before(said);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (sentence, stays) => {
    clearTimeout(timer);
    said.textContent = '';
    // Screen readers tell what changes, not what was there already.
    timer = setTimeout(() => {
      said.textContent = sentence;
      if (!stays) timer = setTimeout(() => (said.textContent = ''), 8000);
    }, 50);
  };
}

function closeBesides(ways: HTMLDetailsElement): void {
  document.addEventListener('pointerdown', ({ target }) => {
    if (!ways.contains(target as Node)) ways.open = false;
  });
  ways.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    ways.open = false;
    ways.querySelector('summary')?.focus();
  });
}

/** A reader of Mastodon is on a server of their own, which is asked for by name, and which the device remembers. */
function askForServer(ways: HTMLElement): void {
  const link = ways.querySelector<HTMLAnchorElement>('a[href^="https://mastodon.social/"]');
  link?.addEventListener('click', (event) => {
    const server = prompt(link.text, kept<{ name: string }>('mastodon')?.name ?? link.hostname)
      ?.trim()
      .replace(/^https?:\/\/|^@.*@|\/.*$/g, '');
    if (!server || !URL.canParse(`https://${server}`)) return event.preventDefault();
    keep('mastodon', { name: server });
    link.hostname = server;
  });
}

const passagesOf = (text: HTMLElement) => [...text.querySelectorAll<HTMLElement>(':scope > [id^="p-"]')];

const passageAt = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.<HTMLElement>('[data-text] > [id^="p-"]') ?? undefined;

/** One button in the margin: it goes to the passage under the pointer; with the keyboard, arrows move it. */
function besidePassages(text: HTMLElement, label: string, linkTo: (passage: Element) => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'pilcrow';
  button.textContent = '¶';
  button.title = label;
  // Not beside the text, which reader modes take with what stands around it while it is alone there.
  text.parentElement?.before(button);
  let passage: HTMLElement | undefined;
  const goTo = (next: HTMLElement | undefined) => {
    passage?.removeAttribute('data-near');
    passage = next;
    button.classList.toggle('near', Boolean(next));
    if (!next) return;
    const { top, bottom } = next.getBoundingClientRect();
    // Of a long passage the part that is on the screen.
    const place = Math.min(Math.max(top, 8), bottom - button.offsetHeight);
    button.style.top = `${place - (button.offsetParent?.getBoundingClientRect().top ?? 0)}px`;
    button.setAttribute('aria-label', `${label}: ${next.textContent.trim().slice(0, 60)}`);
  };
  const reach = (next: HTMLElement | undefined) => {
    if (!next) return;
    next.scrollIntoView({ block: 'nearest' });
    goTo(next);
    next.setAttribute('data-near', '');
  };
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'touch' && target !== button) goTo(passageAt(target));
  });
  // The pointer that brought this script rests already.
  if (matchMedia('(hover: hover)').matches) goTo(passagesOf(text).find((each) => each.matches(':hover')));
  text.addEventListener('focusin', ({ target }) => goTo(passageAt(target)));
  button.addEventListener('focus', () => {
    if (!button.matches(':focus-visible')) return;
    reach(passage ?? passagesOf(text).find((each) => each.getBoundingClientRect().bottom > 0));
  });
  button.addEventListener('blur', () => goTo(undefined));
  button.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !passage) return;
    event.preventDefault();
    const passages = passagesOf(text);
    reach(passages[passages.indexOf(passage) + step]);
  });
  button.addEventListener('click', () => passage && linkTo(passage));
}

interface Copies {
  linkTo: (passage: Element) => void;
  quote: (quotation: string, passage: Element, directive: string) => void;
}

/** Buttons at the foot of the screen, for what is selected and for a passage that is pressed for long. */
function overSelection(article: HTMLElement, text: HTMLElement, { linkTo, quote }: Copies): void {
  const bar = document.createElement('div');
  bar.className = 'bar';
  bar.setAttribute('role', 'group');
  bar.hidden = true;
  const buttonFor = (label = '', deed: () => void) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'word';
    button.textContent = label;
    button.addEventListener('click', () => {
      bar.hidden = true;
      deed();
    });
    bar.append(button);
    return button;
  };
  let passage: HTMLElement | undefined;
  let range: Range | undefined;
  const { dataset: words } = article;
  const quoteButton = buttonFor(words.quote, () => {
    if (range && passage) quote(quotationOf(range), passage, directiveTo(range, text));
  });
  buttonFor(words.passage, () => passage && linkTo(passage));
  buttonFor(words.close, () => {});
  bar.setAttribute('aria-label', words.quote ?? '');
  // What is selected stays so.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  article.before(bar);

  const offer = (at: HTMLElement | undefined, selected?: Range) => {
    passage = at;
    range = selected;
    bar.hidden = !at;
    quoteButton.style.display = selected ? '' : 'none';
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const selection = getSelection();
      const selected = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
      if (selected && !selected.collapsed && text.contains(selected.commonAncestorContainer))
        offer(
          passagesOf(text).find((each) => selected.intersectsNode(each)),
          selected.cloneRange(),
        );
      else if (range && !bar.contains(document.activeElement)) offer(undefined);
    }, 250);
  });

  let press: ReturnType<typeof setTimeout> | undefined;
  text.addEventListener('pointerdown', ({ target, pointerType }) => {
    if (pointerType === 'touch') press = setTimeout(() => !range && offer(passageAt(target)), 500);
  });
  for (const type of ['pointerup', 'pointercancel']) text.addEventListener(type, () => clearTimeout(press));

  document.addEventListener('keydown', (event) => {
    if (bar.hidden) return;
    if (event.key === 'Escape') offer(undefined);
    else if (event.key === 'Tab' && !bar.contains(document.activeElement)) {
      event.preventDefault();
      bar.querySelector<HTMLElement>(range ? 'button' : 'button:nth-child(2)')?.focus();
    }
  });
}

function quotationOf(range: Range): string {
  // As it is on the screen: with a line for each paragraph.
  return (getSelection()?.toString() || range.toString()).replace(/\s*\n\s*/g, '\n').trim();
}

const blocks = 'p, li, h2, h3, h4, h5, h6, dt, dd, td, th, caption, figcaption, pre, summary, blockquote';

/** The text directive of a range, for browsers that know such. */
function directiveTo(range: Range, text: HTMLElement): string {
  if (!('fragmentDirective' in document)) return '';
  const parts = [...text.querySelectorAll(blocks)]
    .filter((block) => !block.querySelector(blocks) && range.intersectsNode(block))
    .map((block) => {
      const all = document.createRange();
      all.selectNodeContents(block);
      const [before, part, after] = [all.cloneRange(), all.cloneRange(), all.cloneRange()];
      if (range.compareBoundaryPoints(Range.START_TO_START, all) > 0)
        part.setStart(range.startContainer, range.startOffset);
      if (range.compareBoundaryPoints(Range.END_TO_END, all) < 0) part.setEnd(range.endContainer, range.endOffset);
      before.setEnd(part.startContainer, part.startOffset);
      after.setStart(part.endContainer, part.endOffset);
      return { before: String(before), part: String(part), after: String(after) };
    })
    .filter(({ part }) => part.trim() !== '');
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return '';
  return textDirective({
    blocks: parts.map(({ part }) => part),
    before: first.before,
    after: last.after,
    text: text.textContent,
    language: document.documentElement.lang,
  });
}
